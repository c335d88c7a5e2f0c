import { imageCorrupt } from '../faults.ts';

/** A PNG's pixels as PDF can take them unchanged: PDF's FlateDecode with Predictor 15 is PNG's own compression. */
export interface PngData {
  readonly width: number;
  readonly height: number;
  /** Bits per component: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  readonly colour: 'grey' | 'rgb' | 'palette';
  /** Three bytes a colour; empty unless `colour` is `palette`. */
  readonly palette: Uint8Array;
  /** The compressed scan lines. */
  readonly data: Uint8Array;
}

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const SIGNATURE_LENGTH = 8;
// Colour types of https://www.w3.org/TR/png-3/#11IHDR that have no alpha channel.
const COLOURS: Readonly<Record<number, PngData['colour']>> = { 0: 'grey', 2: 'rgb', 3: 'palette' };

/**
 * Takes a PNG's compressed scan lines out of it. Undefined for a PNG that PDF cannot take as it is: one that is interlaced or
 * has transparency. Throws the Fault `image-corrupt` when a chunk reaches beyond the end.
 */
export function readPngData(png: Uint8Array): PngData | undefined {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header === undefined || header.length < 13) throw imageCorrupt('a PNG', 'no IHDR chunk of 13 bytes');
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  //  0  width       4 bytes
  //  4  height      4 bytes
  //  8  bit depth   1 byte
  //  9  colour type 1 byte
  // 12  interlace   1 byte   0 = none
  const colour = COLOURS[view.getUint8(9)];
  const transparent = chunks.some(({ type }) => type === 'tRNS');
  if (colour === undefined || transparent || view.getUint8(12) !== 0) return undefined;
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    depth: view.getUint8(8),
    colour,
    palette: chunks.find(({ type }) => type === 'PLTE')?.data ?? new Uint8Array(),
    data: concatenate(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  };
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout: length (4 bytes), type (4), data, CRC (4). */
function readChunks(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.length);
  const chunks: Chunk[] = [];
  for (let offset = SIGNATURE_LENGTH; offset < png.length;) {
    const start = offset + 8;
    const end = start > png.length ? Infinity : start + view.getUint32(offset);
    if (end + 4 > png.length) throw imageCorrupt('a PNG', `the chunk at byte ${offset} reaches beyond the end`);
    const type = String.fromCharCode(...png.subarray(offset + 4, start));
    chunks.push({ type, data: png.subarray(start, end) });
    if (type === 'IEND') break;
    offset = end + 4;
  }
  return chunks;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
