import { expect, test } from 'vitest';
import { type Lexicon, type LexiconNode, lexiconOf } from './lexicon.ts';

const lexicon = lexiconOf('en', { common: ['to', 'tea'], usual: ['ten', 'to', 'café'], rare: ['teapoy', 'łódź'] });

function nodeAt(of: Lexicon, text: string): LexiconNode | undefined {
  let node: LexiconNode | undefined = of.root;
  for (const character of text) node = node && of.next(node, character.charCodeAt(0));
  return node;
}

const rarityOf = (word: string) => {
  const node = nodeAt(lexicon, word);
  return node === undefined ? undefined : lexicon.rarityOf(node);
};

test('knows its words, and neither their beginnings nor anything else', () => {
  expect(['to', 'tea', 'ten', 'café', 'teapoy'].filter((word) => lexicon.has(word))).toHaveLength(5);
  expect(['', 't', 'te', 'teas', 'tex', 'cafe', 'zoo', 'To'].filter((word) => lexicon.has(word))).toEqual([]);
});

test('a word in two lists is as common as in the commoner one', () => {
  expect([rarityOf('to'), rarityOf('ten'), rarityOf('teapoy'), rarityOf('te')]).toEqual([
    'common',
    'usual',
    'rare',
    undefined,
  ]);
});

test('is followed letter by letter for as long as a word goes on', () => {
  expect(nodeAt(lexicon, 'teap')).toBeDefined();
  expect(nodeAt(lexicon, 'teax')).toBeUndefined();
  expect(nodeAt(lexicon, 'toe')).toBeUndefined();
});

test('leaves out what does not fit into a byte a letter', () => {
  expect(lexicon.has('łódź')).toBe(false);
  expect(lexicon.root.to).toBe(5);
});

test('the order of the lists is of no account, and none is no fault', () => {
  const other = lexiconOf('en', { common: ['tea', 'to'], usual: ['café', 'to', 'ten'], rare: ['łódź', 'teapoy'] });
  for (const word of ['to', 'tea', 'ten', 'café', 'teapoy', 'te']) {
    expect(nodeAt(other, word)).toEqual(nodeAt(lexicon, word));
  }
  expect(lexiconOf('en', { common: [], usual: [], rare: [] }).has('to')).toBe(false);
});
