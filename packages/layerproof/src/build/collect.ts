import { join } from 'node:path';
import type { Artifact } from '../artifact/store.ts';
import type { ImageEntry } from '../image/entry.ts';
import { folderImage } from '../image/folder-image.ts';
import { sortedByPath } from '../image/path-order.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import { fetchWheel, metadataOf } from '../python/wheels/wheel-file.ts';
import { type WheelImage, wheelImage } from '../python/wheels/wheel-image.ts';
import { evaluateMarker } from '../python/standards/marker.ts';
import type { Metadata } from '../python/standards/metadata.ts';
import { markerEnvironment } from '../target/marker-environment.ts';
import type { Target } from '../target/target.ts';
import { folderCollision } from './faults.ts';
import type { Input } from './inputs.ts';
import type { LayerPackage } from './layer-package.ts';
import type { Sources } from './sources.ts';

/**
 * Fetches every wheel, several at once, and reads the metadata of those that came from a lock. A wheel is checked as soon as it is
 * here, while others are on their way.
 */
export async function fetchPackages(
  packages: readonly ResolvedPackage[],
  target: Target,
  { store, wheelFacts }: Sources,
  onPackage: () => void = () => undefined,
): Promise<LayerPackage[]> {
  const names = new Set(packages.map(({ name }) => name));
  return Promise.all(
    packages.map(async (resolved) => {
      const artifact: Artifact = await fetchWheel(resolved.wheel, store);
      onPackage();
      const facts = await wheelFacts.of({ name: resolved.wheel.name, artifact });
      if (resolved.metadata !== undefined) return { resolved, artifact, facts, metadata: resolved.metadata };
      const metadata = metadataOf(resolved.wheel.name, facts.metadata);
      return { resolved: withRequires(resolved, metadata, names, target), artifact, facts, metadata };
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

/**
 * The image of a layer: the files of its wheels, pruned or not, and those of the folders, which are laid out like `/opt` and are
 * all taken, but for the files `without`, which are named by their absolute paths.
 */
export function collectImage(
  packages: readonly LayerPackage[],
  folders: readonly Input[],
  { prune, without = new Set() }: { readonly prune: boolean; readonly without?: ReadonlySet<string> },
): WheelImage {
  const local = packages.map(({ resolved, artifact }) => ({ name: resolved.wheel.name, artifact }));
  const facts = new Map(packages.map((one) => [one.artifact.sha256, one.facts]));
  const added = folders.map(({ path, label }) => ({
    label,
    entries: folderImage(path).entries.filter(
      (entry) => entry.kind !== 'directory' && !without.has(join(path, entry.path)),
    ),
  }));
  const wheels = wheelImage(local, prune ? { facts, others: added.flatMap(({ entries }) => entries) } : undefined);
  const entries = new Map(wheels.entries.map((entry) => [entry.path, entry]));
  for (const { label, entries: ofFolder } of added) {
    for (const entry of ofFolder) {
      if (entries.has(entry.path)) throw folderCollision(entry.path, label);
      entries.set(entry.path, withLayerMode(entry));
    }
  }
  const notes = [...packages.flatMap((one) => one.facts.notes), ...wheels.notes];
  return { entries: sortedByPath(entries.values()), notes, pruned: wheels.pruned, close: wheels.close };
}

/** 0644, or 0755 for what may be run: the umask of the machine that builds must not change the layer. */
function withLayerMode(entry: ImageEntry): ImageEntry {
  if (entry.kind === 'symlink') return { ...entry, mode: 0o777 };
  return { ...entry, mode: (entry.mode & 0o111) === 0 ? 0o644 : 0o755 };
}
