import type { ImageEntry } from '../image/entry.ts';
import { lastPythonWith, isStandardModule } from '../target/interpreters.ts';
import type { Target } from '../target/target.ts';

/** A module of the layer, as `import` finds it. */
export interface PythonModule {
  /** Dotted. */
  readonly name: string;
  /** Undefined for a namespace package, which is a folder without `__init__` (PEP 420). */
  readonly entry: ImageEntry | undefined;
  readonly kind: 'source' | 'extension' | 'namespace';
  /** Modules may lie below it. */
  readonly isPackage: boolean;
}

/** Where a top-level module comes from. */
export type Origin =
  | 'layer'
  | 'standard-library'
  /** A package that Lambda brings with the runtime. */
  | 'runtime'
  /** The standard library had it until another version. */
  | 'removed'
  | 'nowhere';

/** The modules of a layer for a Python target. */
export interface PythonModules {
  /** The name of the module that a file is; undefined for a file that is none, or that another one hides. */
  nameOf(path: string): string | undefined;
  /** Undefined where the layer has no such module. */
  find(name: string): PythonModule | undefined;
  originOf(topLevel: string): Origin;
  /** Names of the modules that stand at the top, sorted. */
  readonly topLevel: readonly string[];
}

/** Modules of the packages that come with a runtime whose names say it not; all others are named as their packages. */
const MODULES_OF: Readonly<Record<string, readonly string[]>> = {
  'python-dateutil': ['dateutil'],
  setuptools: ['setuptools', 'pkg_resources', '_distutils_hack', 'distutils'],
};

/**
 * Reads the table of modules out of the paths alone. As Python's finder does (PEP 420): of the folders that are searched the first
 * one counts that has the package or the module; a folder without `__init__` counts only where none has.
 */
export function pythonModules(entries: readonly ImageEntry[], target: Target): PythonModules {
  const { layerFolders, extensionSuffixes, python, preinstalled } = target.facts;
  const modules = new Map<string, PythonModule & { readonly rank: number }>();
  const add = (module: PythonModule, rank: number) => {
    const other = modules.get(module.name);
    if (other === undefined || rank < other.rank) modules.set(module.name, { ...module, rank });
  };
  for (const entry of entries) {
    const at = layerFolders.findIndex((folder) => entry.path.startsWith(`${folder}/`));
    if (at === -1 || entry.kind === 'directory') continue;
    const inside = entry.path.slice((layerFolders[at]?.length ?? 0) + 1);
    const suffix = ['.py', ...extensionSuffixes].find((candidate) => inside.endsWith(candidate));
    const parts = (suffix === undefined ? inside : inside.slice(0, -suffix.length)).split('/');
    const isInit = parts.length > 1 && parts.at(-1) === '__init__';
    const names = isInit ? parts.slice(0, -1) : parts;
    if (suffix !== undefined && names.every((part) => IDENTIFIER.test(part))) {
      const kind = suffix === '.py' ? 'source' : 'extension';
      // A package wins over a module beside it, an extension module over a source, in one folder (importlib's FileFinder).
      const rank = at * 4 + (isInit ? 0 : kind === 'extension' ? 1 : 2);
      add({ name: names.join('.'), entry, kind, isPackage: isInit }, rank);
    }
    for (let length = 1; length < parts.length; length++) {
      const folder = parts.slice(0, length);
      if (!folder.every((part) => IDENTIFIER.test(part))) break;
      add({ name: folder.join('.'), entry: undefined, kind: 'namespace', isPackage: true }, NAMESPACE);
    }
  }
  const ofRuntime = new Set(
    [...preinstalled.keys()].flatMap((name) => MODULES_OF[name] ?? [name.replaceAll('-', '_')]),
  );
  const version = python?.version ?? '';
  const names = new Map(Array.from(modules.values(), ({ name, entry }) => [entry?.path, name]));
  return {
    nameOf: (path) => names.get(path),
    find: (name) => modules.get(name),
    originOf(topLevel) {
      if (modules.has(topLevel)) return 'layer';
      if (isStandardModule(topLevel, version)) return 'standard-library';
      if (ofRuntime.has(topLevel)) return 'runtime';
      return lastPythonWith(topLevel, version) === undefined ? 'nowhere' : 'removed';
    },
    topLevel: [...modules.keys()].filter((name) => !name.includes('.')).toSorted(),
  };
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;
/** After every folder. */
const NAMESPACE = 1000;
