import { expect, test } from 'vitest';
import { documentOfBlocks, hostileDocument } from '../testing/documents.ts';
import { lineAt } from '../testing/lines.ts';
import { toMarkdown } from './markdown.ts';

const rows = (...texts: string[]) => texts.map((text, index) => lineAt(text, { left: 50, top: 100 + 30 * index }));

test('has headings, paragraphs, lists and tables', () => {
  const cells = ['Item', 'Price', 'Paper', '4.50', 'A|4', '1.20'].map((text, index) =>
    lineAt(text, { left: 50 + 400 * (index % 2), top: 300 + 30 * (index >> 1) }),
  );
  const markdown = toMarkdown(
    documentOfBlocks([
      { kind: 'heading', lines: [lineAt('Of Paper', { left: 50, top: 20, height: 40 })] },
      { kind: 'heading', lines: [lineAt('Its use #', { left: 50, top: 70, height: 24 })] },
      { lines: rows('Paper is used', 'for many things:', '• it is written', 'on', '• it burns', '12) and so on') },
      { kind: 'table', lines: cells },
    ]),
  );
  expect(markdown).toMatchInlineSnapshot(`
    "# Of Paper

    ## Its use \\#

    Paper is used
    for many things:

    - it is written
      on
    - it burns
    12. and so on

    | Item | Price |
    | --- | --- |
    | Paper | 4.50 |
    | A\\|4 | 1.20 |
    "
  `);
});

test('a rule stands between pages; one that could not be read says why', () => {
  expect(toMarkdown(hostileDocument())).toMatch(/^\*Page 1 &lt;b&gt;cannot&lt;\/b&gt; be read\*\n\n---\n\n/);
});

test('text is text, whatever it holds', () => {
  const markdown = toMarkdown(hostileDocument());
  expect(markdown.slice(markdown.indexOf('---'))).toMatchInlineSnapshot(`
    "---

    &lt;script&gt;alert(1)&lt;/script&gt;\\
    \\]\\]&gt;\\
    "&gt;&lt;img\\
    'onerror='x\\
    &amp;amp;
    \\=HYPERLINK("http://example.invalid")
    \\[click\\](javascript:alert(1))
    \\|cell\\|\\
    \\\`code\\\`\\
    &lt;!--\\
    \\=cmd\\|'/c'!A0\\
    ‮gnp.exe\\
    שלום\\
    ab\\
    Žluťoučký\\
    😀
    "
  `);
});

test('what would begin markup at the start of a line does not', () => {
  const start = (text: string) => toMarkdown(documentOfBlocks([{ lines: rows(text) }]));
  expect(start('# 5')).toBe('\\# 5\n');
  expect(start('---')).toBe('\\---\n');
  expect(start('=====')).toBe('\\=====\n');
  expect(start('+ 3')).toBe('\\+ 3\n');
  expect(start('2019.')).toBe('2019\\.\n');
  expect(start('2019) ended')).toBe('2019\\) ended\n');
  expect(start('1.5 litres')).toBe('1.5 litres\n');
  expect(start('> quoted')).toBe('&gt; quoted\n');
});

test('a document without text is empty', () => {
  expect(toMarkdown({ ...hostileDocument(), pages: [{ number: 1, width: 9, height: 9, blocks: [] }] })).toBe('');
});

test('a line that was ended on purpose is ended: in an address, between figures; a line of prose goes on', () => {
  const markdown = (...texts: string[]) => toMarkdown(documentOfBlocks([{ lines: rows(...texts) }]));
  expect(markdown('14 Harbour Lane', 'Kent', 'Telephone 01227 555 0186 at all hours')).toBe(
    '14 Harbour Lane\\\nKent\\\nTelephone 01227 555 0186 at all hours\n',
  );
  expect(markdown('Cheque 4987 36.07', 'Deposit 2 800.04')).toBe('Cheque 4987 36.07\\\nDeposit 2 800.04\n');
  expect(markdown('Paper is used for many', 'things that are written')).toBe(
    'Paper is used for many\nthings that are written\n',
  );
});

test('ampersands and underscores that mean nothing stay as they are', () => {
  expect(toMarkdown(documentOfBlocks([{ lines: rows('B & W, R&D, a_b') }]))).toBe('B & W, R&D, a_b\n');
  expect(toMarkdown(documentOfBlocks([{ lines: rows('_a_ &lt; &#60;') }]))).toBe('\\_a\\_ &amp;lt; &amp;#60;\n');
});

test('a heading of a million marks is not looked at for minutes', () => {
  const marks = '#'.repeat(1_000_000);
  const heading = (text: string) => {
    const lines = [lineAt(text, { left: 50, top: 20 })];
    return toMarkdown(documentOfBlocks([{ kind: 'heading', lines }])).replaceAll(/#{9,}/g, 'MARKS');
  };
  expect(heading(`${marks}x`)).toBe('## MARKSx\n');
  expect(heading(`x ${marks}`)).toBe('## x \\MARKS\n');
});
