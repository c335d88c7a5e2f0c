import type { Artifact } from '../artifact/store.ts';
import type { Image, ImageEntry } from '../image/entry.ts';
import { folderImage } from '../image/folder-image.ts';
import { sortedByPath } from '../image/path-order.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import { fetchWheel, readWheelMetadata } from '../python/wheels/wheel-file.ts';
import { wheelImage } from '../python/wheels/wheel-image.ts';
import { evaluateMarker } from '../python/standards/marker.ts';
import type { Metadata } from '../python/standards/metadata.ts';
import { markerEnvironment } from '../target/marker-environment.ts';
import type { Target } from '../target/target.ts';
import { folderCollision } from './faults.ts';
import type { Input } from './inputs.ts';
import type { LayerPackage } from './layer-package.ts';
import type { Sources } from './sources.ts';

/** Fetches every wheel, several at once, and reads the metadata of those that came from a lock. */
export async function fetchPackages(
  packages: readonly ResolvedPackage[],
  target: Target,
  { store }: Sources,
): Promise<LayerPackage[]> {
  const names = new Set(packages.map(({ name }) => name));
  return Promise.all(
    packages.map(async (resolved) => {
      const artifact: Artifact = await fetchWheel(resolved.wheel, store);
      if (resolved.metadata !== undefined) return { resolved, artifact, metadata: resolved.metadata };
      const metadata = readWheelMetadata(artifact, resolved.wheel.name);
      return { resolved: withRequires(resolved, metadata, names, target), artifact, metadata };
    }),
  );
}

/** Some locks do not say who needs whom. Their wheels do, as far as no extras are wanted. */
function withRequires(
  resolved: ResolvedPackage,
  { requires }: Metadata,
  names: ReadonlySet<string>,
  target: Target,
): ResolvedPackage {
  if (resolved.requires.length > 0) return resolved;
  const environment = markerEnvironment(target);
  const needed = requires
    .filter(({ name, marker }) => names.has(name) && (marker === undefined || evaluateMarker(marker, environment)))
    .map(({ name }) => name);
  return { ...resolved, requires: [...new Set(needed)].toSorted() };
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
