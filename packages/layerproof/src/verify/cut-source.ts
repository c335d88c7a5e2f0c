import type { ImageEntry } from '../image/entry.ts';
import { isCutOff } from '../python/imports/cut-off.ts';
import type { PythonImport } from '../python/imports/scan-python.ts';
import { absoluteName } from './import-graph.ts';
import type { Layer } from './layer.ts';
import { type PythonModules, pythonModules } from './python-modules.ts';
import { hasWord } from './word.ts';

/**
 * What is missing at the end of a Python source that is shorter than the one that was installed, when that is seen: it ends where
 * Python wants more, or another source takes a name from it that it does not hold. Undefined when it may be whole.
 */
export function missingEnd(layer: Layer, entry: ImageEntry): string | undefined {
  const text = new TextDecoder().decode(entry.read());
  if (isCutOff(text) || endsInWord(text)) return 'it ends in the middle of a statement';
  const cutName = layer
    .readSource(entry)
    .imports.flatMap((found) => namesNowhere(layer, entry, found))
    .at(-1);
  if (cutName !== undefined) return cutName;
  // What it takes over whole, or makes itself, has no name in it.
  if (/import[ \t]*\*/.test(text) || layer.readSource(entry).makesModules) return undefined;
  const modules = pythonModules(layer.entries, layer.target);
  const name = modules.nameOf(entry.path);
  if (name === undefined) return undefined;
  for (const other of layer.entries) {
    if (other === entry || other.kind !== 'file' || !other.path.endsWith('.py')) continue;
    const taken = namesTaken(layer, modules, other, name).find(({ what }) => !hasWord(text, what));
    if (taken !== undefined) return `it has no ${taken.what}, which line ${taken.line} of ${other.path} takes from it`;
  }
  return undefined;
}

/** A last line, without its end, that runs at import and ends with a name which the source has nowhere else: what was there was longer. */
function endsInWord(text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const word = /(?<![\w.])([A-Za-z_]\w*)$/.exec(line)?.[1];
  if (word === undefined || BUILT_IN.test(word) || /^\s|#|\b(?:import|as)\b/.test(line)) return false;
  return text.match(new RegExp(`\\b${word}\\b`, 'g'))?.length === 1;
}

/** Words that a statement may be or end with: keywords, and built-in names that stand for values. */
const BUILT_IN =
  /^(?:pass|break|continue|return|raise|yield|None|True|False|Ellipsis|NotImplemented|object|type|int|str|float|bool|bytes|list|dict|tuple|set|frozenset|property|print|open|\w*(?:Error|Exception|Warning)|__\w+__)$/;

/** Of a module whose names do not all stand in its text: what it takes over whole, or answers or sets by itself. */
const MAKES_NAMES = /import[ \t]*\*|^(?:async )?def __getattr__|sys\.modules|globals\(\)|setattr\(/m;

/** Names that a source takes from modules which do not hold them, as when the name was cut off: `MemcachedByteco`. */
function namesNowhere(layer: Layer, from: ImageEntry, { kind, level, module, names, line }: PythonImport): string[] {
  const modules = pythonModules(layer.entries, layer.target);
  const own = modules.nameOf(from.path);
  const importer = own === undefined ? undefined : modules.find(own);
  const base = importer === undefined || kind !== 'hard' ? undefined : absoluteName(level, module, importer);
  const source = base === undefined ? undefined : modules.find(base);
  if (base === undefined || source?.kind !== 'source' || source.entry === undefined) return [];
  const { entry } = source;
  const text = new TextDecoder().decode(entry.read());
  if (MAKES_NAMES.test(text)) return [];
  return names
    .filter((what) => what !== '*' && modules.find(`${base}.${what}`) === undefined && !hasWord(text, what))
    .map((what) => `line ${line} takes ${what} from ${entry.path}, which has none`);
}

function namesTaken(layer: Layer, modules: PythonModules, from: ImageEntry, name: string) {
  const own = modules.nameOf(from.path);
  const importer = own === undefined ? undefined : modules.find(own);
  if (importer === undefined) return [];
  return layer.readSource(from).imports.flatMap(({ kind, level, module, names, line }) => {
    if (kind !== 'hard') return [];
    const base = absoluteName(level, module, importer);
    const last = name.slice(name.lastIndexOf('.') + 1);
    if (names.includes(last) && `${base}.${last}` === name) return attributesTaken(from, last);
    if (base !== name) return [];
    const taken = names.filter((what) => what !== '*' && modules.find(`${name}.${what}`) === undefined);
    return taken.map((what) => ({ what, line }));
  });
}

/** `__version__` in `__version__ = version.__version__`, where `from a import version` took the module: at the outermost level alone. */
function attributesTaken(from: ImageEntry, last: string): { readonly what: string; readonly line: number }[] {
  const text = new TextDecoder().decode(from.read());
  const alias = new RegExp(`\\bimport\\b[^#\\n]*\\b${last} as (\\w+)`).exec(text)?.[1] ?? last;
  const used = new RegExp(`^\\w+ *= *${alias}\\.(\\w+)`);
  return text.split('\n').flatMap((written, at) => {
    const what = used.exec(written)?.[1];
    return what === undefined ? [] : { what, line: at + 1 };
  });
}
