import { posix } from 'node:path';
import type { Image, ImageEntry } from '../image/entry.ts';
import { readNpmPackages } from '../image/npm-packages.ts';
import { readDistributions } from './distribution.ts';
import { type Native, readNative } from './native.ts';
import { abiTagOf } from './python-abi-tag.ts';
import { compareNumbers, isNumbered, parseSymbolVersion } from './symbol-version.ts';

/** What a layer holds, whatever the target. Sizes are in bytes. */
export interface Inspection {
  readonly files: number;
  readonly unzippedBytes: number;
  /** Bytes of the files' compressed streams; undefined for a folder. */
  readonly zippedBytes: number | undefined;
  readonly packages: readonly InspectedPackage[];
  readonly natives: readonly InspectedNative[];
  /** Folders and files of the first two levels, largest first. */
  readonly sizes: readonly SizeNode[];
}

export interface InspectedPackage {
  readonly kind: 'python' | 'npm';
  readonly name: string;
  readonly version: string;
  /** The folder that holds it. */
  readonly folder: string;
}

export interface InspectedNative {
  readonly path: string;
  readonly format: string;
  readonly cpus: readonly string[];
  /** The ending that names an interpreter, e.g. `.cpython-39-x86_64-linux-gnu.so`. */
  readonly abi: string | undefined;
  readonly needs: readonly string[];
  /** The newest version wanted of each family, e.g. `GLIBC_2.17`. */
  readonly versions: readonly string[];
  readonly damage: string | undefined;
}

export interface SizeNode {
  readonly path: string;
  readonly files: number;
  readonly unzippedBytes: number;
  readonly zippedBytes: number | undefined;
  readonly children: readonly SizeNode[];
}

/** Reads what a layer holds. It judges nothing: that is what the rules are for. */
export function inspect({ entries }: Image): Inspection {
  const files = entries.filter(({ kind }) => kind === 'file');
  const root = sizeNode(files, 0, '');
  return {
    files: files.length,
    unzippedBytes: root.unzippedBytes,
    zippedBytes: root.zippedBytes,
    packages: [...pythonPackages(entries).sort(byName), ...npmPackages(files).sort(byName)],
    natives: files.flatMap((entry) => readNative(entry) ?? []).map(inspectedNative),
    sizes: root.children,
  };
}

function pythonPackages(entries: readonly ImageEntry[]): InspectedPackage[] {
  return readDistributions(entries).map(({ name, version, root }) => ({ kind: 'python', name, version, folder: root }));
}

function byName(a: InspectedPackage, b: InspectedPackage): number {
  if (a.name !== b.name) return a.name < b.name ? -1 : 1;
  return a.folder < b.folder ? -1 : 1;
}

function npmPackages(files: readonly ImageEntry[]): InspectedPackage[] {
  return readNpmPackages(files).map(({ name, version, folder }) => ({ kind: 'npm', name, version, folder }));
}

function inspectedNative({ path, kind, cpus, elf, damage }: Native): InspectedNative {
  return {
    path,
    format: kind,
    cpus,
    abi: abiTagOf(path)?.suffix,
    needs: elf?.needed ?? [],
    versions: newestOfEach(elf?.versionNeeds.map(({ version }) => version) ?? []),
    damage,
  };
}

/** Version names of the C and C++ libraries and of GCC, the highest number of each family. */
function newestOfEach(versions: readonly string[]): string[] {
  const newest = new Map<string, string>();
  for (const version of versions) {
    const { family, number = '' } = parseSymbolVersion(version) ?? {};
    if (family === undefined || !isNumbered(number)) continue;
    const other = newest.get(family);
    if (other === undefined || compareNumbers(number, other) > 0) newest.set(family, number);
  }
  return Array.from(newest, ([family, number]) => `${family}_${number}`).sort();
}

const LEVELS = 2;

function sizeNode(files: readonly ImageEntry[], level: number, path: string): SizeNode {
  const zipped = files.map(({ compressed }) => compressed?.size);
  return {
    path,
    files: files.length,
    unzippedBytes: files.reduce((sum, { size }) => sum + size, 0),
    zippedBytes: zipped.includes(undefined) ? undefined : zipped.reduce<number>((sum, size) => sum + (size ?? 0), 0),
    children: level === LEVELS ? [] : children(files, level, path),
  };
}

function children(files: readonly ImageEntry[], level: number, path: string): SizeNode[] {
  const below = files.filter((file) => file.path !== path);
  const groups = Map.groupBy(below, (file) => posix.join(path, file.path.split('/')[level] ?? ''));
  const nodes = Array.from(groups, ([child, members]) => sizeNode(members, level + 1, child));
  return nodes.sort((a, b) => b.unzippedBytes - a.unzippedBytes || (a.path < b.path ? -1 : 1));
}
