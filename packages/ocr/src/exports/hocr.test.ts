import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { hostileDocument, richDocument } from '../testing/documents.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { toHocr } from './hocr.ts';

test('has pages, areas, paragraphs, lines and words, with boxes and confidences', () => {
  const hocr = toHocr(documentOf([lineAt('Total due', { left: 50, top: 60 })]));
  expect(hocr.slice(hocr.indexOf('<body>'))).toMatchInlineSnapshot(`
    "<body>
    <div class="ocr_page" id="page_1" title="bbox 0 0 800 600; ppageno 0">
    <div class="ocr_carea" id="block_1_1" title="bbox 50 60 140 80">
    <p class="ocr_par" id="par_1_1" title="bbox 50 60 140 80">
    <span class="ocr_line" id="line_1_1_1" title="bbox 50 60 140 80"><span class="ocrx_word" id="word_1_1_1_1" title="bbox 50 60 100 80; x_wconf 90">Total</span> <span class="ocrx_word" id="word_1_1_1_2" title="bbox 110 60 140 80; x_wconf 90">due</span></span>
    </p>
    </div>
    </div>
    </body>
    </html>
    "
  `);
  expect(hocr).toContain('<meta name="ocr-system" content="test 1" />');
});

test('a page that could not be read says why', () => {
  expect(toHocr(hostileDocument())).toContain(
    '<div class="ocr_page" id="page_1" title="bbox 0 0 0 0; ppageno 0">\n<p>Page 1 &lt;b&gt;cannot&lt;/b&gt; be read</p>\n</div>',
  );
});

testWithTool('hocr-check', ['hocr-check', '--help'])('hocr-tools find nothing amiss, and every line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hocr-'));
  try {
    const path = join(folder, 'page.hocr');
    const [page] = richDocument().pages;
    const document = { ...richDocument(), pages: page === undefined ? [] : [page] };
    writeFileSync(path, toHocr(document, { characters: true }));
    const { stderr: checks } = spawnSync('hocr-check', [path], { encoding: 'utf8' });
    const lines = execFileSync('hocr-lines', [path], { encoding: 'utf8' }).trim().split('\n');
    expect(checks).toMatch(/^ok 1 /);
    expect(checks).not.toContain('not ok');
    expect(lines).toEqual(page?.blocks.flatMap((block) => block.lines.map(({ text }) => text)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
