import { describe, expect, test } from 'vitest';
import { scanPython } from '../imports/scan-python.ts';
import { entryPointModules } from './entry-points.ts';
import { prune } from './prune.ts';
import { type References, referencesOf } from './references.ts';

/** Files by path below `python/`, with the source of modules. */
type Sources = Readonly<Record<string, string>>;

interface Setting {
  /** Files of a second wheel. */
  readonly other?: Sources;
  /** Files of the user's own. */
  readonly own?: Sources;
  readonly entryPoints?: string;
}

/** What is cut, in the order of the files, without `python/`. */
function cutsOf(sources: Sources, { other = {}, own = {}, entryPoints = '' }: Setting = {}): string[] {
  const references = new Map<string, References>();
  const files = [...originOf(sources, 'one'), ...originOf(other, 'two'), ...originOf(own, undefined)];
  for (const [path, source] of Object.entries({ ...sources, ...other, ...own })) {
    const found = path.endsWith('.py') ? referencesOf(path, source, scanPython(source)) : undefined;
    if (found !== undefined) references.set(`python/${path}`, found);
  }
  const cuts = prune(files, { references: (path) => references.get(path), imported: entryPointModules(entryPoints) });
  return files
    .map(({ path }) => path)
    .filter((path) => cuts.has(path))
    .map((path) => path.slice('python/'.length));
}

function originOf(sources: Sources, origin: string | undefined) {
  return Object.keys(sources).map((path) => ({ path: `python/${path}`, origin }));
}

const PACKAGE = {
  'p/__init__.py': '',
  'p/tests/__init__.py': '',
  'p/tests/test_a.py': 'from . import support\nfrom p.tests.test_b import x\n',
  'p/tests/test_b.py': '',
  'p/tests/support.py': '',
  'p/tests/data/a.csv': '',
};
const ALL_TESTS = Object.keys(PACKAGE).slice(1);

describe('what is cut', () => {
  test.each<[string, Sources, string[]]>([
    ['a folder of tests', PACKAGE, ALL_TESTS],
    ['type stubs, but no marker', { 'p/a.pyi': '', 'p/py.typed': '', 'p/a.py': '' }, ['p/a.pyi']],
    [
      'sources and headers',
      { 'p/a.c': '', 'p/b.pyx': '', 'p/include/c.h': '', 'p/a.py': '' },
      ['p/a.c', 'p/b.pyx', 'p/include/c.h'],
    ],
    ['a folder of tests beside the package', { 'tests/test_a.py': '', 'p.py': '' }, ['tests/test_a.py']],
    [
      'examples, and pages of documentation',
      { 'p/examples/a.py': '', 'p/docs/a.rst': '', 'p.py': '' },
      ['p/examples/a.py', 'p/docs/a.rst'],
    ],
    ['conftest.py', { 'p/conftest.py': '', 'p/a.py': '' }, ['p/conftest.py']],
    ['a folder `test` of nothing but tests', { 'p/test/test_a.py': '', 'p/a.py': '' }, ['p/test/test_a.py']],
  ])('%s', (_, sources, expected) => expect(cutsOf(sources)).toEqual(expected));
});

describe('what stays by its name', () => {
  test.each<[string, Sources]>([
    ['a folder `tests` without a test', { 'p/tests/base.py': '', 'p/a.py': '' }],
    ['a folder `test` with other modules', { 'p/test/test_a.py': '', 'p/test/client.py': '', 'p/a.py': '' }],
    ['modules of documentation', { 'p/docs/service.py': '', 'p/a.py': '' }],
    ['tests outside of folders of tests', { 'p/test_utils.py': '', 'p/testing/a.py': '' }],
    [
      'licences and metadata',
      { 'p/tests/LICENSE.txt': '', 'p/tests/test_a.so': '', 'p-1.dist-info/licenses/docs/a.md': '', 'p.py': '' },
    ],
    ['a distribution that is nothing but tests', { 'tests/test_a.py': '', 'tests/b.py': '' }],
    ['pages that a program shows', { 'p/templates/p/docs/a.html': '', 'p/a.py': '' }],
    ['headers for a compiler', { 'p/include/a.h': '', 'p/lib/libcling.so': '', 'p/a.py': '' }],
  ])('%s', (_, sources) => expect(cutsOf(sources)).toEqual([]));
});

describe('what stays because something refers to it', () => {
  const keptBy = (source: string, setting?: Setting) => {
    const cuts = cutsOf({ ...PACKAGE, 'p/a.py': source }, setting);
    return ALL_TESTS.filter((path) => !cuts.includes(path)).map((path) => path.slice('p/tests/'.length));
  };
  const SUPPORT = ['__init__.py', 'support.py', 'data/a.csv'];

  test.each<[string, string[]]>([
    ['import p.tests.support', SUPPORT],
    ['from .tests import support', SUPPORT],
    ['from p.tests.support import x', SUPPORT],
    ['try:\n  from .tests.support import x\nexcept ImportError:\n  pass', SUPPORT],
    ['def f():\n  from p.tests import support', SUPPORT],
    ['import_module("p.tests.support")', SUPPORT],
    ['import_module(".tests.support", __package__)', SUPPORT],
    ['LAZY = ["p.tests.support"]', SUPPORT],
    ['LAZY = [".tests.support"]', SUPPORT],
    ['import p.tests.test_a', ['__init__.py', 'test_a.py', 'test_b.py', 'support.py', 'data/a.csv']],
    ['name = f"p.tests.{x}"', ['__init__.py', 'test_a.py', 'test_b.py', 'support.py', 'data/a.csv']],
    ['join(here, "tests/data", x)', ['__init__.py', 'test_a.py', 'test_b.py', 'support.py', 'data/a.csv']],
    ['join(here, "tests")', ['__init__.py', 'data/a.csv']],
    ['# import p.tests.support\n"""import p.tests.support"""\nurl = "https://p.example/tests/a"', []],
  ])('%s', (source, expected) => expect(keptBy(source)).toEqual(expected));

  test('an import of another wheel, of the own files, or of an entry point', () => {
    const source = 'import p.tests.support';
    expect(keptBy('', { other: { 'q.py': source } })).toEqual(SUPPORT);
    expect(keptBy('', { own: { 'function.py': source } })).toEqual(SUPPORT);
    expect(keptBy('', { entryPoints: '[pytest11]\nplugin = p.tests.support:Plugin [extra]\n' })).toEqual(SUPPORT);
    expect(keptBy('', { other: { 'q.py': 'join(here, "tests")' } })).toEqual([]);
  });

  test('a file of its name, with others of its kind', () => {
    const files = { 'p/a.h': '', 'p/b.h': '', 'p/a.py': 'read("include/a.h")' };
    expect(cutsOf(files)).toEqual(['p/b.h']);
  });

  test('the type stubs of a module that is loaded lazily by them', () => {
    const files = {
      'p/__init__.py': 'import lazy_loader as lazy\nx = lazy.attach_stub(__name__, __file__)',
      'p/__init__.pyi': '',
    };
    expect(cutsOf(files, { other: { 'q.pyi': '', 'q.py': '' } })).toEqual(['q.pyi']);
  });
});
