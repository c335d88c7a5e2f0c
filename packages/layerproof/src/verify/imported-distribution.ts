import type { ImageEntry } from '../image/entry.ts';
import type { Distribution } from './distribution.ts';
import type { Layer } from './layer.ts';
import { isLibraryName } from './native.ts';
import { type PythonModules, pythonModules } from './python-modules.ts';
import { readRecords } from './record.ts';

/**
 * Why a distribution does without another one that is nowhere, e.g. `nothing in a imports a module of that name`; undefined when one of its imports
 * fails for it, or may. An import is of the other one when the module is nowhere and is named as the other is, or nearly, or in a
 * way of its own that is known; one that a `try` passes over fails nothing. Machine code is asked for the name. Where it is not known
 * which files it has, or it has no code and is a list of others, it may need all that it says.
 */
export function doesWithout(layer: Layer, { name, root }: Distribution, wanted: string): string | undefined {
  const record = readRecords(layer).find(
    ({ distribution }) => distribution.name === name && distribution.root === root,
  );
  if (record === undefined) return undefined;
  const own = new Set(record.lines.map(({ path }) => path));
  const files = layer.entries.filter(({ path, kind }) => kind === 'file' && own.has(path));
  const sources = files.filter(({ path }) => path.endsWith('.py'));
  const libraries = files.filter(({ path }) => isLibraryName(path));
  if (sources.length === 0 && libraries.length === 0) return undefined;
  const modules = pythonModules(layer.entries, layer.target);
  const imports = sources.flatMap((entry) => importsOf(layer, modules, entry, wanted));
  const isNeeded =
    imports.some(({ isPassedOver }) => !isPassedOver) || libraries.some((entry) => holdsName(entry, wanted));
  if (isNeeded) return undefined;
  const [first] = imports;
  return first === undefined
    ? `nothing in ${name} imports a module of that name`
    : `${first.path}:${first.line} does without it`;
}

interface ImportOfWanted {
  readonly path: string;
  readonly line: number;
  readonly isPassedOver: boolean;
}

function importsOf(layer: Layer, modules: PythonModules, entry: ImageEntry, wanted: string): ImportOfWanted[] {
  return layer.readSource(entry).imports.flatMap((found) => {
    const { level, module, guard, line, isCaught } = found;
    if (level > 0 || guard === 'type-checking' || !isNowhere(modules, module) || !isOf(module, wanted)) return [];
    return { path: entry.path, line, isPassedOver: guard === 'try' || isCaught };
  });
}

function isNowhere(modules: PythonModules, module: string): boolean {
  const top = module.split('.', 1)[0] ?? '';
  const origin = modules.originOf(top);
  const isNamespace = origin === 'layer' && modules.find(top)?.kind === 'namespace';
  return origin === 'nowhere' || origin === 'removed' || (isNamespace && modules.find(module) === undefined);
}

/** Modules of much downloaded packages whose names do not show them. */
const MODULES_OF: readonly (readonly [distribution: RegExp, module: string])[] = [
  [/^beautifulsoup4$/, 'bs4'],
  [/^google-api-python-client$/, 'googleapiclient'],
  [/^mysqlclient$/, 'MySQLdb'],
  [/^opencv-(?:contrib-)?python(?:-headless)?$/, 'cv2'],
  [/^pillow$/, 'PIL'],
  [/^pycryptodome$/, 'Crypto'],
  [/^pygobject$/, 'gi'],
  [/^pymupdf$/, 'fitz'],
  [/^scikit-image$/, 'skimage'],
  [/^scikit-learn$/, 'sklearn'],
  [/^setuptools$/, 'pkg_resources'],
];

function isOf(module: string, wanted: string): boolean {
  const [top = ''] = module.split('.', 1);
  if (MODULES_OF.some(([distribution, name]) => name === top && distribution.test(wanted))) return true;
  return resembles(module, wanted) || resembles(top, wanted);
}

/** `dateutil` and `python-dateutil`, `google.cloud.storage` and `google-cloud-storage`, `serial` and `pyserial`. */
function resembles(module: string, wanted: string): boolean {
  const [a, b] = [module, wanted].map((text) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  if (a === undefined || b === undefined) return false;
  // `py` is in every `python-…`.
  return a === b || (Math.min(a.length, b.length) > 2 && (a.includes(b) || b.includes(a)));
}

/** As a word, or as a part of a name: `cffi` in `_cffi_backend`, and not in other letters. */
function holdsName({ read }: ImageEntry, wanted: string): boolean {
  const bytes = Buffer.from(read());
  const name = wanted.replaceAll('-', '_');
  return bytes.includes(name) && new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`).test(bytes.toString('latin1'));
}
