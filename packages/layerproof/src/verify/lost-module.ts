import { posix } from 'node:path';
import { importGraph } from './import-graph.ts';
import type { Layer } from './layer.ts';
import { pythonModules } from './python-modules.ts';
import { neederOf } from './reachability.ts';
import { readRecords } from './record.ts';
import type { RecordLine } from './record-lines.ts';

/**
 * What relies on a Python source that a package has installed, which is not in the layer any more, e.g. `line 3 of python/a/b.py
 * imports it`; undefined where nothing is seen to, as of what was pruned, and where the rule about modules that are nowhere tells it.
 */
export function whoMissesSource(layer: Layer, { path, size }: RecordLine, root: string): string | undefined {
  const inside = root === '' ? path : path.slice(root.length + 1);
  const name = inside.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
  if (!IMPORTABLE.test(name) || layer.target.facts.python === undefined) return undefined;
  if (importGraph(layer).failing.some(({ module }) => module === name)) return undefined;
  const needer = neederOf(layer, name);
  if (needer !== undefined) return `line ${needer.line} of ${needer.path} imports it`;
  if (posix.basename(path) === '__init__.py') {
    return isEmptied(layer, name, size) ? 'what is left of its folder is a package without a name in it' : undefined;
  }
  const library = libraryThatNames(layer, path);
  return library === undefined ? undefined : `${library} imports it`;
}

const IMPORTABLE = /^[\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u;

/** Bytes of an `__init__` that has but the line of a namespace package (pkgutil, pkg_resources), or a few words. */
const SAYS_NOTHING = 120;

/** A package at the top, or in folders without `__init__` (PEP 420) alone: what a function imports by this name has nothing in it. */
function isEmptied(layer: Layer, name: string, size: number | undefined): boolean {
  const modules = pythonModules(layer.entries, layer.target);
  const parts = name.split('.');
  const around = parts.map((_, at) => modules.find(parts.slice(0, at + 1).join('.'))?.kind);
  return around.every((kind) => kind === 'namespace') && (size ?? 0) > SAYS_NOTHING;
}

const known = new WeakMap<Layer, ReadonlyMap<string, string>>();

/** Machine code in the same folder with the name of the module in it as a word. */
function libraryThatNames(layer: Layer, path: string): string | undefined {
  const found = known.get(layer) ?? namedInLibraries(layer);
  known.set(layer, found);
  return found.get(path);
}

/** Each library is read once, whatever the number of sources that are gone. */
function namedInLibraries(layer: Layer): Map<string, string> {
  const present = new Set(layer.entries.map(({ path }) => path));
  const recorded = readRecords(layer).flatMap(({ lines }) => lines.map(({ path }) => path));
  const gone = recorded.filter((path) => path.endsWith('.py') && !present.has(path));
  const byFolder = Map.groupBy(gone, (path) => posix.dirname(path));
  const named = new Map<string, string>();
  for (const native of layer.natives) {
    const paths = byFolder.get(posix.dirname(native.path)) ?? [];
    const text = paths.length === 0 ? '' : Buffer.from(layer.resolve(native.path)?.read() ?? []).toString('latin1');
    for (const path of paths) {
      const word = posix.basename(path, '.py');
      if (new RegExp(`(?<![A-Za-z0-9_])${word}(?![A-Za-z0-9_])`).test(text)) named.set(path, native.path);
    }
  }
  return named;
}
