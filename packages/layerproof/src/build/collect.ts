import type { Artifact } from '../artifact/store.ts';
import type { Image, ImageEntry } from '../image/entry.ts';
import { folderImage } from '../image/folder-image.ts';
import { sortedByPath } from '../image/path-order.ts';
import { type Requirements, readRequirements } from '../python/requirements/requirements-file.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import { resolve } from '../python/resolver/resolver.ts';
import { fetchWheel, readWheelMetadata } from '../python/wheels/wheel-file.ts';
import { wheelImage } from '../python/wheels/wheel-image.ts';
import type { Target } from '../target/target.ts';
import { folderCollision } from './faults.ts';
import type { Input } from './inputs.ts';
import type { LayerPackage } from './layer-package.ts';
import { readLock } from './pylock.ts';
import type { Sources } from './sources.ts';

/** What the requirements files among the inputs say together. */
export function readAllRequirements(
  inputs: readonly Input[],
  environment: Readonly<Record<string, string | undefined>>,
): Requirements {
  const files = inputs
    .filter(({ kind }) => kind === 'requirements')
    .map(({ path, label }) => readRequirements(path, environment, label));
  return {
    requirements: files.flatMap(({ requirements }) => requirements),
    constraints: files.flatMap(({ constraints }) => constraints),
    hashesRequired: files.some(({ hashesRequired }) => hashesRequired),
    options: {
      indexUrl: files.map(({ options }) => options.indexUrl).find((url) => url !== undefined),
      extraIndexUrls: files.flatMap(({ options }) => options.extraIndexUrls),
      findLinks: files.flatMap(({ options }) => options.findLinks),
      noIndex: files.some(({ options }) => options.noIndex),
      prereleases: files.some(({ options }) => options.prereleases),
    },
  };
}

/** The packages that the inputs name: locks as they are, requirements resolved. */
export async function resolveInputs(
  inputs: readonly Input[],
  { requirements, constraints, hashesRequired, options }: Requirements,
  target: Target,
  { index }: Sources,
): Promise<ResolvedPackage[]> {
  const locked = inputs
    .filter(({ kind }) => kind === 'lock')
    .flatMap(({ path, label }) => readLock(path, label, target));
  if (requirements.length === 0) return locked;
  const { prereleases } = options;
  const resolved = await resolve({ target, requirements, constraints, hashesRequired, prereleases }, index);
  return [...locked, ...resolved];
}

/** Fetches every wheel, several at once, and reads the metadata of those that came from a lock. */
export async function fetchPackages(packages: readonly ResolvedPackage[], { store }: Sources): Promise<LayerPackage[]> {
  return Promise.all(
    packages.map(async (resolved) => {
      const artifact: Artifact = await fetchWheel(resolved.wheel, store);
      const metadata = resolved.metadata ?? readWheelMetadata(artifact, resolved.wheel.name);
      return { resolved, artifact, metadata };
    }),
  );
}

/** The image of a layer: the files of its wheels, and those of the folders, which are laid out like `/opt`. */
export function collectImage(
  packages: readonly LayerPackage[],
  folders: readonly Input[],
): Image & { readonly notes: readonly string[] } {
  const local = packages.map(({ resolved, artifact }) => ({ name: resolved.wheel.name, artifact }));
  const wheels = wheelImage(local);
  const entries = new Map(wheels.entries.map((entry) => [entry.path, entry]));
  for (const { path, label } of folders) {
    for (const entry of folderImage(path).entries) {
      if (entry.kind === 'directory') continue;
      if (entries.has(entry.path)) throw folderCollision(entry.path, label);
      entries.set(entry.path, withLayerMode(entry));
    }
  }
  return { entries: sortedByPath(entries.values()), notes: wheels.notes, close: wheels.close };
}

/** 0644, or 0755 for what may be run: the umask of the machine that builds must not change the layer. */
function withLayerMode(entry: ImageEntry): ImageEntry {
  if (entry.kind === 'symlink') return { ...entry, mode: 0o777 };
  return { ...entry, mode: (entry.mode & 0o111) === 0 ? 0o644 : 0o755 };
}
