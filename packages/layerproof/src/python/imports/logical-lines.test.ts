import { expect, test } from 'vitest';
import { logicalLines } from './logical-lines.ts';

test('tokens of each logical line, with the brackets around them', () => {
  const lines = [...logicalLines('# a\nif f(x,\n     [1]):\n  y = f"{z=}"\n')];
  expect(
    lines.map(({ indent, tokens }) => [indent, tokens.map(({ text, depth, line }) => `${text} ${depth} ${line}`)]),
  ).toEqual([
    [0, ['if 0 2', 'f 0 2', '( 0 2', 'x 1 2', ', 1 2', '[ 1 3', '1 2 3', '] 1 3', ') 0 3', ': 0 3']],
    [2, ['y 0 4', '= 0 4', 'f"{z=}" 0 4']],
  ]);
  expect(lines[1]?.tokens.map(({ formatSince }) => formatSince).at(-1)).toBe(8);
});

test.each(['', '\n\n', '# only a comment', '\uFEFF'])('no line in %j', (source) => {
  expect([...logicalLines(source)]).toEqual([]);
});
