import { posix } from 'node:path';
import type { PythonImport } from '../python/imports/scan-python.ts';
import { extraPart } from './extra-part.ts';
import { definesName, nowhereFor } from './import-graph.ts';
import type { Layer } from './layer.ts';
import { isLibraryName } from './native.ts';
import { abiTagOf } from './python-abi-tag.ts';
import { pythonModules } from './python-modules.ts';
import { isDottedName } from './word.ts';

/**
 * Why nothing comes to a file of Python packages when a function uses the layer, e.g. `no module of the layer imports it`; undefined
 * when something does or may, and for every file elsewhere.
 *
 * A function comes to the modules that it imports; where it is not known, to every module without an underscore in front of its
 * name that can be imported, but for tests, and for sources that are not there, of which that is not known. From there on, imports of every kind count, those that are done later as well, and so
 * do names in strings where a package imports by name, and in machine code.
 * A `try` for ImportError passes the file over only when that is what its import raises (`isCatchable`): of a source that may not be
 * read, or is cut off, it is another one.
 */
export function unreachedReason(layer: Layer, path: string, isCatchable = true): string | undefined {
  const { target } = layer;
  const folder = target.facts.layerFolders.find((candidate) => path.startsWith(`${candidate}/`));
  if (target.facts.python === undefined || folder === undefined) return undefined;
  const inside = path.slice(folder.length + 1);
  const isCode = inside.endsWith('.py') || isLibraryName(inside);
  if (!isCode) return undefined;
  const reach = reachOf(layer);
  const name = moduleName(inside);
  if (name === undefined) return reach.reasonOfLibrary(path);
  const instead = reach.fileOf(name);
  if (instead !== undefined && instead !== path) {
    return wantsMachineCode(layer, name) ? undefined : `${instead} is imported in its place`;
  }
  const isNative = isLibraryName(path);
  const isAbsent = !isNative && layer.resolve(path) === undefined;
  const reason = reach.reasonOfModule(name, isNative, {
    isAbsent,
    isCatchable: isNative || isAbsent || isCatchable,
  });
  return reason ?? (isCatchable ? extraPart(layer, path) : undefined);
}

/** How an import of a module fails. */
interface Failure {
  /** With an ImportError. */
  readonly isCatchable: boolean;
  /** It is a source that is not there, so that nobody can tell whether it could be imported with what is there. */
  readonly isAbsent: boolean;
}

const UNLOADABLE: Failure = { isCatchable: true, isAbsent: false };

/**
 * The place that imports a module, in any case or when it is called, and that a function comes to, for a module that is not in the
 * layer: what relies on it fails.
 * Of a package whose folder is left it must take a name that is none of its modules.
 */
export function neederOf(layer: Layer, name: string): { readonly path: string; readonly line: number } | undefined {
  const reach = reachOf(layer);
  return reach.importersOf(name).find((place) => {
    const { from, names, isHard, isLater, name: importer } = place;
    if (
      !(isHard || isLater) ||
      (importer !== undefined && reach.reasonOfModule(importer, false, UNLOADABLE) !== undefined)
    )
      return false;
    if (reach.hasModule(name)) {
      return from === name && names.some((taken) => taken !== '*' && !reach.hasModule(`${name}.${taken}`));
    }
    if (from === name || from.startsWith(`${name}.`)) return true;
    return !definesName(layer, from, name.slice(from.length + 1));
  });
}

interface Reach {
  /** The file that is imported by a name. */
  fileOf(name: string): string | undefined;
  reasonOfModule(name: string, isNative: boolean, failure: Failure): string | undefined;
  reasonOfLibrary(path: string): string | undefined;
  importersOf(name: string): readonly Importer[];
  /** True for a folder, too. */
  hasModule(name: string): boolean;
}

/** A place that imports a module. */
interface Importer {
  /** Undefined for a file of the function. */
  readonly name: string | undefined;
  readonly path: string;
  readonly line: number;
  readonly isCaught: boolean;
  /** In any case, when the importer is imported. */
  readonly isHard: boolean;
  /** When a function of it is called, and nothing passes it over. */
  readonly isLater: boolean;
  /** The absolute name of what it imports, and what it takes out of it. */
  readonly from: string;
  readonly names: readonly string[];
}

const known = new WeakMap<Layer, Reach>();

function reachOf(layer: Layer): Reach {
  const found = known.get(layer) ?? readReach(layer);
  known.set(layer, found);
  return found;
}

function readReach(layer: Layer): Reach {
  const modules = pythonModules(layer.entries, layer.target);
  const importers = importersOf(layer);
  /** Below folders without `__init__` alone (PEP 420), if any. */
  const isTop = (name: string) => {
    const around = name.split('.').slice(0, -1);
    return around.every((_, at) => modules.find(around.slice(0, at + 1).join('.'))?.kind === 'namespace');
  };
  const isReached = (name: string, isAbsent: boolean) => {
    const seen = new Set([name]);
    for (const at of seen) {
      if (isRoot(layer, at) && (at !== name || !isAbsent || isTop(at))) return true;
      for (const importer of importers.get(at) ?? []) {
        if (importer.name === undefined) return true;
        // One that cannot be imported anyway comes to nothing.
        if (nowhereFor(layer, importer.name) === undefined) seen.add(importer.name);
      }
    }
    return [...seen].some((at) => isNamed(layer, at));
  };
  const isAlive = ({ name }: Importer) => name === undefined || reasonOfModule(name, false, UNLOADABLE) === undefined;
  const reasonOfModule = (name: string, isNative: boolean, { isCatchable, isAbsent }: Failure): string | undefined => {
    const places = importers.get(name) ?? [];
    const isForTests = TESTS.test(`${name}.`) && !places.some((place) => place.isHard && isAlive(place));
    if (isForTests) return 'only tests import it';
    if (name.endsWith('.__main__') && !places.some(isAlive)) return 'only `python -m` runs it';
    const nowhere = nowhereFor(layer, name);
    if (nowhere !== undefined && (isCatchable || !places.some(isAlive))) {
      return `it cannot be imported anyway without ${nowhere}, which is nowhere`;
    }
    // Who imports machine code that no source names cannot be seen; that nobody does is unlikely.
    if (places.length === 0 && isNative) return undefined;
    if (!isReached(name, isAbsent)) return 'no module of the layer imports it';
    const [first] = places;
    const isOptional =
      isCatchable && (isAbsent || isPrivate(name)) && first !== undefined && places.every(({ isCaught }) => isCaught);
    return isOptional ? `${first.path}:${first.line} does without it` : undefined;
  };
  return {
    fileOf: (name) => modules.find(name)?.entry?.path,
    importersOf: (name) => importers.get(name) ?? [],
    hasModule: (name) => modules.find(name) !== undefined,
    reasonOfModule,
    reasonOfLibrary(path) {
      const library = posix.basename(path);
      const users = layer.natives.filter(({ elf }) => elf?.needed.includes(library) === true);
      const isUsed =
        users.length === 0 ? isWritten(layer, library) : users.some((user) => mayBeLoaded(layer, user.path));
      return isUsed ? undefined : 'nothing in the layer loads it';
    },
  };
}

function mayBeLoaded(layer: Layer, path: string): boolean {
  return unreachedReason(layer, path) === undefined;
}

/** Where a function starts: with what it imports, or, where it is not known, with whatever it may. */
function isRoot(layer: Layer, name: string): boolean {
  if (layer.function !== undefined) return false;
  if (!name.includes('.')) return true;
  return !isPrivate(name) && !TESTS.test(`${name}.`) && nowhereFor(layer, name) === undefined;
}

/** True when a part of it says that it is for its own package alone. */
function isPrivate(name: string): boolean {
  return name.split('.').some((part, at) => at > 0 && part.startsWith('_'));
}

const TESTS = /(?:^|\.)(?:tests?|testing|conftest|\w+_tests?|test_\w+)\./;

function importersOf(layer: Layer): ReadonlyMap<string, readonly Importer[]> {
  const importers = new Map<string, Importer[]>();
  const add = (found: PythonImport, own: string | undefined, isPackage: boolean, path: string) => {
    if (found.guard === 'type-checking') return;
    const { line, isCaught, names, kind } = found;
    const from = baseOf(found, own, isPackage).join('.');
    const isLater = found.guard === 'function' && !isCaught;
    for (const module of namesOf(found, own, isPackage)) {
      const places = importers.get(module) ?? [];
      places.push({ name: own, path, line, isCaught, isHard: kind === 'hard', isLater, from, names });
      importers.set(module, places);
    }
  };
  for (const entry of layer.entries) {
    const folder = layer.target.facts.layerFolders.find((candidate) => entry.path.startsWith(`${candidate}/`));
    if (folder === undefined || entry.kind !== 'file' || !entry.path.endsWith('.py')) continue;
    const own = moduleName(entry.path.slice(folder.length + 1));
    if (own === undefined || TESTS.test(`${own}.`)) continue;
    const isPackage = posix.basename(entry.path) === '__init__.py';
    for (const found of layer.readSource(entry).imports) add(found, own, isPackage, entry.path);
  }
  for (const entry of layer.function ?? []) {
    if (entry.kind !== 'file' || !entry.path.endsWith('.py')) continue;
    for (const found of layer.readSource(entry).imports) add(found, undefined, false, entry.path);
  }
  return importers;
}

/** The parts of the absolute name of what is imported; of a relative import without a place none. */
function baseOf({ level, module }: PythonImport, importer: string | undefined, isPackage: boolean): string[] {
  if (level > 0 && importer === undefined) return [];
  const own = importer?.split('.') ?? [];
  const up = isPackage ? level - 1 : level;
  const base = level === 0 ? [] : own.slice(0, Math.max(0, own.length - up));
  return [...base, ...(module === '' ? [] : module.split('.'))];
}

/** Absolute names that an import comes to: the module, the packages around it, and what it takes out of it. */
function namesOf(found: PythonImport, importer: string | undefined, isPackage: boolean): string[] {
  if (found.level > 0 && importer === undefined) return [];
  const parts = baseOf(found, importer, isPackage);
  const around = parts.map((_, at) => parts.slice(0, at + 1).join('.'));
  return [...around, ...found.names.map((name) => [...parts, name].join('.'))];
}

/** True when other machine code takes functions of a module as C, which a source in its place has not (Cython's `__pyx_capi__`). */
function wantsMachineCode(layer: Layer, name: string): boolean {
  return layer.natives.some(({ path }) => {
    const entry = layer.resolve(path);
    if (entry === undefined || !path.includes(`/${name.split('.', 1)[0]}/`)) return false;
    const bytes = Buffer.from(entry.read());
    return bytes.includes('__pyx_capi__') && bytes.includes(`${name}\0`);
  });
}

/** True when a source of the same package that imports by name, or its machine code, holds the last part of the name. */
function isNamed(layer: Layer, name: string): boolean {
  const [top = ''] = name.split('.', 1);
  const last = name.slice(name.lastIndexOf('.') + 1);
  const quoted = new RegExp(`["'.]${last}["']`);
  return layer.entries.some((entry) => {
    if (entry.kind !== 'file' || !isOf(layer, entry.path, top)) return false;
    if (entry.path.endsWith('.py')) {
      return layer.readSource(entry).makesModules && quoted.test(new TextDecoder().decode(entry.read()));
    }
    const isOther = isLibraryName(entry.path) && !posix.basename(entry.path).startsWith(`${last}.`);
    return isOther && Buffer.from(entry.read()).includes(last);
  });
}

/** True when a source names a library, with or without `lib` in front and what follows the name. */
function isWritten(layer: Layer, library: string): boolean {
  const stem = library.replace(/\.so[.\d]*$/, '').replace(/^lib/, '');
  return layer.entries.some(
    (entry) =>
      entry.kind === 'file' && entry.path.endsWith('.py') && new TextDecoder().decode(entry.read()).includes(stem),
  );
}

function isOf({ target }: Layer, path: string, top: string): boolean {
  return target.facts.layerFolders.some((folder) => path.startsWith(`${folder}/${top}/`));
}

/** `a.b` for `a/b.py`, `a/b/__init__.py`, and `a/b.cpython-37m-x86_64-linux-gnu.so`, also of another Python. */
function moduleName(inside: string): string | undefined {
  const tag = abiTagOf(inside);
  const path = tag === undefined ? inside.replace(/\.(?:py|so)$/, '') : posix.join(posix.dirname(inside), tag.module);
  const name = path.replaceAll('/', '.').replace(/\.__init__$/, '');
  return isDottedName(name) ? name : undefined;
}
