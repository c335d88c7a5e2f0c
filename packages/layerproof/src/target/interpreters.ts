import { NODE_API } from './interpreters/node-api.generated.ts';
import { PRIVATE_PYTHON_SYMBOLS } from './interpreters/private-python-symbols.generated.ts';
import { PYTHON_SYMBOLS } from './interpreters/python-symbols.generated.ts';
import { STANDARD_LIBRARY } from './interpreters/standard-library.generated.ts';

/** Names to the minor versions of Python 3 that have them. */
type Table = ReadonlyMap<string, readonly number[]>;

const modules = once(() => read(STANDARD_LIBRARY));
const symbols = once(() => new Map([...read(PYTHON_SYMBOLS), ...read(PRIVATE_PYTHON_SYMBOLS)]));
const nodeApi = once(() => read(NODE_API));

/** True for a top-level module of the standard library, on whatever system; `python` is e.g. `3.12`. */
export function isStandardModule(name: string, python: string): boolean {
  return has(modules(), name, minorOf(python));
}

/** The last version that had a module which this one has no more, e.g. `3.11` for `distutils` in 3.12; undefined for any other. */
export function lastPythonWith(name: string, python: string): string | undefined {
  const minors = modules().get(name) ?? [];
  const last = Math.max(...minors);
  return minors.length === 0 || has(modules(), name, minorOf(python)) || last > minorOf(python)
    ? undefined
    : `3.${last}`;
}

/**
 * True when no such Python exports a symbol that others do or did, so that an extension module which wants it was built for another
 * one. False for names that no Python is known to have: a library beside it may define them. What versions newer than those whose
 * symbols are known have, the newest known one says, and of what begins with `_` nothing is said: it comes and goes.
 */
export function isForeignPythonSymbol(name: string, python: string): boolean {
  if (PYTHON_2.test(name)) return true;
  const minors = symbols().get(name);
  if (minors === undefined) return false;
  const minor = minorOf(python);
  const newest = Math.max(...(symbols().get(ALWAYS) ?? []));
  return minor <= newest ? !minors.includes(minor) : !name.startsWith('_') && !minors.includes(newest);
}

/** The level of Node-API that brought a function; undefined for a name that is none of its functions. */
export function nodeApiLevelOf(name: string): number | undefined {
  return nodeApi().get(name)?.[0];
}

/** The newest minor version whose modules are listed. */
const NEWEST_LISTED = 14;

/** In every version; what it is exported by are the versions that are known. */
const ALWAYS = 'Py_Initialize';

/** Names that ended with Python 2 (https://docs.python.org/3/howto/cporting.html), and the two widths of Unicode (PEP 393). */
const PYTHON_2 =
  /^_?Py(?:String_|Int_|Class_|Instance_|CObject_|UnicodeUCS[24]_)|^_Py_ZeroStruct$|^Py_InitModule4(?:_64)?$/;

function has(table: Table, name: string, minor: number): boolean {
  const minors = table.get(name);
  if (minors === undefined) return false;
  // The newest version that is known speaks for those to come.
  return minors.includes(Math.min(minor, NEWEST_LISTED));
}

function minorOf(python: string): number {
  return Number(python.split('.')[1]);
}

function read(table: Readonly<Record<string, string>>): Table {
  const found = new Map<string, readonly number[]>();
  for (const [versions, names] of Object.entries(table)) {
    const numbers = versions.split(' ').map(Number);
    for (const name of names.split(' ')) found.set(name, numbers);
  }
  return found;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
