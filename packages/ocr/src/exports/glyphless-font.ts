/** Every glyph is as wide as this; units of a thousandth of the font size. */
export const GLYPH_WIDTH = 500;
const UNITS_PER_EM = 1000;

/** From the foot of its box to the head and back: that encloses nothing, so nothing is drawn. */
const POINTS = 2;

/** 2^32, and the number that a font file's checksums are subtracted from (OpenType 1.9, `head`). */
const MODULUS = 2 ** 32;
const CHECKSUM_MAGIC = 0xb1b0afba;

/**
 * A TrueType font whose glyphs draw nothing. From glyph 1 on they have their middles at these heights above the baseline, in
 * thousandths of the font size, and each is as high as the font size: PDFium, and with it Chrome, takes the place of a character
 * from its glyph's box, and from the PDF's width where the box has none. Glyph 0 is the missing one. It has the six tables that PDF asks of an embedded one (ISO 32000-2, table 124).
 * Invisible text needs a font for its widths only. Layout of the tables: OpenType 1.9.
 */
export function glyphlessFont(middles: readonly number[]): Uint8Array<ArrayBuffer> {
  const glyphs = middles.map(lineGlyph);
  const extent = {
    top: Math.max(...middles) + UNITS_PER_EM / 2,
    bottom: Math.min(...middles) - UNITS_PER_EM / 2,
    glyphs: 1 + middles.length,
  };
  const offsets = glyphs.map((_, index) => glyphs.slice(0, index + 1).reduce((sum, { length }) => sum + length / 2, 0));
  const tables: readonly (readonly [string, Uint8Array])[] = [
    ['glyf', Uint8Array.from(glyphs.flatMap((glyph) => Array.from(glyph)))],
    ['head', headTable(extent)],
    ['hhea', hheaTable(extent)],
    ['hmtx', shorts(Array.from({ length: extent.glyphs }, () => [GLYPH_WIDTH, 0]).flat())],
    ['loca', shorts([0, 0, ...offsets])],
    ['maxp', shorts([1, 0, extent.glyphs, POINTS, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])],
  ];
  const directory = 12 + 16 * tables.length;
  const font = new Uint8Array(tables.reduce((size, [, table]) => size + padded(table.length), directory));
  const view = new DataView(font.buffer);
  // sfntVersion 1.0, numTables, then what helps a binary search among six tables: 4 x 16, 2, 6 x 16 - 64.
  font.set(shorts([1, 0, tables.length, 64, 2, 32]));
  let offset = directory;
  tables.forEach(([tag, table], index) => {
    const entry = 12 + 16 * index;
    font.set(table, offset);
    [...tag].forEach((letter, position) => view.setUint8(entry + position, letter.charCodeAt(0)));
    view.setUint32(entry + 4, checksum(font, offset, padded(table.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, table.length);
    offset += padded(table.length);
  });
  const adjustment = (CHECKSUM_MAGIC - checksum(font, 0, font.length) + MODULUS) % MODULUS;
  const head = view.getUint32(12 + 16 * 1 + 8);
  view.setUint32(head + 8, adjustment);
  return font;
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
  readonly glyphs: number;
}

/** A simple glyph of one contour around this height (OpenType 1.9, `glyf`). */
function lineGlyph(middle: number): Uint8Array {
  const [bottom, top] = [middle - UNITS_PER_EM / 2, middle + UNITS_PER_EM / 2];
  const contours = 1;
  const header = shorts([contours, 0, bottom, 0, top, POINTS - 1, 0]);
  // Both points on the curve, their coordinates as differences of two bytes each.
  const flags = Uint8Array.from([1, 1]);
  return Uint8Array.from([...header, ...flags, ...shorts([0, 0, bottom, top - bottom])]);
}

function headTable({ top, bottom }: Extent): Uint8Array {
  const table = new Uint8Array(54);
  const view = new DataView(table.buffer);
  view.setUint32(0, 0x00010000); // version
  view.setUint32(4, 0x00010000); // fontRevision; checksumAdjustment at 8 follows when the file is whole
  view.setUint32(12, 0x5f0f3cf5); // magicNumber
  view.setUint16(18, UNITS_PER_EM); // created and modified, at 20 and 28, stay 0: the same font always
  [0, bottom, 0, top].forEach((side, index) => view.setInt16(36 + 2 * index, side)); // xMin to yMax
  view.setUint16(46, 8); // lowestRecPPEM
  view.setInt16(48, 2); // fontDirectionHint; indexToLocFormat at 50 stays 0: short offsets
  return table;
}

function hheaTable({ top, bottom, glyphs }: Extent): Uint8Array {
  const table = new Uint8Array(36);
  const view = new DataView(table.buffer);
  view.setUint32(0, 0x00010000); // version
  view.setInt16(4, top);
  view.setInt16(6, bottom);
  view.setUint16(10, GLYPH_WIDTH); // advanceWidthMax
  view.setInt16(18, 1); // caretSlopeRise: upright
  view.setUint16(34, glyphs); // numberOfHMetrics
  return table;
}

function shorts(values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  values.forEach((value, index) => view.setInt16(index * 2, value));
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}

function checksum(bytes: Uint8Array, offset: number, length: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, length);
  let sum = 0;
  for (let at = 0; at < length; at += 4) sum = (sum + view.getUint32(at)) % MODULUS;
  return sum;
}
