import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { typesetPage } from '../../../test/typeset/typeset-page.ts';
import { session } from './testing/session.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const pageOf = (text: string) => typesetPage({ text, height: 400 });

async function withPages(pages: Readonly<Record<string, string>>): Promise<string> {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, name), await pageOf(text));
  return folder;
}

describe('read', () => {
  test('prints the text of several files, a form feed between them, past one that cannot be read', async () => {
    const folder = await withPages({ 'one.png': 'First page', 'two.png': 'Second page' });
    writeFileSync(join(folder, 'bad.png'), 'not a picture');
    const { exit, stdout, transcript } = await session(['read', 'one.png', 'bad.png', 'two.png'], { folder });
    expect(stdout).toBe('First page\n\fSecond page\n');
    expect(transcript).toContain('stderr: bad.png: error[not-as-declared]: ');
    expect(transcript).toContain('stderr: 1 of 3 files could not be read');
    expect(exit).toBe(2);
  });

  test('names the page of a PDF that cannot be read, and reads the others', async () => {
    const folder = await withPages({});
    const page = (number: number, width: number) =>
      `${number} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} 72]>> endobj`;
    const pages = '2 0 obj <</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>> endobj';
    const lines = ['%PDF-1.7', '1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj', pages, page(3, 20_000), page(4, 72)];
    writeFileSync(join(folder, 'two.pdf'), [...lines, 'trailer <</Root 1 0 R>>', ''].join('\n'));
    const { exit, stdout, transcript } = await session(['read', '-f', 'json', 'two.pdf'], { folder });
    const document = JSON.parse(stdout) as { pages: { number: number; problem?: { code: string } }[] };
    expect(document.pages.map(({ number, problem }) => [number, problem?.code])).toEqual([
      [1, 'pdf-page-too-large'],
      [2, undefined],
    ]);
    expect(transcript).toContain(
      'stderr: two.pdf, page 1: error[pdf-page-too-large]: Page 1 of the PDF has 20000 x 72',
    );
    expect(exit).toBe(0);
  });

  test('prints one document of JSON to a line', async () => {
    const folder = await withPages({ 'one.png': 'First page', 'two.png': 'Second page' });
    const { exit, stdout } = await session(['read', '-f', 'json', 'one.png', 'two.png'], { folder });
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { pages: unknown[] });
    expect(documents.map(({ pages }) => pages.length)).toEqual([1, 1]);
    expect(exit).toBe(0);
  });

  test('writes every format into a folder that it makes, and nothing else', async () => {
    const folder = await withPages({ 'page.png': 'Only page' });
    const argv = ['read', 'page.png', '-f', 'text,json,pdf,hocr,alto,md,csv,textract', '-o', 'out/of/it'];
    expect((await session(argv, { folder })).transcript).toBe(`$ ocr-pipeline ${argv.join(' ')}\nexit 0`);
    const out = join(folder, 'out/of/it');
    expect(readdirSync(out).sort()).toEqual([
      'page.alto.xml',
      'page.csv',
      'page.hocr',
      'page.json',
      'page.md',
      'page.pdf',
      'page.textract.json',
      'page.txt',
    ]);
    expect(readFileSync(join(out, 'page.txt'), 'utf8')).toBe('Only page\n');
    expect(readFileSync(join(out, 'page.pdf'), 'latin1').startsWith('%PDF-')).toBe(true);
  });

  test('does not even open a file that is too large', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'large.tif'), '');
    truncateSync(join(folder, 'large.tif'), 5e9);
    const { exit, transcript } = await session(['read', 'large.tif'], { folder });
    expect(transcript).toContain('error[input-too-large]: The input has 5000000000 bytes; at most 524288000 are read');
    expect(exit).toBe(2);
  });

  test('says where it may not write', async () => {
    const folder = await withPages({ 'page.png': 'Only page' });
    writeFileSync(join(folder, 'file'), '');
    const { exit, transcript } = await session(['read', 'page.png', '-o', 'file'], { folder });
    expect(transcript).toContain('stderr: error[output-unwritable]: ');
    expect(exit).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['file', 'page.png']);
  });
});

describe('what is asked for', () => {
  test('is read, and no page more', async () => {
    const folder = temporaryFolder();
    const two = sharp([await pageOf('First page'), await pageOf('Second page')], { join: { animated: true } });
    writeFileSync(join(folder, 'two.tif'), await two.tiff().toBuffer());
    expect((await session(['read', '--pages', '2', 'two.tif'], { folder })).stdout).toBe('Second page\n');
    const beyond = await session(['read', '--pages', '2-3', 'two.tif'], { folder });
    expect(beyond.transcript).toContain('error[page-not-there]: Page 3 was asked for; the document has 2');
    expect(beyond.exit).toBe(2);
  });

  test('is checked before a file is opened', async () => {
    for (const options of [
      ['--mode', 'never'],
      ['--pages', '3-1'],
    ]) {
      const { exit, transcript } = await session(['read', ...options, 'nothing.pdf']);
      expect(transcript).toMatch(/error\[bad-(argument|page-ranges)\]/);
      expect(exit).toBe(2);
    }
  });

  test('is not what was sent: the file says one thing, its name another', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.pdf'), '<!DOCTYPE html><html><body>Please sign in</body></html>');
    const { transcript } = await session(['read', 'letter.pdf'], { folder });
    expect(transcript).toContain(
      'error[not-as-declared]: The input was declared as a PDF, but by its bytes it is an HTML page',
    );
  });
});
