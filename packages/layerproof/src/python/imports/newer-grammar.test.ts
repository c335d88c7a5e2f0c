import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { answers, testWithTool } from '../../../../../test/tools.ts';
import { SPECIMENS } from './testing/newer-grammar-specimens.ts';
import { newerGrammar } from './newer-grammar.ts';

/** The newest version that a source wants, 7 at least. */
function sinceOf(source: string): number {
  return Math.max(7, ...newerGrammar(source, 7).map(({ since }) => since));
}

describe('newerGrammar', () => {
  test.each(SPECIMENS)('of Python 3.%i: %j', (since, source) => {
    expect(sinceOf(source)).toBe(since);
    expect(newerGrammar(source, since)).toEqual([]);
    expect(newerGrammar(source.replaceAll('\n', '\r\n'), 7).length > 0).toBe(since > 7);
  });

  test.each(['f"{', "f'''{", 'f"{x:{', '[', '(yield ', '[*a for ', 'for a in *b, '])(
    'takes %j a hundred thousand times over',
    (piece) => {
      expect(newerGrammar(`${piece.repeat(100_000)}\n\n"\\`, 7).length).toBeLessThan(3);
    },
  );

  test('says what it is, where it stands first, in the order of the file', () => {
    const source = 'import a\n\ndef f[T](x):\n    match x:\n        case 1: pass\n    match x:\n        case 2: pass\n';
    expect(newerGrammar(source, 9)).toEqual([
      { since: 12, what: 'a list of type parameters', line: 3 },
      { since: 10, what: 'a `match` statement', line: 4 },
    ]);
    expect(newerGrammar(source, 10)).toEqual([{ since: 12, what: 'a list of type parameters', line: 3 }]);
  });

  test.each([
    '',
    'f"{',
    'f"{x:',
    "f'''{'''",
    'match',
    '@',
    'except *',
    'type x',
    'def f[',
    'x[*',
    '\0\\',
    'f"\\',
    'f"\\N{',
  ])('takes %j', (source) => {
    expect(newerGrammar(source, 7).length).toBeLessThan(3);
  });
});

const INTERPRETERS = ['python3', ...[8, 9, 10, 11, 12, 13, 14].map((minor) => `python3.${minor}`)].filter(
  (name) => name === 'python3' || answers([name, '-c', '']),
);

describe.each(INTERPRETERS)('beside %s', (interpreter) => {
  testWithTool(interpreter, [interpreter, '-c', ''])(
    'its parser takes of the specimens what we say that it takes',
    () => {
      const program = `
import ast, json, sys, warnings
warnings.simplefilter("ignore")
def takes(source):
    try: ast.parse(source)
    except SyntaxError: return False
    return True
print(json.dumps([sys.version_info[1], [takes(source) for source in json.load(sys.stdin)]]))`;
      const input = JSON.stringify(SPECIMENS.map(([, source]) => source));
      const [minor, takes] = JSON.parse(execFileSync(interpreter, ['-c', program], { input, encoding: 'utf8' })) as [
        number,
        boolean[],
      ];
      const differing = SPECIMENS.filter(([, source], at) => takes[at] !== (newerGrammar(source, minor).length === 0));
      expect(differing).toEqual([]);
    },
  );
});

/** Sources of the standard library, with its tests, that the interpreter parses. */
const PARSED = `
import ast, os, sys, sysconfig, warnings
warnings.simplefilter("ignore")
print(sys.version_info[1])
for folder, folders, files in os.walk(sysconfig.get_path("stdlib")):
    folders[:] = [f for f in folders if f not in ("site-packages", "dist-packages")]
    for file in files:
        if not file.endswith(".py"): continue
        path = os.path.join(folder, file)
        try: ast.parse(open(path, "rb").read())
        except (SyntaxError, ValueError): continue
        print(path)
`;

testWithTool('python3', ['python3', '-c', ''])(
  'nothing in the standard library of the machine is newer than its Python',
  () => {
    const output = execFileSync('python3', ['-c', PARSED], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const [minor, ...paths] = output.trimEnd().split('\n');
    expect(paths.length).toBeGreaterThan(100);
    const refused = paths.flatMap((path) => {
      const found = newerGrammar(readFileSync(path, 'utf8'), Number(minor));
      return found.map(({ what, line }) => `${path}:${line} ${what}`);
    });
    expect(refused).toEqual([]);
  },
  120_000,
);
