import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { type FontName, outlineOf } from '../../../../test/typeset/fonts.ts';
import type { Word } from '../document.ts';
import { createReader } from '../reader.ts';
import { characterEdges, edgesOnPage } from './character-edges.ts';

const reader = createReader({ version: 'v4' });
afterAll(() => reader.close());

interface Typeset {
  readonly text: string;
  readonly font: FontName;
  readonly size: number;
  readonly baseline: number;
}

const LEFT = 80;
const lines: readonly Typeset[] = [
  { text: 'The quick brown fox jumps', font: 'DejaVuSerif', size: 40, baseline: 100 },
  { text: 'over 43,456 lazy dogs willingly', font: 'DejaVuSans', size: 28, baseline: 190 },
  { text: 'Mixed CASE Garden 1911', font: 'DejaVuSans-Bold', size: 32, baseline: 280 },
  { text: 'monospaced fill', font: 'DejaVuSansMono', size: 24, baseline: 360 },
];

async function pageOf(turn: number): Promise<Buffer> {
  const paths = lines.map(({ text, font, size, baseline }) => {
    return `<path d="${outlineOf(text, font, size, LEFT, baseline).path}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="460"><rect width="100%" height="100%" fill="#fff"/>${paths.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten().rotate(turn, { background: '#fff' }).png().toBuffer();
}

/** Where the font puts the edge before each character of a line, and after its last. */
function edgesOf({ text, font, size }: Typeset): number[] {
  return Array.from({ length: text.length + 1 }, (_, at) => LEFT + outlineOf(text.slice(0, at), font, size).width);
}

async function wordsRead(turn: number): Promise<Word[]> {
  const { pages } = await reader.read(await pageOf(turn));
  return pages.flatMap(({ blocks }) => blocks.flatMap((block) => block.lines.flatMap(({ words }) => words)));
}

test('each character is where the font put it', { timeout: 60_000 }, async () => {
  const words = await wordsRead(0);
  const off: number[] = [];
  for (const line of lines) {
    const expected = edgesOf(line);
    let at = 0;
    for (const text of line.text.split(' ')) {
      const { edges = [], box } = words.find((word) => word.text === text) ?? {};
      expect(edges, text).toHaveLength(text.length + 1);
      expect([edges[0], edges.at(-1)]).toEqual([box?.left, (box?.left ?? 0) + (box?.width ?? 0)]);
      edges.forEach((edge, index) => off.push(Math.abs(edge - (expected[at + index] ?? Infinity)) / line.size));
      at += text.length + 1;
    }
  }
  // Shares of the font size: an edge is the middle of the white space between letters, a font's is not quite.
  expect(off.length).toBeGreaterThan(90);
  expect(Math.max(...off)).toBeLessThan(0.15);
  expect(off.reduce((sum, distance) => sum + distance, 0) / off.length).toBeLessThan(0.04);
});

test(
  'on a page that lies askew, they ascend from the left end of their word to its right end',
  {
    timeout: 60_000,
  },
  async () => {
    const words = await wordsRead(4);
    const known = words.flatMap(({ text, box, edges }) => (edges === undefined ? [] : [{ text, box, edges }]));
    expect(known.length).toBe(words.length);
    for (const { text, box, edges } of known) {
      expect(edges).toHaveLength([...text].length + 1);
      expect(edges).toEqual(edges.toSorted((a, b) => a - b));
      expect([edges[0], edges.at(-1)]).toEqual([box.left, box.left + box.width]);
    }
  },
);

const character = (text: string, from: number, to: number) => ({ text, confidence: 1, from, to });
const ink = (columns: readonly number[]) => ({ columns: Uint16Array.from(columns), rows: { start: 0, end: 48 } });

test('an edge is where there is least ink between two characters, nearest to halfway', () => {
  const columns = [5, 5, 5, 0, 0, 5, 5, 5, 2, 5, 5, 5];
  const word = [character('a', 0, 0), character('b', 3, 3), character('c', 5, 5)];
  expect(characterEdges(word, { start: 0, end: 12 }, ink(columns), 2)).toEqual([0, 4 / 12, 8.5 / 12, 1]);
  expect(characterEdges(word.slice(0, 2), { start: 0, end: 12 }, ink([5, 5, 5, 5, 5, 5, 5, 5]), 2)).toEqual([
    0,
    4 / 12,
    1,
  ]);
});

test('text that runs downward or to the left has none', () => {
  const upright = [
    { x: 10, y: 10 },
    { x: 50, y: 10 },
    { x: 50, y: 30 },
    { x: 10, y: 30 },
  ] as const;
  const box = { left: 10, top: 10, width: 40, height: 20 };
  const word = { text: 'ab', corners: upright, edges: [0, 0.4, 1] };
  expect(edgesOnPage(word, box)).toEqual([10, 26, 50]);
  const [a, b, c, d] = upright;
  expect(edgesOnPage({ ...word, corners: [b, c, d, a] }, box)).toBeUndefined();
  expect(edgesOnPage({ ...word, corners: [c, d, a, b] }, box)).toBeUndefined();
  expect(edgesOnPage({ ...word, text: 'abc' }, box)).toBeUndefined();
});
