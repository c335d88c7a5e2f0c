import { posix } from 'node:path';
import { type PythonImport, scanPython } from '../python/imports/scan-python.ts';
import type { Layer } from './layer.ts';
import type { Native } from './native.ts';

/**
 * Why the layer does without a native file that cannot be loaded, e.g. `numba/np/ufunc/parallel.py:496 does without it`:
 * it is an extension module, Python sources of the layer import it, and each of these imports passes over what cannot be
 * loaded. Undefined when one of them does not, and when nobody imports it by name: code that is compiled may, or a program.
 */
export function optionalReason(layer: Layer, native: Native): string | undefined {
  const modules = modulesOf(layer);
  const name = modules.nameOf(native.path);
  if (name === undefined) return undefined;
  const imports = modules.importsOf(name);
  const [first] = imports;
  if (first === undefined || !imports.every(({ isCaught }) => isCaught)) return undefined;
  return `${first.path}:${first.line} does without it`;
}

/** One place that imports a module. */
interface Place {
  readonly path: string;
  readonly line: number;
  readonly isCaught: boolean;
}

interface Modules {
  /** The dotted name under which a file is imported. */
  nameOf(path: string): string | undefined;
  /** Places that import a module. */
  importsOf(name: string): readonly Place[];
}

const known = new WeakMap<Layer, Modules>();

function modulesOf(layer: Layer): Modules {
  const found = known.get(layer) ?? readModules(layer);
  known.set(layer, found);
  return found;
}

function readModules({ entries, target }: Layer): Modules {
  const { layerFolders, extensionSuffixes } = target.facts;
  const sources = entries.filter(({ path, kind }) => kind === 'file' && path.endsWith('.py') && !TESTS.test(path));
  const texts = new Map<string, string>();
  const textOf = (path: string, read: () => Uint8Array) => {
    const text = texts.get(path) ?? new TextDecoder().decode(read());
    texts.set(path, text);
    return text;
  };
  const nameOf = (path: string) => moduleName(path, layerFolders, ['.py', ...extensionSuffixes]);
  return {
    nameOf,
    importsOf(name) {
      const last = name.slice(name.lastIndexOf('.') + 1);
      return sources.flatMap(({ path, read }) => {
        const text = textOf(path, read);
        // Most sources do not hold the word at all; only those that do are read as Python.
        const importer = text.includes(last) ? nameOf(path) : undefined;
        if (importer === undefined) return [];
        const isPackage = posix.basename(path) === '__init__.py';
        return scanPython(text)
          .imports.filter((found) => namesOf(found, importer, isPackage).includes(name))
          .map(({ line, isCaught }) => ({ path, line, isCaught }));
      });
    },
  };
}

/** A package's own tests, which no function imports, take what they test for granted. */
const TESTS = /\/tests?\//;

/** `a.b` for `python/a/b.py`, `python/a/b/__init__.py` and `python/a/b.abi3.so`. */
function moduleName(path: string, folders: readonly string[], suffixes: readonly string[]): string | undefined {
  const folder = folders.find((candidate) => path.startsWith(`${candidate}/`));
  const suffix = suffixes.find((candidate) => path.endsWith(candidate));
  if (folder === undefined || suffix === undefined) return undefined;
  const name = path
    .slice(folder.length + 1, -suffix.length)
    .replaceAll('/', '.')
    .replace(/\.__init__$/, '');
  return /^[\p{ID_Start}_][\p{ID_Continue}.]*$/u.test(name) ? name : undefined;
}

/** Absolute names that an import may mean: the module itself, and for `from m import x` also `m.x`. */
function namesOf({ level, module, names }: PythonImport, importer: string, isPackage: boolean): string[] {
  const own = importer.split('.');
  const up = isPackage ? level - 1 : level;
  const base = level === 0 ? [] : own.slice(0, own.length - up);
  const from = [...base, ...(module === '' ? [] : [module])].join('.');
  return [from, ...names.map((name) => `${from}.${name}`)];
}
