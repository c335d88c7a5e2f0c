import { expect, test } from 'vitest';
import { glyphlessFont } from './glyphless-font.ts';

const middles = [300, -100];
const font = glyphlessFont(middles);
const view = new DataView(font.buffer);

test('has the six tables that PDF asks for, sorted, each within the file', () => {
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
    return { tag, end: view.getUint32(entry + 8) + view.getUint32(entry + 12) };
  });
  expect(tables.map(({ tag }) => tag)).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
  expect(tables.every(({ end }) => end <= font.length)).toBe(true);
});

test('adds up to the checksum that OpenType prescribes', () => {
  let sum = 0;
  for (let offset = 0; offset < font.length; offset += 4) sum = (sum + view.getUint32(offset)) >>> 0;
  expect(sum).toBe(0xb1b0afba);
});

test('is always the same', () => {
  expect(glyphlessFont(middles)).toEqual(font);
});
