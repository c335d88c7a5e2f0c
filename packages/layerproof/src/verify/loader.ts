// The search of the dynamic loader, ld.so(8): https://man7.org/linux/man-pages/man8/ld.so.8.html
import { posix } from 'node:path';
import type { ElfFacts } from '../formats/elf.ts';
import loaderFacts from '../target/facts/loader.generated.ts';
import type { Layer } from './layer.ts';
import { MOUNT } from './mount.ts';
import { isOfMachine } from './native.ts';

/** Where a needed library comes from when Lambda loads a file of the layer. */
export type Location =
  | { readonly where: 'layer'; readonly path: string }
  /** `hides` is the copy of the layer that would be found if the runtime had none. */
  | { readonly where: 'runtime'; readonly hides?: string }
  /** The layer has it, in a folder that the loader does not search for this file. */
  | { readonly where: 'off-path'; readonly path: string }
  | { readonly where: 'absent' };

export interface Loader {
  /** Where `needed` comes from when the file at `path` is loaded. */
  locate(path: string, elf: ElfFacts, needed: string): Location;
}

/** Folders of the layer that stand on LD_LIBRARY_PATH, behind the runtime's own. */
const LAYER_LIBRARY_FOLDERS = loaderFacts.libraryPath
  .filter((folder) => folder.startsWith(`${MOUNT}/`))
  .map((folder) => folder.slice(MOUNT.length + 1));

/**
 * Follows the loader in Lambda: DT_RPATH of the file and of those that load it (unless it has a DT_RUNPATH), then
 * LD_LIBRARY_PATH, which is the runtime's folders and then `/opt/lib`, then DT_RUNPATH.
 */
export function createLoader(layer: Layer): Loader {
  const inherited = inheritedFolders(layer);
  return {
    locate: (path, elf, needed) => locate(layer, path, elf, needed, inherited.get(path) ?? new Set()),
  };
}

function locate(layer: Layer, path: string, elf: ElfFacts, needed: string, inherited: ReadonlySet<string>): Location {
  if (needed.includes('/')) return located(fileIn(layer, undefined, needed)) ?? { where: 'absent' };
  const early = elf.runpath.length > 0 ? [] : [...foldersOf(path, elf.rpath), ...inherited];
  const first = located(firstIn(layer, early, needed));
  if (first !== undefined) return first;
  const late = firstIn(layer, [...LAYER_LIBRARY_FOLDERS, ...foldersOf(path, elf.runpath)], needed);
  if (layer.target.facts.libraries.has(needed)) {
    return late === undefined ? { where: 'runtime' } : { where: 'runtime', hides: late };
  }
  if (late !== undefined) return { where: 'layer', path: late };
  const elsewhere = layer.natives.find((native) => posix.basename(native.path) === needed);
  return elsewhere === undefined ? { where: 'absent' } : { where: 'off-path', path: elsewhere.path };
}

function located(path: string | undefined): Location | undefined {
  return path === undefined ? undefined : { where: 'layer', path };
}

function firstIn(layer: Layer, folders: readonly string[], name: string): string | undefined {
  for (const folder of folders) {
    const found = fileIn(layer, folder, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The library at a place, if the loader takes it there: it passes over files of another CPU or class. */
function fileIn(layer: Layer, folder: string | undefined, name: string): string | undefined {
  const absolute = folder === undefined ? name : posix.join(MOUNT, folder, name);
  if (!absolute.startsWith(`${MOUNT}/`)) return undefined;
  const entry = layer.resolve(absolute.slice(MOUNT.length + 1));
  const elf = entry === undefined ? undefined : layer.nativeAt(entry.path)?.elf;
  return elf !== undefined && isOfMachine(elf, layer.target) ? entry?.path : undefined;
}

/** Search folders of a file, relative to `/opt`; those outside the layer are the runtime's, which the list of libraries covers. */
function foldersOf(path: string, searchPath: readonly string[]): string[] {
  const origin = posix.join(MOUNT, posix.dirname(path));
  return searchPath
    .map((folder) => posix.resolve('/', folder.replaceAll(/\$(?:ORIGIN|\{ORIGIN\})/g, origin)))
    .filter((folder) => folder === MOUNT || folder.startsWith(`${MOUNT}/`))
    .map((folder) => folder.slice(MOUNT.length + 1));
}

/**
 * For each file, the DT_RPATH folders of the files that load it, directly or not. Each round finds what the folders of the round
 * before made reachable, until nothing new comes.
 */
function inheritedFolders(layer: Layer): ReadonlyMap<string, ReadonlySet<string>> {
  const inherited = new Map<string, Set<string>>();
  const owners = layer.natives.filter(({ elf }) => elf !== undefined && elf.runpath.length === 0);
  for (let changed = owners.some(({ elf }) => (elf?.rpath.length ?? 0) > 0); changed;) {
    changed = false;
    for (const { path, elf } of owners) {
      if (elf === undefined) continue;
      const own = inherited.get(path) ?? new Set();
      const handedOn = [...foldersOf(path, elf.rpath), ...own];
      for (const needed of handedOn.length === 0 ? [] : elf.needed) {
        const found = locate(layer, path, elf, needed, own);
        if (found.where !== 'layer') continue;
        const folders = inherited.get(found.path) ?? new Set();
        const before = folders.size;
        for (const folder of handedOn) folders.add(folder);
        inherited.set(found.path, folders);
        changed ||= folders.size > before;
      }
    }
  }
  return inherited;
}
