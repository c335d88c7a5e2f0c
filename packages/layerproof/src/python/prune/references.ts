import { posix } from 'node:path';
import type { PythonImport, ScannedPython } from '../imports/scan-python.ts';
import { CUT_EXTENSIONS, CUT_FOLDERS } from './kinds.ts';

/** What a Python module refers to, as far as it could be among what pruning cuts. */
export interface References {
  /** Absolute dotted names of modules, or of things in modules. */
  readonly modules: readonly string[];
  /** Strings that could name a file or a module: with a name that pruning looks for as one of their parts. */
  readonly names: readonly string[];
}

/** Longer strings are texts, not names. */
const LONGEST_NAME = 255;
const TYPE_STUBS = '.pyi';

/**
 * References of a module at `path` below the folder of packages. Undefined when there are none, as in most modules.
 *
 * `lazy_loader` reads the type stubs of the module that calls its `attach_stub`, which counts as a reference to them.
 */
export function referencesOf(
  path: string,
  source: string,
  { imports, strings }: ScannedPython,
): References | undefined {
  const packageName = posix.dirname(path).replaceAll('/', '.');
  const modules = new Set(imports.flatMap((one) => absoluteNames(one, packageName)).filter(couldBeCut));
  const names = new Set(strings.map(({ text }) => text).filter(couldName));
  if (source.includes('attach_stub')) names.add(TYPE_STUBS);
  if (modules.size === 0 && names.size === 0) return undefined;
  return { modules: [...modules].sort(), names: [...names].sort() };
}

/** `from ..a import b` in the package `p.q`: `p.a` and `p.a.b`. */
function absoluteNames({ level, module, names }: PythonImport, packageName: string): string[] {
  const base = level === 0 ? [] : upwards(packageName, level - 1);
  if (base === undefined) return [];
  const target = [...base, ...(module === '' ? [] : [module])].join('.');
  return [target, ...names.filter((name) => name !== '*').map((name) => `${target}.${name}`)];
}

function upwards(packageName: string, steps: number): string[] | undefined {
  const parts = packageName === '.' ? [] : packageName.split('.');
  return steps <= parts.length ? parts.slice(0, parts.length - steps) : undefined;
}

function couldBeCut(dotted: string): boolean {
  return dotted.split('.').some((part) => CUT_FOLDERS.has(part) || part === 'conftest');
}

function couldName(text: string): boolean {
  if (text.length > LONGEST_NAME || text.includes('\n') || text.includes('://')) return false;
  if (CUT_EXTENSIONS.has(posix.extname(text).toLowerCase()) || text === TYPE_STUBS) return true;
  return text.split(/[/\\.{}]/).some((part) => CUT_FOLDERS.has(part) || part === 'conftest');
}
