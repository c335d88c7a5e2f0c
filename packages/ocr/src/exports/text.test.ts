import { expect, test } from 'vitest';
import type { Document } from '../document.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { toText } from './text.ts';

const total = [lineAt('Total', { left: 50, top: 50 }), lineAt('36.00', { left: 500, top: 54 })];

test('a row of the page is a line of the text', () => {
  expect(toText(documentOf([...total, lineAt('Thank you', { left: 50, top: 80 })]))).toBe('Total 36.00\nThank you\n');
});

test('a row of a skewed page is one, too: its far end lies lower than its next line begins', () => {
  const slope = 0.05;
  const row = (name: string, top: number) => [
    lineAt(`${name} begins here and goes on`, { left: 50, top, slope }),
    lineAt(`${name} ends`, { left: 360, top, slope }),
  ];
  expect(toText(documentOf([...row('one', 50), ...row('two', 75)]))).toBe(
    'one begins here and goes on one ends\ntwo begins here and goes on two ends\n',
  );
});

test('a blank line stands between blocks, a form feed between pages', () => {
  const one = documentOf(total);
  const pages = one.pages.flatMap((page) => [{ ...page, blocks: [...page.blocks, ...page.blocks] }, page]);
  expect(toText({ ...one, pages })).toBe('Total 36.00\n\nTotal 36.00\fTotal 36.00\n');
});

test('a page without text is an empty text', () => {
  const empty: Document = { ...documentOf(total), pages: [{ number: 1, width: 9, height: 9, blocks: [] }] };
  expect(toText(empty)).toBe('');
});
