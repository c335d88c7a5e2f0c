import { expect, test } from 'vitest';
import { readEnglishLexicon } from './word-list.ts';

test('the installed words are the pinned ones: English of either side of the ocean, without names', async () => {
  const lexicon = await readEnglishLexicon();
  expect(lexicon.language).toBe('en');
  for (const word of ['a', 'breakfast', 'colour', 'color', 'naive', 'indemnified', 'aardwolf', 'aardwolves', 'zoom']) {
    expect([word, lexicon.has(word)]).toEqual([word, true]);
  }
  for (const word of ['hreakfast', 'okonkwo', 'und', 'breakfas'])
    expect([word, lexicon.has(word)]).toEqual([word, false]);
});
