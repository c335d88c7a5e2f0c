import { expect, test } from 'vitest';
import type { Line } from '../document.ts';
import { documentOfBlocks, hostileDocument } from '../testing/documents.ts';
import { lineAt } from '../testing/lines.ts';
import { toCsv } from './csv.ts';

function table(rows: readonly (readonly string[])[]): { kind: 'table'; lines: Line[] } {
  const lines = rows.flatMap((row, index) =>
    row.map((text, column) => lineAt(text, { left: 50 + 400 * column, top: 50 + 30 * index })),
  );
  return { kind: 'table', lines };
}

const prices = table([
  ['Item', 'Price'],
  ['Paper, A4', '4.50'],
  ['27" screen', '1,204.50'],
]);

test('a row of a table is a line, in quotes where RFC 4180 asks for them', () => {
  expect(toCsv(documentOfBlocks([prices]))).toBe('Item,Price\r\n"Paper, A4",4.50\r\n"27"" screen","1,204.50"\r\n');
});

test('an empty line stands between tables, running text is left out', () => {
  const text = { lines: [lineAt('Thank you', { left: 50, top: 500 })] };
  expect(toCsv(documentOfBlocks([prices, text, prices])).split('\r\n\r\n')).toHaveLength(2);
  expect(toCsv(documentOfBlocks([prices, text]))).not.toContain('Thank');
});

test('a document without tables is empty', () => {
  expect(toCsv(hostileDocument())).toBe('');
});

test('what a spreadsheet would calculate is text, numbers are numbers', () => {
  const rows = [
    ['=HYPERLINK("x")', '-36.7'],
    ['@SUM(A1)', '+4,5 %'],
    ['+1+cmd', '-1-1'],
  ];
  expect(toCsv(documentOfBlocks([table(rows)]))).toBe(
    '"\'=HYPERLINK(""x"")",-36.7\r\n\'@SUM(A1),"+4,5 %"\r\n\'+1+cmd,\'-1-1\r\n',
  );
});

test('a cell of a million digits is no number that is looked at for minutes', () => {
  const long = `-${'0'.repeat(1_000_000)}x`;
  const cells = table([
    ['Paper', long],
    ['Pens', '1'],
    ['Ink', '2'],
  ]);
  const csv = toCsv(documentOfBlocks([cells]));
  expect(csv.replace(/0+/, '0')).toBe("Paper,'-0x\r\nPens,1\r\nInk,2\r\n");
});
