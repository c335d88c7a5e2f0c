import { posix } from 'node:path';

/** What is cut, by what it is. */
export type CutKind =
  | 'tests'
  | 'examples'
  | 'documentation'
  | 'type-stubs'
  | 'sources'
  | 'static-libraries'
  | 'debug-symbols';

const TEST_FOLDERS: ReadonlySet<string> = new Set(['tests', 'test']);
const EXAMPLE_FOLDERS: ReadonlySet<string> = new Set(['examples', 'example']);
const DOCUMENT_FOLDERS: ReadonlySet<string> = new Set(['docs', 'doc', 'man']);

/** Names of folders that hold what a layer may not need. */
export const CUT_FOLDERS: ReadonlySet<string> = new Set([...TEST_FOLDERS, ...EXAMPLE_FOLDERS, ...DOCUMENT_FOLDERS]);

const BY_EXTENSION: Readonly<Record<string, CutKind>> = {
  '.pyi': 'type-stubs',
  '.c': 'sources',
  '.cc': 'sources',
  '.cpp': 'sources',
  '.cxx': 'sources',
  '.h': 'sources',
  '.hh': 'sources',
  '.hpp': 'sources',
  '.hxx': 'sources',
  '.pyx': 'sources',
  '.pxd': 'sources',
  '.pxi': 'sources',
  '.a': 'static-libraries',
  '.pdb': 'debug-symbols',
};

/** Endings that something is cut by, each with its dot. */
export const CUT_EXTENSIONS: ReadonlySet<string> = new Set(Object.keys(BY_EXTENSION));

/** Of a folder of documentation only these are cut: a package may well have that name (`botocore.docs`). */
const DOCUMENT = /\.(?:rst|md|txt|html?|css|png|svg|gif|jpe?g|pdf|ipynb|tex|[1-8](?:\.gz)?)$/i;

/** Licences and who is to be named stay wherever they lie. */
const LICENCE = /^(?:licen[cs]e|copying|copyright|notice|authors|patents|unlicense)/i;

/** Folders of web pages: what lies below is shown by a program, whatever it is named. */
const SHOWN = /(?:^|\/)(?:templates?|static|assets|www)\//;

/** Most paths hold none of the names and endings. */
const COULD_BE_CUT = new RegExp(
  `/(?:${[...CUT_FOLDERS].join('|')})/|(?:${[...CUT_EXTENSIONS].map((extension) => `\\${extension}`).join('|')}|/conftest\\.py)$`,
  'i',
);

/** A module that is a test, by the names that pytest and unittest look for. */
const TEST_MODULE = /(?:^|\/)(?:test_[^/]*|[^/]*_test|tests)\.py$/;
const NO_MODULE_OF_ITS_OWN = /(?:^|\/)(?:__init__|__main__|conftest)\.py$/;

/**
 * What kind of file each path may be cut as; of those that are not named, nothing is cut. Paths are relative to `/opt`.
 *
 * A folder `tests` counts when a module of tests lies in it; a folder `test` when no other module does, because `test` is also a
 * name for code that helps others to test (`django.test`).
 */
export function cutKinds(paths: readonly string[]): ReadonlyMap<string, CutKind> {
  const candidates = paths.filter((path) => COULD_BE_CUT.test(path));
  const folders = testFolders(candidates);
  const kinds = new Map<string, CutKind>();
  for (const path of candidates) {
    const kind = kindOf(path, folders);
    if (kind !== undefined) kinds.set(path, kind);
  }
  return kinds;
}

function kindOf(path: string, folders: ReadonlySet<string>): CutKind | undefined {
  const name = posix.basename(path);
  if (SHOWN.test(path) || LICENCE.test(name) || /(?:^|\/)[^/]+\.dist-info\//.test(path)) return undefined;
  const tests = outermost(path, TEST_FOLDERS);
  if ((tests !== undefined && folders.has(tests)) || name === 'conftest.py') return 'tests';
  if (outermost(path, EXAMPLE_FOLDERS) !== undefined) return 'examples';
  if (outermost(path, DOCUMENT_FOLDERS) !== undefined && DOCUMENT.test(name)) return 'documentation';
  const extension = posix.extname(name).toLowerCase();
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension] : undefined;
}

/** The outermost folder above the path that has one of the names. */
function outermost(path: string, names: ReadonlySet<string>): string | undefined {
  const parts = path.split('/');
  const at = parts.findIndex((part, index) => index < parts.length - 1 && names.has(part));
  return at === -1 ? undefined : parts.slice(0, at + 1).join('/');
}

/** The folder that a path is cut with, and that its data belongs to: the outermost one of a name that is looked for. */
export function cutFolderOf(path: string): string | undefined {
  return outermost(path, CUT_FOLDERS);
}

/** Folders of tests that hold nothing else. */
function testFolders(paths: readonly string[]): ReadonlySet<string> {
  const withTests = new Set<string>();
  const withOthers = new Set<string>();
  for (const path of paths) {
    const folder = path.endsWith('.py') ? outermost(path, TEST_FOLDERS) : undefined;
    if (folder === undefined) continue;
    if (TEST_MODULE.test(path)) withTests.add(folder);
    else if (!NO_MODULE_OF_ITS_OWN.test(path)) withOthers.add(folder);
  }
  return new Set([...withTests].filter((folder) => folder.endsWith('/tests') || !withOthers.has(folder)));
}
