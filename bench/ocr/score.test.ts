import { expect, test } from 'vitest';
import { f1, scoreOf, sumOf } from './score.ts';

test('what reads the same scores in full: case, quotation marks, dashes, line ends', () => {
  const { words, edits } = scoreOf('“Paid” – 12 May', '"paid"  -\n12 MAY');
  expect(f1(words)).toBe(1);
  expect(edits).toBe(0);
});

test('words in another order cost edits, not words; a word counts as often as it stands there', () => {
  const { words, edits, characters } = scoreOf('one two two', 'two one one');
  expect(words).toEqual({ found: 2, truth: 3, read: 3 });
  expect(edits).toBeGreaterThan(0);
  expect(characters).toBe(11);
});

test('punctuation apart from a word costs the word, not its letters and digits; a lost space costs both, not the trigrams', () => {
  const apart = scoreOf('Total: 12', 'Total : 12');
  expect(f1(apart.words)).toBeLessThan(1);
  expect(f1(apart.alphanumeric)).toBe(1);
  const together = scoreOf('grand total', 'grandtotal');
  expect(f1(together.alphanumeric)).toBe(0);
  expect(f1(together.trigrams)).toBe(1);
});

test('edits are the fewest insertions, deletions and replacements', () => {
  expect(scoreOf('kitten', 'sitting').edits).toBe(3);
  expect(scoreOf('abc', '').edits).toBe(3);
});

test('a word broken at the end of a line is one where the truth joins them', () => {
  expect(f1(scoreOf('the harbour', 'the har-\nbour', true).words)).toBe(1);
  expect(f1(scoreOf('the harbour', 'the har-\nbour').words)).toBeLessThan(1);
});

test('pages add up by their tokens, not by their scores', () => {
  const { words } = sumOf([scoreOf('a b c', 'a b c'), scoreOf('d', 'x')]);
  expect(words).toEqual({ found: 3, truth: 4, read: 4 });
});
