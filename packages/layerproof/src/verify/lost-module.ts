import { posix } from 'node:path';
import { importGraph } from './import-graph.ts';
import type { Layer } from './layer.ts';
import { type PythonModules, pythonModules } from './python-modules.ts';
import { neederOf } from './reachability.ts';
import { readRecords } from './record.ts';
import type { RecordLine } from './record-lines.ts';
import { hasWord, isDottedName } from './word.ts';

/**
 * What relies on a Python source that a package has installed, which is not in the layer any more, e.g. `line 3 of python/a/b.py
 * imports it`; undefined where nothing is seen to, as of what was pruned, and where the rule about modules that are nowhere tells it.
 */
export function whoMissesSource(layer: Layer, { path, size }: RecordLine, root: string): string | undefined {
  const inside = root === '' ? path : path.slice(root.length + 1);
  const name = inside.replace(/(?:\/__init__)?\.py$/, '').replaceAll('/', '.');
  if (!isDottedName(name) || layer.target.facts.python === undefined) return undefined;
  if (importGraph(layer).failing.some(({ module }) => module === name)) return undefined;
  const needer = neederOf(layer, name);
  if (needer !== undefined) return `line ${needer.line} of ${needer.path} imports it`;
  const { modules, named, recorded } = factsOf(layer);
  if (posix.basename(path) === '__init__.py') {
    const isEmptied = !saysNothing(size) && foldersOf(name, modules) !== undefined;
    return isEmptied ? 'what is left of its folder is a package without a name in it' : undefined;
  }
  const library = named.get(path);
  if (library !== undefined) return `${library} imports it`;
  const folders = NO_PACKAGES.test(inside) ? undefined : foldersOf(posix.dirname(inside).replaceAll('/', '.'), modules);
  const isTop = folders?.every((folder) => !recorded.has(posix.join(root, folder, '__init__.py')));
  return isTop === true
    ? 'it is at the top of a package without __init__, where a function alone imports it'
    : undefined;
}

/** True for an `__init__` that was installed empty: without it Python takes the folder, and nothing is missing (PEP 420). */
export function isEmptyInit(layer: Layer, path: string): boolean {
  if (posix.basename(path) !== '__init__.py') return false;
  const line = readRecords(layer)
    .flatMap(({ lines }) => lines)
    .find((each) => each.path === path);
  return line?.size !== undefined && saysNothing(line.size);
}

function saysNothing(size: number | undefined): boolean {
  return (size ?? 0) <= SAYS_NOTHING;
}

/** Bytes of an `__init__` that has but the line of a namespace package: `__path__ = __import__('pkgutil').extend_path(__path__, __name__)`. */
const SAYS_NOTHING = 66;

/** Folders of wheels that hold programs and texts. */
const NO_PACKAGES = /^(?:bin|benchmarks?|demos?|docs?|etc|examples?|man|scripts|share|tools)\//;

/** The folders of a package and of those around it, when the layer has them all and none has an `__init__` (PEP 420). */
function foldersOf(dotted: string, modules: PythonModules): string[] | undefined {
  const parts = dotted.split('.');
  const around = parts.map((_, at) => parts.slice(0, at + 1));
  const isFolder = (folder: readonly string[]) => modules.find(folder.join('.'))?.kind === 'namespace';
  return around.every(isFolder) ? around.map((folder) => folder.join('/')) : undefined;
}

interface Facts {
  readonly modules: PythonModules;
  /** Paths of all that was installed. */
  readonly recorded: ReadonlySet<string>;
  /** Sources that are gone, by path, to machine code in the same folder that has the name of the module in it as a word. */
  readonly named: ReadonlyMap<string, string>;
}

const known = new WeakMap<Layer, Facts>();

function factsOf(layer: Layer): Facts {
  const found = known.get(layer) ?? readFacts(layer);
  known.set(layer, found);
  return found;
}

/** Each library is read once, whatever the number of sources that are gone. */
function readFacts(layer: Layer): Facts {
  const present = new Set(layer.entries.map(({ path }) => path));
  const recorded = new Set(readRecords(layer).flatMap(({ lines }) => lines.map(({ path }) => path)));
  const gone = [...recorded].filter((path) => path.endsWith('.py') && !present.has(path));
  const byFolder = Map.groupBy(gone, (path) => posix.dirname(path));
  const named = new Map<string, string>();
  for (const native of layer.natives) {
    const paths = byFolder.get(posix.dirname(native.path)) ?? [];
    const text = paths.length === 0 ? '' : asciiOf(layer.resolve(native.path)?.read());
    for (const path of paths) if (hasWord(text, posix.basename(path, '.py'))) named.set(path, native.path);
  }
  return { modules: pythonModules(layer.entries, layer.target), recorded, named };
}

/** Bytes that are no ASCII are machine code, and no part of a name. */
function asciiOf(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[^\0-\x7f]+/g, '\0');
}
