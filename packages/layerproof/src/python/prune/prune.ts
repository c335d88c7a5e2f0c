import { posix } from 'node:path';
import { type CutKind, cutFolderOf, cutKinds } from './kinds.ts';
import type { References } from './references.ts';

/** A file of a layer, as pruning sees it. */
export interface PrunableFile {
  /** Relative to `/opt`. */
  readonly path: string;
  /** What it came with (the sha256 of its wheel); undefined for a file that is not to be cut. */
  readonly origin: string | undefined;
}

export interface PruneFacts {
  /** What the module at this path refers to; undefined for nothing that could be cut. */
  references(path: string): References | undefined;
  /** Dotted names that something outside of the modules imports: those of entry points. */
  readonly imported: readonly string[];
}

/** The folder of packages. */
const ROOT = 'python';

/**
 * What can be left out of a layer, by path. A file is cut only when its name says that it is of a kind that nothing needs at run
 * time, and nothing that stays refers to it, by import or by name.
 *
 * The cuts are made first and checked then: what a module that stays refers to comes back, and what that refers to, until the
 * check finds nothing more.
 */
export function prune(files: readonly PrunableFile[], facts: PruneFacts): ReadonlyMap<string, CutKind> {
  const ofWheels = files.filter(({ origin }) => origin !== undefined);
  const cuts = new Map(cutKinds(ofWheels.map(({ path }) => path)));
  if (cuts.size === 0) return cuts;
  keepWholePackages(ofWheels, cuts);
  keepForCompilers(files, cuts);
  new Check(files, facts, cuts).run();
  return cuts;
}

const MODULE = /\.(?:py|so)$/;

/** A distribution that would lose every module is made of what others call tests or examples: they are what it is for. */
function keepWholePackages(files: readonly PrunableFile[], cuts: Map<string, CutKind>): void {
  const kept = new Set<string>();
  const origins = new Set<string>();
  for (const { path, origin = '' } of files) {
    if (!MODULE.test(path)) continue;
    origins.add(origin);
    if (!cuts.has(path)) kept.add(origin);
  }
  for (const { path, origin = '' } of files) if (origins.has(origin) && !kept.has(origin)) cuts.delete(path);
}

/** Something that compiles C at run time: then headers are its food (cppyy, ziglang, NVRTC). */
const COMPILER = /(?:^|\/)(?:lib)?(?:clang|cling|tcc|gcc|zig|nvrtc)(?:[-_.]|\d|[A-Z]|$)[^/]*$/;

function keepForCompilers(files: readonly PrunableFile[], cuts: Map<string, CutKind>): void {
  if (!files.some(({ path }) => COMPILER.test(path) && !/\.(?:py|pyi|h|json|txt|md)$/.test(path))) return;
  for (const [path, kind] of cuts) if (kind === 'sources') cuts.delete(path);
}

class Check {
  readonly #files: readonly PrunableFile[];
  readonly #facts: PruneFacts;
  readonly #cuts: Map<string, CutKind>;
  readonly #origins: ReadonlyMap<string, string | undefined>;
  readonly #byName = new Map<string, string[]>();
  /** Cut modules by their paths without ending: `a/b` for `a/b.py` and `a/b.cpython-312-x86_64-linux-gnu.so`. */
  readonly #byModule = new Map<string, string[]>();
  /** Cut paths by the outermost folder that they are cut with. */
  readonly #byFolder = new Map<string, string[]>();
  readonly #toRead: string[] = [];

  constructor(files: readonly PrunableFile[], facts: PruneFacts, cuts: Map<string, CutKind>) {
    this.#files = files;
    this.#facts = facts;
    this.#cuts = cuts;
    this.#origins = new Map(files.map(({ path, origin }) => [path, origin]));
    for (const path of cuts.keys()) {
      const name = posix.basename(path);
      addTo(this.#byName, name, path);
      if (MODULE.test(name)) addTo(this.#byModule, `${posix.dirname(path)}/${name.split('.', 1)[0]}`, path);
      const folder = cutFolderOf(path);
      if (folder !== undefined) addTo(this.#byFolder, folder, path);
    }
  }

  run(): void {
    for (const name of this.#facts.imported) this.#keepModule(name);
    for (const { path } of this.#files) if (path.endsWith('.py') && !this.#cuts.has(path)) this.#toRead.push(path);
    for (let path = this.#toRead.pop(); path !== undefined; path = this.#toRead.pop()) {
      const references = this.#facts.references(path);
      if (references === undefined) continue;
      for (const name of references.modules) this.#keepModule(name);
      for (const name of references.names) this.#keepNamed(name, path);
    }
  }

  #keep(path: string): void {
    if (!this.#cuts.delete(path)) return;
    if (!path.endsWith('.py')) return;
    this.#toRead.push(path);
    // A module finds the data beside it in ways that no name tells.
    const folder = cutFolderOf(path);
    if (folder === undefined) return;
    for (const beside of this.#byFolder.get(folder) ?? []) if (!beside.endsWith('.py')) this.#keep(beside);
  }

  /** The module of a dotted name and the packages above it; what else the name says is something in them. */
  #keepModule(dotted: string): void {
    let at = ROOT;
    for (const part of dotted.split('.')) {
      at = `${at}/${part}`;
      for (const path of this.#byModule.get(at) ?? []) this.#keep(path);
      for (const path of this.#byModule.get(`${at}/__init__`) ?? []) this.#keep(path);
    }
  }

  /** What a string in the module at `from` may mean. */
  #keepNamed(text: string, from: string): void {
    if (text === '.pyi') return this.#keepWhere(from, (path) => path.endsWith('.pyi'));
    const name = posix.basename(text.replaceAll('\\', '/'));
    if (posix.extname(name) !== '') {
      for (const path of this.#byName.get(name) ?? []) if (this.#isOfSameOrigin(path, from)) this.#keep(path);
    }
    for (const piece of text.split('{}')) this.#keepPiece(piece.replaceAll('\\', '/'), from);
  }

  #keepPiece(piece: string, from: string): void {
    if (/^\.*[\p{ID_Continue}.]+$/u.test(piece) && piece.includes('.')) {
      const dotted = piece.replace(/^\.+|\.+$/g, '');
      const own = posix
        .dirname(from)
        .slice(ROOT.length + 1)
        .replaceAll('/', '.');
      this.#keepModule(dotted);
      this.#keepModule(`${own}.${dotted}`);
      // `f"pkg.tests.{name}"` may be any module in there.
      if (piece.endsWith('.')) this.#keepFolders(dotted.replaceAll('.', '/'), from);
      return;
    }
    this.#keepFolders(piece.replace(/^(?:\.{0,2}\/)+|\/+$/g, ''), from);
  }

  /**
   * Folders that a relative path leads into: `tests/data` and deeper wherever it is, whole; a mere `tests` beside or above the module
   * as a package and with its data, because a module in it cannot be meant without its name.
   */
  #keepFolders(path: string, from: string): void {
    for (const [folder, paths] of this.#byFolder) {
      const name = posix.basename(folder);
      if (!`/${path}/`.includes(`/${name}/`)) continue;
      const parent = posix.dirname(folder);
      const isNamed =
        path === name ? from.startsWith(`${parent}/`) : paths.some((candidate) => `/${candidate}`.includes(`/${path}`));
      if (!isNamed) continue;
      for (const inside of paths) {
        const isMeant = path !== name || !inside.endsWith('.py') || inside === `${folder}/__init__.py`;
        if (isMeant && this.#isOfSameOrigin(inside, from)) this.#keep(inside);
      }
    }
  }

  #keepWhere(from: string, isMeant: (path: string) => boolean): void {
    for (const path of this.#cuts.keys()) if (isMeant(path) && this.#isOfSameOrigin(path, from)) this.#keep(path);
  }

  /** A wheel's strings name its own files; a file of the user's own may name any. */
  #isOfSameOrigin(path: string, from: string): boolean {
    const origin = this.#origins.get(from);
    return origin === undefined || origin === this.#origins.get(path);
  }
}

function addTo(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
