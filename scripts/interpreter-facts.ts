/**
 * Writes packages/layerproof/src/target/interpreters/*.generated.ts: what CPython and Node give to native files, and which modules
 * the standard library has.
 *
 *   node --conditions=source scripts/interpreter-facts.ts STDLIB_LIST SYMBOLS_JS PYTHON...
 *
 * STDLIB_LIST: the folder `lists` of the wheel stdlib-list, for versions that no PYTHON is of. SYMBOLS_JS: `symbols.js` of the npm
 * package node-api-headers. PYTHON: CPython interpreters, one of each version, whose exported symbols are read from their ELF files.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readElfSymbols } from '../packages/layerproof/src/formats/elf-symbols.ts';

const FOLDER = fileURLToPath(new URL('../packages/layerproof/src/target/interpreters/', import.meta.url));

/** Minor version of Python 3 to names. */
type ByMinor = ReadonlyMap<number, ReadonlySet<string>>;

interface Interpreter {
  readonly version: string;
  readonly minor: number;
  readonly modules: readonly string[];
  readonly symbols: ReadonlySet<string>;
}

// What `import` finds at the top level, without what an installer put there. sys.stdlib_module_names came with 3.10.
const MODULES = `
import json, os, sys, sysconfig
names = getattr(sys, 'stdlib_module_names', None)
if names is None:
    folder = sysconfig.get_path('stdlib')
    names = set(sys.builtin_module_names)
    for place in (folder, os.path.join(folder, 'lib-dynload')):
        for entry in os.listdir(place):
            path = os.path.join(place, entry)
            if entry.endswith(('.py', '.so')) or os.path.exists(os.path.join(path, '__init__.py')):
                names.add(entry.split('.')[0])
    names -= {'site-packages', 'test', 'idlelib_test', '__phello__', 'config'}
    names = {name for name in names if not name.startswith('_sysconfigdata')}
print(json.dumps([sys.version.split()[0], sys.version_info[1], sorted(names)]))
`;

function readInterpreter(path: string): Interpreter {
  const [version, minor, modules] = JSON.parse(
    execFileSync(path, ['-I', '-S', '-c', MODULES], { encoding: 'utf8' }),
  ) as [string, number, string[]];
  // A shared build exports from its library, as Lambda's does; a static one from the program.
  const libraries = globSync(`libpython3.${minor}*.so.1.0`, { cwd: join(dirname(path), '../lib') });
  const files = [path, ...libraries.map((name) => join(dirname(path), '../lib', name))];
  const defined = files.flatMap((file) => readElfSymbols(file, readFileSync(file)).defined);
  const symbols = new Set(defined.map(({ name }) => name).filter((name) => /^_?Py/.test(name)));
  if (symbols.size < 1000) throw new Error(`${path} exports only ${symbols.size} symbols of Python`);
  return { version, minor, modules, symbols };
}

/** Names that are in the same versions stand together: `7-12` is 3.7 to 3.12. */
function byRange(names: ByMinor): Record<string, string> {
  const minors = [...names.keys()].toSorted((a, b) => a - b);
  const groups = new Map<string, string[]>();
  for (const name of [...new Set(minors.flatMap((minor) => [...(names.get(minor) ?? [])]))].toSorted()) {
    const key = minors.filter((minor) => names.get(minor)?.has(name)).join(' ');
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return Object.fromEntries(
    [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, list]) => [key, list.join(' ')]),
  );
}

function render(source: string, type: string, value: Readonly<Record<string, string>>, doc: string): string {
  const lines = Object.entries(value).map(([key, text]) => `  '${key}':\n${wrapped(text)},\n`);
  return `// Written by scripts/interpreter-facts.ts; do not edit. ${source}\n\n/** ${doc} */\nexport const ${type}: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`;
}

const WIDTH = 110;

function wrapped(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length > WIDTH) {
      lines.push(line);
      line = '';
    }
    line += `${word} `;
  }
  lines.push(line.trimEnd());
  return lines.map((part) => `    '${part}'`).join(' +\n');
}

function standardLibrary(interpreters: readonly Interpreter[], lists: string): ByMinor {
  const known = new Map<number, ReadonlySet<string>>(
    interpreters.map(({ minor, modules }) => [minor, new Set(modules)]),
  );
  const newest = Math.max(...known.keys());
  // Of versions that are not here, the list tells what came and went since the newest that is.
  for (let minor = newest + 1; existsSync(join(lists, `3.${minor}.txt`)); minor++) {
    const [before, after] = [listed(lists, minor - 1), listed(lists, minor)];
    const base = known.get(minor - 1) ?? new Set<string>();
    known.set(
      minor,
      new Set(
        [...base]
          .filter((name) => after.has(name) || !before.has(name))
          .concat([...after].filter((name) => !before.has(name))),
      ),
    );
  }
  return known;
}

function listed(lists: string, minor: number): Set<string> {
  const text = readFileSync(join(lists, `3.${minor}.txt`), 'utf8');
  return new Set(
    text
      .split('\n')
      .map((line) => line.split('.')[0]?.trim() ?? '')
      .filter((name) => name !== ''),
  );
}

function nodeApi(symbolsFile: string): Record<string, string> {
  const levels = createRequire(import.meta.url)(resolve(symbolsFile)) as Record<
    string,
    { js_native_api_symbols: string[]; node_api_symbols: string[] }
  >;
  const seen = new Set<string>();
  const found: Record<string, string> = {};
  const numbered = Object.entries(levels).filter(([level]) => /^v\d+$/.test(level));
  for (const [level, symbols] of numbered.toSorted(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))) {
    const fresh = [...symbols.js_native_api_symbols, ...symbols.node_api_symbols]
      .filter((name) => !seen.has(name))
      .toSorted();
    for (const name of fresh) seen.add(name);
    if (fresh.length > 0) found[level.slice(1)] = fresh.join(' ');
  }
  return found;
}

const [lists, symbolsFile, ...pythons] = process.argv.slice(2);
if (lists === undefined || symbolsFile === undefined || pythons.length === 0) {
  throw new Error('usage: interpreter-facts.ts STDLIB_LIST SYMBOLS_JS PYTHON...');
}
const interpreters = pythons.map(readInterpreter);
const from = `From CPython ${interpreters.map(({ version }) => version).join(', ')}`;
function symbolsWhere(isMeant: (name: string) => boolean): ByMinor {
  return new Map(interpreters.map(({ minor, symbols }) => [minor, new Set([...symbols].filter(isMeant))]));
}

const files = {
  'standard-library': render(
    `${from}; newer ones by stdlib-list.`,
    'STANDARD_LIBRARY',
    byRange(standardLibrary(interpreters, lists)),
    'Top-level modules of the standard library, by the minor versions of Python 3 that have them.',
  ),
  'python-symbols': render(
    `${from}.`,
    'PYTHON_SYMBOLS',
    byRange(symbolsWhere((name) => name.startsWith('Py'))),
    'What CPython gives to extension modules (names that start with Py), by the minor versions of Python 3 that export them.',
  ),
  'private-python-symbols': render(
    `${from}.`,
    'PRIVATE_PYTHON_SYMBOLS',
    byRange(symbolsWhere((name) => !name.startsWith('Py'))),
    'The same of what begins with an underscore, which comes and goes.',
  ),
  'node-api': render(
    'From the npm package node-api-headers.',
    'NODE_API',
    nodeApi(symbolsFile),
    'Functions of Node-API, by the level that brought them.',
  ),
};
for (const [name, text] of Object.entries(files)) writeFileSync(`${FOLDER}${name}.generated.ts`, text);
