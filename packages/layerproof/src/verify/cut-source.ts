import type { ImageEntry } from '../image/entry.ts';
import { isCutOff } from '../python/imports/cut-off.ts';
import { absoluteName } from './import-graph.ts';
import type { Layer } from './layer.ts';
import { type PythonModules, pythonModules } from './python-modules.ts';

/**
 * What is missing at the end of a Python source that is shorter than the one that was installed, when that is seen: it ends where
 * Python wants more, or another source takes a name from it that it does not hold. Undefined when it may be whole.
 */
export function missingEnd(layer: Layer, entry: ImageEntry): string | undefined {
  const text = new TextDecoder().decode(entry.read());
  if (isCutOff(text)) return 'it ends in the middle of a statement';
  // What it takes over whole, or makes itself, has no name in it.
  if (/import[ \t]*\*/.test(text) || layer.readSource(entry).makesModules) return undefined;
  const modules = pythonModules(layer.entries, layer.target);
  const name = modules.nameOf(entry.path);
  if (name === undefined) return undefined;
  for (const other of layer.entries) {
    if (other === entry || other.kind !== 'file' || !other.path.endsWith('.py')) continue;
    const taken = namesTaken(layer, modules, other, name).find(({ what }) => !new RegExp(`\\b${what}\\b`).test(text));
    if (taken !== undefined) return `it has no ${taken.what}, which line ${taken.line} of ${other.path} takes from it`;
  }
  return undefined;
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
