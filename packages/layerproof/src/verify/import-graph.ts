import type { ImageEntry } from '../image/entry.ts';
import type { PythonImport } from '../python/imports/scan-python.ts';
import type { Layer } from './layer.ts';
import { type Origin, type PythonModule, type PythonModules, pythonModules } from './python-modules.ts';
import { readRecords } from './record.ts';

/** An import that fails, and with it the import of everything that relies on it. */
export interface FailingImport {
  /** The module that is not there, dotted. */
  readonly module: string;
  readonly origin: Extract<Origin, 'nowhere' | 'removed' | 'layer'>;
  /** The file that imports it, and the line. */
  readonly path: string;
  readonly line: number;
  /** Top-level modules of the layer that cannot be imported for this, or files of the function. */
  readonly breaks: readonly string[];
}

/** What `import` of each top-level module of a layer comes to, as far as the sources say. */
export interface ImportGraph {
  readonly failing: readonly FailingImport[];
  /** Top-level modules whose import fails. */
  readonly broken: ReadonlySet<string>;
  /** Modules of the layer that are imported in any case, the top-level ones too. */
  readonly imported: ReadonlySet<string>;
}

interface Edge {
  readonly module: string;
  readonly line: number;
}

interface Node {
  readonly module: PythonModule;
  /** Modules of the layer that are imported with it, in any case. */
  readonly needs: readonly Edge[];
  readonly lacks: readonly (Edge & { readonly origin: FailingImport['origin'] })[];
}

const known = new WeakMap<Layer, ImportGraph>();

/**
 * Follows the imports that a module cannot do without: from the sources of the function where it is known, else from the top-level
 * modules of the layer. What a `try` or a condition guards,
 * and what only a function does, is not followed. Empty for a layer that is not for Python.
 */
export function importGraph(layer: Layer): ImportGraph {
  const found = known.get(layer) ?? readGraph(layer);
  known.set(layer, found);
  return found;
}

function readGraph(layer: Layer): ImportGraph {
  if (layer.target.facts.python === undefined) return { failing: [], broken: new Set(), imported: new Set() };
  const reader = readerOf(layer);
  const { modules } = reader;
  const nodes = new Map<string, Node>();
  const ofFunction = layer.function === undefined ? undefined : functionNodes(layer.function, reader);
  for (const [name, node] of ofFunction ?? []) nodes.set(name, node);
  const toRead =
    ofFunction === undefined
      ? modules.topLevel.flatMap((name) => rootsOf(name, modules))
      : [...ofFunction.values()].flatMap(({ needs }) => needs.map(({ module }) => module));
  for (let name = toRead.pop(); name !== undefined; name = toRead.pop()) {
    const module = nodes.has(name) ? undefined : modules.find(name);
    if (module === undefined) continue;
    const node = readNode(module, reader);
    nodes.set(name, node);
    for (const { module: needed } of node.needs) toRead.push(needed);
  }
  return judge(nodes, ofFunction === undefined ? modules.topLevel : [...ofFunction.keys()]);
}

const readers = new WeakMap<Layer, Reader>();

function readerOf(layer: Layer): Reader {
  const found = readers.get(layer) ?? openReader(layer);
  readers.set(layer, found);
  return found;
}

function openReader(layer: Layer): Reader {
  const modules = pythonModules(layer.entries, layer.target);
  const ofFunction = topLevelNames(layer.function ?? []);
  return { modules, lost: lostModules(layer, modules), read: layer.readSource, nowhere: new Map(), ofFunction };
}

/**
 * What a module cannot be imported without, as it was published, and that is in no layer and in no Python: a module's name. What the
 * import of a whole package fails for does not count: that is a fault of the layer, and no part that nobody asked for.
 */
export function nowhereFor(layer: Layer, name: string): string | undefined {
  const reader = readerOf(layer);
  if (!reader.nowhere.has(name)) reader.nowhere.set(name, findNowhere(name, reader, importGraph(layer)));
  return reader.nowhere.get(name);
}

function findNowhere(name: string, reader: Reader, { failing }: ImportGraph): string | undefined {
  const isKnown = (wanted: string) => reader.ofFunction.has(wanted) || failing.some(({ module }) => module === wanted);
  const seen = new Set([name]);
  for (const at of seen) {
    const module = reader.modules.find(at);
    if (module === undefined) continue;
    const { needs, lacks } = readNode(module, reader);
    const lack = lacks.find(({ origin, module: wanted }) => origin !== 'layer' && !isKnown(wanted));
    if (lack !== undefined) return lack.module;
    for (const { module: needed } of needs) seen.add(needed);
  }
  return undefined;
}

/** True when a package sets the name itself, so that no module of this name is looked for. */
export function definesName(layer: Layer, name: string, taken: string): boolean {
  return definesItself(name, taken, readerOf(layer));
}

/**
 * What the sources of a function import, by names that no module has: `handler.py`. What only its functions import counts as well:
 * they are what it is for. Its own modules come first, before those of the layer.
 */
function functionNodes(files: readonly ImageEntry[], reader: Reader): Map<string, Node> {
  const own = topLevelNames(files);
  const nodes = new Map<string, Node>();
  for (const entry of files) {
    if (entry.kind !== 'file' || !entry.path.endsWith('.py')) continue;
    const needs: Edge[] = [];
    const lacks: (Edge & { origin: FailingImport['origin'] })[] = [];
    const module: PythonModule = { name: entry.path, entry, kind: 'source', isPackage: false };
    for (const found of reader.read(entry).imports) {
      const isNeeded = found.kind === 'hard' || found.guard === 'function';
      if (!isNeeded || found.level > 0 || own.has(topOf(found.module))) continue;
      follow(found, module, reader, needs, lacks);
    }
    nodes.set(entry.path, { module, needs, lacks });
  }
  return nodes;
}

/** Of the modules of a function, whose folder is searched first. */
function topLevelNames(files: readonly ImageEntry[]): ReadonlySet<string> {
  return new Set(files.flatMap(({ path }) => /^([^/]+?)(?:\.py$|\/|\.[^/]*so$)/.exec(path)?.[1] ?? []));
}

/** By RECORD. Native ones are left out: they are a finding of their own. */
function lostModules(layer: Layer, modules: PythonModules): ReadonlySet<string> {
  const lost = new Set<string>();
  for (const { distribution, lines } of readRecords(layer)) {
    const root = distribution.root === '' ? '' : `${distribution.root}/`;
    for (const { path } of lines) {
      if (!path.startsWith(root) || !path.endsWith('.py')) continue;
      const name = path
        .slice(root.length)
        .replace(/(?:\/__init__)?\.py$/, '')
        .replaceAll('/', '.');
      // Where only its `__init__` is lost, the folder is still there, as a package without anything in itself.
      if (modules.find(name)?.entry === undefined) lost.add(name);
    }
  }
  return lost;
}

/** A namespace package itself has nothing to import; what lies directly in it stands in its place. */
function rootsOf(name: string, modules: PythonModules): string[] {
  return modules.find(name)?.kind === 'namespace' ? [] : [name];
}

/** What the graph is read from. */
interface Reader {
  readonly modules: PythonModules;
  /** Modules that a package has installed, and that are not there any more. */
  readonly lost: ReadonlySet<string>;
  readonly read: Layer['readSource'];
  /** What was found for `nowhereFor`. */
  readonly nowhere: Map<string, string | undefined>;
  /** Top-level modules that the function has itself. */
  readonly ofFunction: ReadonlySet<string>;
}

function readNode(module: PythonModule, reader: Reader): Node {
  const needs: Edge[] = parentsOf(module.name).map((parent) => ({ module: parent, line: 0 }));
  const lacks: (Edge & { origin: FailingImport['origin'] })[] = [];
  if (module.kind === 'source' && module.entry !== undefined) {
    for (const found of reader.read(module.entry).imports) {
      if (found.kind === 'soft') continue;
      follow(found, module, reader, needs, lacks);
    }
  }
  return { module, needs: needs.filter(({ module: needed }) => needed !== module.name), lacks };
}

function follow(
  { level, module: written, names, line }: PythonImport,
  importer: PythonModule,
  reader: Reader,
  needs: Edge[],
  lacks: (Edge & { origin: FailingImport['origin'] })[],
): void {
  const { modules } = reader;
  const name = absoluteName(level, written, importer);
  if (name === undefined || name === '') return;
  const origin = modules.originOf(topOf(name));
  if (origin === 'nowhere' || origin === 'removed') {
    if (level === 0 && !isVendored(topOf(name), importer, modules)) lacks.push({ module: topOf(name), line, origin });
    return;
  }
  if (origin !== 'layer') return;
  if (modules.find(name) === undefined) {
    if (reader.lost.has(name) || !mayAppearLater(name, reader)) lacks.push({ module: name, line, origin: 'layer' });
    return;
  }
  needs.push({ module: name, line });
  const isInModule = (taken: string) =>
    modules.find(`${name}.${taken}`) === undefined && !reader.lost.has(`${name}.${taken}`);
  if (reader.lost.has(name) && names.some(isInModule)) lacks.push({ module: name, line, origin: 'layer' });
  for (const taken of names) {
    if (reader.lost.has(`${name}.${taken}`) && !definesItself(name, taken, reader)) {
      lacks.push({ module: `${name}.${taken}`, line, origin: 'layer' });
    }
    // What is no module is something that the module defines, or it is not there; only running it would tell.
    if (modules.find(`${name}.${taken}`)?.entry !== undefined && !definesItself(name, taken, reader))
      needs.push({ module: `${name}.${taken}`, line });
  }
}

/** Folders in which packages keep others, which they put on the path while they are imported (setuptools). */
const VENDOR_FOLDERS = ['_vendor', 'vendor', '_vendored', 'vendored', 'extern'];

function isVendored(name: string, importer: PythonModule, modules: PythonModules): boolean {
  const top = topOf(importer.name);
  const places = [...VENDOR_FOLDERS.map((folder) => `${top}.${folder}.${name}`), `${top}._${name}`];
  return places.some((place) => modules.find(place) !== undefined);
}

/** `from .a import x` in the package `p.q`: `p.q.a`; undefined where it climbs out of the top. */
export function absoluteName(level: number, written: string, importer: PythonModule): string | undefined {
  if (level === 0) return written;
  const own = importer.name.split('.');
  const up = importer.isPackage ? level - 1 : level;
  if (up > own.length) return undefined;
  return [...own.slice(0, own.length - up), ...(written === '' ? [] : [written])].join('.');
}

function mayAppearLater(name: string, { modules, read }: Reader): boolean {
  for (const parent of parentsOf(name)) {
    const module = modules.find(parent);
    if (module === undefined) return false;
    if (module.kind !== 'source') return true;
    if (module.entry !== undefined && read(module.entry).makesModules) return true;
    // `import a.b` where `a` is a module and no package never works; but a mistake of the reader is likelier than that.
    if (!module.isPackage) return true;
  }
  return false;
}

/** True when a package sets the name itself, so that the module of this name is not looked for. */
function definesItself(name: string, taken: string, { modules, read }: Reader): boolean {
  const module = modules.find(name);
  return module?.kind === 'source' && module.entry !== undefined && read(module.entry).defines.includes(taken);
}

function judge(nodes: ReadonlyMap<string, Node>, roots: readonly string[]): ImportGraph {
  const needers = new Map<string, string[]>();
  for (const [name, { needs }] of nodes) {
    for (const { module } of needs) needers.set(module, [...(needers.get(module) ?? []), name]);
  }
  const failing: FailingImport[] = [];
  const broken = new Set<string>();
  for (const [name, { module, lacks }] of [...nodes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { entry } = module;
    if (lacks.length === 0 || entry === undefined) continue;
    const reached = reachedFrom(name, needers);
    const breaks = roots.filter((top) => reached.has(top));
    for (const top of breaks) broken.add(top);
    for (const lack of lacks) failing.push({ ...lack, path: entry.path, breaks });
  }
  return { failing, broken, imported: new Set(nodes.keys()) };
}

function reachedFrom(name: string, needers: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set([name]);
  const toSee = [name];
  for (let at = toSee.pop(); at !== undefined; at = toSee.pop()) {
    for (const needer of needers.get(at) ?? []) {
      if (reached.has(needer)) continue;
      reached.add(needer);
      toSee.push(needer);
    }
  }
  return reached;
}

function parentsOf(name: string): string[] {
  const parts = name.split('.');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('.'));
}

function topOf(name: string): string {
  return name.split('.', 1)[0] ?? name;
}
