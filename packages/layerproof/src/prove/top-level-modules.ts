import type { Image } from '../image/entry.ts';
import type { Target } from '../target/target.ts';

/**
 * Names that `import` finds at the top of the layer's own folders, sorted: packages with an `__init__`, modules, and extension
 * modules for the target; of a namespace package, which has no `__init__` (PEP 420), the same one level or more below. What the
 * files say counts; the metadata, which may be missing, only tells which folders without an `__init__` are no packages.
 */
export function topLevelModules({ entries }: Image, target: Target): string[] {
  const { layerFolders, extensionSuffixes } = target.facts;
  const files = new Set<string>();
  const declared = new Set<string>();
  for (const { path, kind, read } of entries) {
    const folder = layerFolders.find((candidate) => path.startsWith(`${candidate}/`));
    if (folder === undefined || kind === 'directory') continue;
    const inside = path.slice(folder.length + 1);
    files.add(inside);
    if (/^[^/]+\.dist-info\/top_level\.txt$/.test(inside)) {
      for (const name of new TextDecoder().decode(read()).split(/\s+/)) declared.add(name);
    }
  }
  const modules = [...files].flatMap((path) => moduleAt(path, ['.py', ...extensionSuffixes]) ?? []);
  const packages = new Set(modules.filter(({ isPackage }) => isPackage).map(({ name }) => name));
  const names = modules.filter(({ name }) => isReached(name.split('.'), packages, declared)).map(({ name }) => name);
  return [...new Set(names)].sort();
}

interface Module {
  /** Dotted. */
  readonly name: string;
  readonly isPackage: boolean;
}

function moduleAt(path: string, suffixes: readonly string[]): Module | undefined {
  const suffix = suffixes.find((candidate) => path.endsWith(candidate));
  if (suffix === undefined) return undefined;
  const parts = path.slice(0, -suffix.length).split('/');
  const isPackage = parts.length > 1 && parts.at(-1) === '__init__';
  const name = isPackage ? parts.slice(0, -1) : parts;
  return name.every((part) => IDENTIFIER.test(part)) ? { name: name.join('.'), isPackage } : undefined;
}

const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u;

/** True at the top, and below folders alone that are namespace packages: what lies in a package is the package's to import. */
function isReached(parts: readonly string[], packages: ReadonlySet<string>, declared: ReadonlySet<string>): boolean {
  const [top = ''] = parts;
  for (let length = 1; length < parts.length; length++) {
    if (packages.has(parts.slice(0, length).join('.'))) return false;
  }
  return parts.length === 1 || declared.has(top) || !NO_PACKAGES.has(top);
}

/** Folders at the top that wheels ship by mistake, and those of a system: their Python files are no modules of a package. */
const NO_PACKAGES: ReadonlySet<string> = new Set(
  'bin benchmark benchmarks demo demos doc docs etc example examples include lib man scripts share test tests tools'.split(
    ' ',
  ),
);
