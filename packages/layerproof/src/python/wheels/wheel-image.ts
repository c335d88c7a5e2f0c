// https://packaging.python.org/en/latest/specifications/binary-distribution-format/#installing-a-wheel-distribution-1-0-py32-none-any-whl
import type { Artifact } from '../../artifact/store.ts';
import type { Image, ImageEntry } from '../../image/entry.ts';
import { sortedByPath } from '../../image/path-order.ts';
import { type Pruned, type PruneOptions, pruneWheels } from '../prune/prune-wheels.ts';
import type { WheelName } from '../standards/wheel-name.ts';
import { fileInTheWay, pathCollision } from './faults.ts';
import { installedRecord } from './installed-record.ts';
import { type InstalledWheel, openWheel } from './installed-wheel.ts';
import { mergedInit } from './namespace-init.ts';
import { portabilityNotes } from './portability.ts';

/** A wheel on this machine. */
export interface LocalWheel {
  readonly name: WheelName;
  readonly artifact: Artifact;
}

export interface WheelImage extends Image {
  /** What was left out and why, and what else is to be known, one sentence each. */
  readonly notes: readonly string[];
  /** What was pruned, by kind. */
  readonly pruned: readonly Pruned[];
}

/** A file of the image, with the hash that RECORD has for it and the wheel that its bytes come from. */
interface Installed {
  readonly entry: ImageEntry;
  readonly hash: string;
  readonly wheel: string;
}

/**
 * The files that the wheels install, under `/opt`, with their compressed streams, as an installer would lay them out (see
 * `placeOf`); each distribution with a RECORD of what is there in the end. With `prune`, what nothing needs is left out.
 *
 * The order of the wheels does not matter. The portions of a namespace package lie in one folder; where two of them declare it in
 * different words, one `__init__.py` is taken.
 *
 * @throws Fault for a path that leaves the folder, for a `.pth` file that adds folders (the package itself then lies elsewhere,
 * as in an editable install), and for two wheels that hold different files under one path.
 */
export function wheelImage(wheels: readonly LocalWheel[], prune?: PruneOptions): WheelImage {
  const opened: InstalledWheel[] = [];
  const close = () => {
    for (const wheel of opened) wheel.close();
  };
  try {
    for (const wheel of inOrder(wheels)) opened.push(openWheel(wheel));
    const files = merge(opened);
    const { cuts, pruned } = pruneWheels(
      [...files.values()].map(({ entry }) => entry),
      prune,
    );
    for (const path of cuts) files.delete(path);
    const records = opened.flatMap((wheel) => recordOf(wheel, files));
    const entries = sortedByPath([...[...files.values()].map(({ entry }) => entry), ...records]);
    const notes = [...opened.flatMap((wheel) => wheel.notes), ...portabilityNotes(entries.map(({ path }) => path))];
    return { entries, notes, pruned, close };
  } catch (error) {
    close();
    throw error;
  }
}

function inOrder(wheels: readonly LocalWheel[]): LocalWheel[] {
  return wheels.toSorted(({ name: a }, { name: b }) =>
    a.fileName < b.fileName ? -1 : a.fileName > b.fileName ? 1 : 0,
  );
}

function merge(wheels: readonly InstalledWheel[]): Map<string, Installed> {
  const merged = new Map<string, Installed>();
  for (const { fileName, files } of wheels) {
    for (const { entry, hash } of files) {
      const mine = { entry, hash, wheel: fileName };
      const other = merged.get(entry.path);
      merged.set(entry.path, other === undefined ? mine : oneOf(other, mine));
    }
  }
  refuseFilesAsFolders(merged);
  return merged;
}

function oneOf(a: Installed, b: Installed): Installed {
  if (isSameFile(a.entry, b.entry)) return a;
  const kept = mergedInit(a.entry, b.entry);
  if (kept === undefined) throw pathCollision(a.entry.path, a.wheel, b.wheel);
  return kept === a.entry ? a : b;
}

function isSameFile(a: ImageEntry, b: ImageEntry): boolean {
  return a.size === b.size && a.crc32 === b.crc32 && Buffer.compare(a.read(), b.read()) === 0;
}

function refuseFilesAsFolders(files: ReadonlyMap<string, Installed>): void {
  const folders = new Set<string>();
  for (const path of files.keys()) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
      const file = files.get(folder);
      if (file !== undefined) throw fileInTheWay(folder, file.wheel, path);
    }
  }
}

function recordOf({ distInfo, files }: InstalledWheel, kept: ReadonlyMap<string, Installed>): ImageEntry[] {
  const installed = files.flatMap(({ entry: { path } }) => {
    const file = kept.get(path);
    return file === undefined ? [] : [{ path, size: file.entry.size, hash: file.hash }];
  });
  return installedRecord(distInfo, installed);
}
