import type { Image, ImageEntry } from '../image/entry.ts';
import { type InspectedNative, inspect } from './inspect.ts';

/** How one layer differs from another. Sizes are in bytes. */
export interface LayerDiff {
  readonly packages: readonly PackageChange[];
  readonly files: {
    readonly added: readonly FileChange[];
    readonly removed: readonly FileChange[];
    readonly changed: readonly FileChange[];
  };
  /** Files of machine code that came, went, or are for something else now. */
  readonly natives: readonly NativeChange[];
  readonly unzippedBytes: Sides<number>;
  readonly zippedBytes: Sides<number | undefined>;
}

export interface Sides<T> {
  readonly before: T;
  readonly after: T;
}

export interface PackageChange extends Sides<string | undefined> {
  readonly kind: 'python' | 'npm';
  readonly name: string;
}

export interface FileChange {
  readonly path: string;
  readonly bytes: Sides<number | undefined>;
}

export interface NativeChange extends Sides<string | undefined> {
  readonly path: string;
}

/** Compares by path; two files are the same when their bytes are, whatever their modes. */
export function diffLayers(before: Image, after: Image): LayerDiff {
  const [old, fresh] = [inspect(before), inspect(after)];
  return {
    packages: packageChanges(old.packages, fresh.packages),
    files: fileChanges(filesOf(before), filesOf(after)),
    natives: nativeChanges(old.natives, fresh.natives),
    unzippedBytes: { before: old.unzippedBytes, after: fresh.unzippedBytes },
    zippedBytes: { before: old.zippedBytes, after: fresh.zippedBytes },
  };
}

type Packages = ReturnType<typeof inspect>['packages'];

function packageChanges(before: Packages, after: Packages): PackageChange[] {
  const versionsOf = (packages: Packages) => {
    const versions = Map.groupBy(packages, ({ kind, name }) => `${kind} ${name}`);
    return new Map(
      [...versions].map(([key, list]) => [
        key,
        list
          .map(({ version }) => version)
          .toSorted()
          .join(', '),
      ]),
    );
  };
  const [old, fresh] = [versionsOf(before), versionsOf(after)];
  return changedKeys(old, fresh).map((key) => {
    const [kind = '', name = ''] = key.split(' ');
    return { kind: kind === 'npm' ? 'npm' : 'python', name, before: old.get(key), after: fresh.get(key) };
  });
}

function nativeChanges(before: readonly InspectedNative[], after: readonly InspectedNative[]): NativeChange[] {
  const platformsOf = (natives: readonly InspectedNative[]) =>
    new Map(
      natives.map(({ path, format, cpus, versions }) => [
        path,
        [format, ...cpus, ...(versions.length === 0 ? [] : [`up to ${versions.join(', ')}`])].join(' '),
      ]),
    );
  const [old, fresh] = [platformsOf(before), platformsOf(after)];
  return changedKeys(old, fresh).map((path) => ({ path, before: old.get(path), after: fresh.get(path) }));
}

function changedKeys<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): string[] {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key)).toSorted();
}

function filesOf({ entries }: Image): Map<string, ImageEntry> {
  return new Map(entries.filter(({ kind }) => kind !== 'directory').map((entry) => [entry.path, entry]));
}

function fileChanges(
  before: ReadonlyMap<string, ImageEntry>,
  after: ReadonlyMap<string, ImageEntry>,
): LayerDiff['files'] {
  const change = (path: string): FileChange => ({
    path,
    bytes: { before: before.get(path)?.size, after: after.get(path)?.size },
  });
  const paths = changedKeys(before, after);
  return {
    added: paths.filter((path) => !before.has(path)).map(change),
    removed: paths.filter((path) => !after.has(path)).map(change),
    changed: paths.filter((path) => !isSame(before.get(path), after.get(path))).map(change),
  };
}

/** False only where both are there and differ. */
function isSame(before: ImageEntry | undefined, after: ImageEntry | undefined): boolean {
  if (before === undefined || after === undefined) return true;
  if (before.kind !== after.kind || before.size !== after.size) return false;
  // A zip states the CRC-32 of each file; equal sizes and sums of bytes that nobody forged are equal bytes.
  if (before.crc32 !== undefined && after.crc32 !== undefined) return before.crc32 === after.crc32;
  return Buffer.compare(before.read(), after.read()) === 0;
}
