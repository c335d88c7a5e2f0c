import { describe, expect, test } from 'vitest';
import { scanPython } from './scan-python.ts';

/** `1 hard a.b`, `2 soft(try) .a: b, c`. */
function imports(source: string): string[] {
  return scanPython(source).imports.map(({ level, module, names, line, kind, guard }) => {
    const what = `${'.'.repeat(level)}${module}${names.length === 0 ? '' : `: ${names.join(', ')}`}`;
    return `${line} ${kind}${guard === undefined ? '' : `(${guard})`} ${what}`;
  });
}

const strings = (source: string) => scanPython(source).strings.map(({ text }) => text);

describe('scanPython', () => {
  test.each([
    ['import a.b.c as d, e', ['1 hard a.b.c', '1 hard e']],
    ['from . import x', ['1 hard .: x']],
    ['from .. y import *', ['1 hard ..y: *']],
    ['from ...a.b import (c as d,\n  e, # from x import y\n)', ['1 hard ...a.b: c, e']],
    ['x = 1; import a; from b import c', ['1 hard a', '1 hard b: c']],
    ['import a \\\n  , b', ['1 hard a', '1 hard b']],
    ['\ufeffimport a\r\nimport b\rimport c', ['1 hard a', '2 hard b', '3 hard c']],
    ['lazy import a\nlazy from b import c', ['1 hard a', '2 hard b: c']],
    ['class A:\n  import a', ['2 hard a']],
    ['with open(x) as f: import a', ['1 hard a']],
  ])('%j', (source, expected) => expect(imports(source)).toEqual(expected));

  test.each([
    '"import a"',
    "'''\nimport a\n'''",
    '# import a',
    'x = "\\"; import a"',
    'raise E from error',
    'x = yield from a',
    "f'{x!r:{'import a'}} import b'",
    'f"{x["import a"]}"',
    'r"\\"; import a"',
    'xs = [\n  "a", "\\\nimport b"\n]',
  ])('%j imports nothing', (source) => expect(imports(source)).toEqual([]));

  test('whether a module that cannot be loaded is passed over', () => {
    const source = `
try: import a
except ImportError: pass
def f():
    try:
        import b
    except (OSError, ImportError) as error:
        warn(error)
try:
    import c
except ImportError as error:
    if error.name == "c":
        raise RuntimeError("install c") from error
try:
    import d
except ModuleNotFoundError:
    pass
try:
    import e
except ImportError:
    import g
except:
    raise
try:
    import h
except:
    h = None
with suppress(ImportError):
    import i
`;
    const caught = scanPython(source).imports.filter(({ isCaught }) => isCaught);
    expect(caught.map(({ module }) => module)).toEqual(['a', 'b', 'e', 'h', 'i']);
  });

  test('what guards an import', () => {
    const source = `
try:
    import a
except (ImportError, AttributeError):
    import b
else:
    import c
finally:
    import d
try:
    import e
except OSError:
    pass
if TYPE_CHECKING:
    import f
else:
    import g
if not typing.TYPE_CHECKING:
    import h
if sys.version_info < (3, 11): import i
else: import j
def k():
    if TYPE_CHECKING:
        import k
async def l(): import l
with suppress(ImportError):
    import m
try: import n
except: n = None
import o
`;
    expect(imports(source)).toEqual([
      '3 soft(try) a',
      '5 soft(try) b',
      '7 soft(try) c',
      '9 hard d',
      '11 hard e',
      '15 soft(type-checking) f',
      '17 hard g',
      '19 hard h',
      '20 soft(condition) i',
      '21 soft(condition) j',
      '24 soft(function) k',
      '25 soft(function) l',
      '27 soft(try) m',
      '28 soft(try) n',
      '30 hard o',
    ]);
  });

  test('a handler that raises in any case guards nothing', () => {
    const source = `
try:
    import a
except ImportError as error:
    raise RuntimeError("install a") from error
except Exception:
    pass
try:
    import b
except ImportError:
    if strict: raise
try:
    try:
        import c
    except ImportError:
        raise ImportError("install c")
except ImportError:
    pass
try: import d
except ImportError:
    try: import e
    except ImportError: raise
def f():
    try: import g
    except ImportError: raise
`;
    expect(imports(source)).toEqual([
      '3 hard a',
      '9 soft(try) b',
      '14 soft(try) c',
      '19 soft(try) d',
      '21 soft(try) e',
      '24 soft(function) g',
    ]);
  });

  test('calls with a literal name', () => {
    const source = `
importlib.import_module("a.b")
__import__('c')
import_module(".d", __name__)
import_module("..e", package="f.g")
import_module(name)
import_module(f"h.{name}")
import_module(
    "i"
    ".j"
)
`;
    expect(imports(source)).toEqual(['2 hard a.b', '3 hard c', '4 hard .d', '5 hard f.e', '8 hard i.j']);
  });

  test('strings, without docstrings and bytes', () => {
    const source = `
"""The docstring."""
def f():
    'another'
    return "a" 'b', b"bytes", r'c\\d', "it\\'s"
path = f"{here}/tests/{{x}}/{name:>{width}}.csv"
`;
    expect(strings(source)).toEqual(['ab', 'c\\d', "it's", '{}/tests/{x}/{}.csv']);
  });

  test.each([
    '"',
    "'''",
    'from',
    'import',
    'from .',
    'f"{',
    'f"{x',
    'import_module(',
    '(((',
    '\\',
    'import a,',
    '\u0000',
    'print "x"',
  ])('never fails, whatever it is given: %j', (source) => expect(() => scanPython(source)).not.toThrow());
});
