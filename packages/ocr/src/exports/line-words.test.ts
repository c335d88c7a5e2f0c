import { expect, test } from 'vitest';
import { documentOf, lineAt } from '../testing/lines.ts';
import { toAlto } from './alto.ts';
import { toHocr } from './hocr.ts';
import { wordsOfLine } from './line-words.ts';
import { toTextract } from './textract.ts';

const line = lineAt('Total due', { left: 50, top: 60 });
const undivided = { ...line, words: [] };

test('a line has its words, and is one where it was not divided', () => {
  expect(wordsOfLine(line)).toBe(line.words);
  expect(wordsOfLine(undivided)).toEqual([{ text: 'Total due', confidence: 0.9, box: line.box }]);
});

test('the text of such a line is in every format that is made of words', () => {
  for (const format of [toAlto, toHocr, toTextract]) expect(format(documentOf([undivided]))).toContain('Total due');
});
