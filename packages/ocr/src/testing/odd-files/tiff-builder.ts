/** One entry of a directory (TIFF 6.0, section 2): tag, type, values. Types: 1 BYTE, 3 SHORT, 4 LONG, 16 LONG8. */
export type TiffEntry = readonly [tag: number, type: 1 | 3 | 4, ...values: readonly number[]];

export interface TiffPage {
  readonly width: number;
  readonly height: number;
  /** The strips, tiles or planes, each as it is stored. */
  readonly parts: readonly Uint8Array[];
  readonly bits?: readonly number[];
  /** 0 zero is white, 1 zero is black, 2 colour, 3 palette, 5 CMYK. */
  readonly photometric?: number;
  readonly compression?: number;
  /** Width and height of a tile, where the parts are tiles. */
  readonly tile?: readonly [number, number];
  /** In place of those that follow from the above, or beside them. */
  readonly entries?: readonly TiffEntry[];
}

export interface TiffOptions {
  readonly bigEndian?: boolean;
  readonly bigTiff?: boolean;
  /** Changes where each page's directory says that the next one is; given all offsets, 0 is the end. */
  readonly next?: (index: number, offsets: readonly number[]) => number;
}

const BYTES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 16: 8 };

/** A TIFF of these pages, each with its directory before its pixels. */
export function tiff(pages: readonly TiffPage[], options: TiffOptions = {}): Buffer {
  const { bigEndian = false, bigTiff = false } = options;
  const headBytes = bigTiff ? 16 : 8;
  const offsets: number[] = [];
  const parts: Buffer[] = [];
  let at = headBytes;
  for (const page of pages) {
    offsets.push(at);
    at += pageOf(page, at, options, 0).length;
  }
  pages.forEach((page, index) => {
    const next = (options.next ?? followingPage)(index, offsets);
    parts.push(pageOf(page, offsets[index] ?? 0, options, next));
  });
  const head = Buffer.alloc(headBytes);
  head.write(bigEndian ? 'MM' : 'II', 'latin1');
  const write = writerOf(head, bigEndian);
  write(2, 2, bigTiff ? 43 : 42);
  if (bigTiff) write(4, 2, 8);
  write(bigTiff ? 8 : 4, bigTiff ? 8 : 4, headBytes);
  return Buffer.concat([head, ...parts]);
}

const followingPage = (index: number, offsets: readonly number[]): number => offsets[index + 1] ?? 0;

function pageOf(
  page: TiffPage,
  start: number,
  { bigEndian = false, bigTiff = false }: TiffOptions,
  next: number,
): Buffer {
  const [headBytes, entryBytes, room] = bigTiff ? [8, 20, 8] : [2, 12, 4];
  const entries = entriesOf(page);
  const directoryBytes = headBytes + entries.length * entryBytes + room;
  const long = entries.map(([, type, ...values]) => {
    const size = values.length * (BYTES[type] ?? 1);
    return size > room ? size + (size % 2) : 0;
  });
  const pixelsAt = directoryBytes + long.reduce((sum, size) => sum + size, 0);
  const pixels = Buffer.concat(page.parts);
  const bytes = Buffer.alloc(pixelsAt + pixels.length + (pixels.length % 2));
  const write = writerOf(bytes, bigEndian);
  write(0, headBytes, entries.length);
  let longAt = directoryBytes;
  entries.forEach(([tag, type, ...values], index) => {
    const entryAt = headBytes + index * entryBytes;
    write(entryAt, 2, tag);
    write(entryAt + 2, 2, type);
    write(entryAt + 4, room, values.length);
    const isLong = (long[index] ?? 0) > 0;
    if (isLong) write(entryAt + 4 + room, room, start + longAt);
    let valueAt = isLong ? longAt : entryAt + 4 + room;
    for (const value of values) {
      // Offsets of pixels are given from where these begin.
      write(valueAt, BYTES[type] ?? 1, tag === 273 || tag === 324 ? start + pixelsAt + value : value);
      valueAt += BYTES[type] ?? 1;
    }
    longAt += long[index] ?? 0;
  });
  write(directoryBytes - room, room, next);
  bytes.set(pixels, pixelsAt);
  return bytes;
}

/** Every entry of a page, sorted by tag. Values of StripOffsets (273) and TileOffsets (324) count from the page's first pixel. */
function entriesOf(page: TiffPage): TiffEntry[] {
  const { width, height, parts, bits = [8], photometric = 1, compression = 1, tile, entries = [] } = page;
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, part) => sum + part.length, 0));
  const sizes = parts.map((part) => part.length);
  const pixels: TiffEntry[] =
    tile === undefined
      ? [
          [273, 4, ...starts],
          [278, 4, Math.ceil(height / Math.max(1, parts.length))],
          [279, 4, ...sizes],
        ]
      : [
          [322, 4, tile[0]],
          [323, 4, tile[1]],
          [324, 4, ...starts],
          [325, 4, ...sizes],
        ];
  const all: TiffEntry[] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, ...bits],
    [259, 3, compression],
    [262, 3, photometric],
    [277, 3, bits.length],
    ...pixels,
  ];
  const own = new Set(entries.map(([tag]) => tag));
  return [...all.filter(([tag]) => !own.has(tag)), ...entries].sort(([one], [other]) => one - other);
}

function writerOf(bytes: Buffer, bigEndian: boolean): (at: number, size: number, value: number) => void {
  return (at, size, value) => {
    const buffer = Buffer.alloc(8);
    if (bigEndian) buffer.writeBigUInt64BE(BigInt(value));
    else buffer.writeBigUInt64LE(BigInt(value));
    bytes.set(bigEndian ? buffer.subarray(8 - size) : buffer.subarray(0, size), at);
  };
}
