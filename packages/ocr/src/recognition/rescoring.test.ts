import { describe, expect, test } from 'vitest';
import { lineReadAs } from '../testing/letter-scores.ts';
import { lexiconOf } from './lexicon.ts';
import { rescore } from './rescoring.ts';

const lexicon = lexiconOf('en', {
  common: [
    'the',
    'and',
    'they',
    'both',
    'had',
    'breakfast',
    'law',
    'with',
    'their',
    'mother',
    'from',
    'house',
    'did',
    'bold',
  ],
  usual: ['brief', 'found', 'wisely', 'naive', 'lean', 'bran', 'niece', 'bet', 'bald'],
  rare: ['nave', 'hoth'],
});

/** Surely read English, so that the page is known to be. */
const ENGLISH = lineReadAs('they both had breakfast with their mother and found the house from the law');

/** The text of a line on a page that is otherwise English. */
function readOn(text: string, first?: number): string {
  const [, line] = rescore([ENGLISH, lineReadAs(text, first)], lexicon);
  return (line?.words ?? []).map((word) => word.text).join(' ');
}

describe('unsure letters that are no word', () => {
  test('become the word that they may well be', () => {
    expect(readOn('[hb]reakfast')).toBe('breakfast');
    expect(readOn("'no [hb]reakfast', he")).toBe("'no breakfast', he");
    expect(readOn('mother[-.]in-[jl]aw')).toBe('mother-in-law');
  });

  test('keep their case', () => {
    expect(readOn('[HB]reakfast')).toBe('Breakfast');
    expect(readOn('BREA[XK]FAST')).toBe('BREAKFAST');
    expect(readOn('BREA[xk]FAST')).toBe('BREAKFAST');
  });

  test('become the commoner of two words that are about as likely', () => {
    expect(readOn('b[cao]ld')).toBe('bold');
    expect(readOn('b[ca]ld')).toBe('bald');
  });

  test('lose an accent that the recogniser doubts', () => {
    expect(readOn('wisel[ýy]')).toBe('wisely');
    expect(readOn('wisel[ýy]', 0.999)).toBe('wiselý');
  });

  test('a letter that was taken for a digit is a letter', () => {
    expect(readOn('wise[1l]y')).toBe('wisely');
    expect(readOn('f[0o]und')).toBe('found');
  });

  test('keep their confidence, and have an edge more than they have letters', () => {
    const line = lineReadAs('m[oh]ther [il]aw', 0.7);
    const [, changed] = rescore([ENGLISH, line], lexicon);
    expect(changed?.words.map(({ text }) => text)).toEqual(['mother', 'law']);
    expect(changed?.words.map(({ confidence }) => confidence)).toEqual(line.words.map(({ confidence }) => confidence));
    for (const { text, edges } of changed?.words ?? []) expect(edges).toHaveLength(text.length + 1);
  });
});

describe('nothing is changed', () => {
  test('where the letters are sure, however near a word is', () => {
    expect(readOn('[hb]reakfast', 0.95)).toBe('hreakfast');
  });

  test('where every word is much less likely than what was read', () => {
    expect(readOn('[oe]reakfast')).toBe('oreakfast');
  });

  test('where the lexicon has what was read, however rare it is', () => {
    expect(readOn('[hb]oth')).toBe('hoth');
  });

  test('where what was read stands elsewhere on the page, surely', () => {
    expect(readOn('br[yi]ef')).toBe('brief');
    const [, , line] = rescore([ENGLISH, lineReadAs('bryef'), lineReadAs('br[yi]ef')], lexicon);
    expect(line?.words[0]?.text).toBe('bryef');
  });

  test('to a rare word, nor in three letters to any but a common one in lower case', () => {
    expect(readOn('na[wv]e')).toBe('nawe');
    expect(readOn('[fb]et')).toBe('fet');
    expect(readOn('[fl]aw')).toBe('law');
    expect(readOn('[FL]aw')).toBe('Faw');
  });

  test('in addresses, beside digits, before a contraction, and where a word is broken at the end of its line', () => {
    expect(readOn('[hb]reakfast@house')).toBe('hreakfast@house');
    expect(readOn('www.[hb]reakfast.house')).toBe('www.hreakfast.house');
    expect(readOn('4[hb]reakfast')).toBe('4hreakfast');
    expect(readOn("di[dt]n't")).toBe("didn't");
    expect(readOn('the [mh]ouse-')).toBe('the mouse-');
    expect(readOn('the [mh]ouse- and')).toBe('the house- and');
  });

  test('where capitals stand within a word on purpose', () => {
    expect(readOn('wi[zs]ely')).toBe('wisely');
    expect(readOn('wi[zs]eLY')).toBe('wizeLY');
  });

  test('on a page of another language, nor in a line of one', () => {
    const german = lineReadAs('der Brief lag auf dem Tisch und die Mutter war nicht im Haus');
    const doubtful = lineReadAs('ein [fb]rief');
    const page = [german, german, doubtful];
    expect(rescore(page, lexicon)).toBe(page);
    expect(readOn('der alte Mann hat einen [fb]rief')).toBe('der alte Mann hat einen frief');
    expect(readOn('a [fb]rief')).toBe('a brief');
  });

  test('on a page of few words', () => {
    const page = [lineReadAs('the [hb]reakfast')];
    expect(rescore(page, lexicon)).toBe(page);
  });
});

test('a capitalised word, often a name, needs more doubt than another', () => {
  expect(readOn('brea[xk][tf]ast', 0.86)).toBe('breakfast');
  expect(readOn('Brea[xk][tf]ast', 0.86)).toBe('Breaxtast');
  expect(readOn('Brea[xk][tf]ast', 0.75)).toBe('Breakfast');
});
