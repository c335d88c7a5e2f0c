import { bmpUnsupported, imageCorrupt } from '../../faults.ts';

/** What the headers of a BMP say; the fields that are read of them are checked against each other. */
export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  /** Whether the first row stored is the top one; most files store the bottom one first. */
  readonly topDown: boolean;
  /** Bits per pixel: 1, 2, 4, 8, 16, 24 or 32. */
  readonly depth: number;
  readonly runLength: boolean;
  /** Where the colours lie in a pixel of 16 or 32 bits. */
  readonly masks: BmpMasks;
  /** Three bytes a colour, RGB; empty above 8 bits per pixel. */
  readonly palette: Uint8Array;
  /** Byte at which the pixels begin. */
  readonly pixels: number;
  /** Dots per inch; undefined when the file does not say. */
  readonly density: number | undefined;
}

export interface BmpMasks {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** 0 where there is no transparency. */
  readonly alpha: number;
}

// Offsets and values of https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapfileheader,
// ns-wingdi-bitmapcoreheader, ns-wingdi-bitmapinfoheader and ns-wingdi-bitmapv5header.
const FILE_HEADER_BYTES = 14;
const CORE_HEADER_BYTES = 12;
const INFO_HEADER_BYTES = 40;
const INFO_HEADER_WITH_MASKS_BYTES = 52;
const INFO_HEADER_WITH_ALPHA_BYTES = 56;

const COMPRESSIONS = { none: 0, runLength8: 1, runLength4: 2, bitFields: 3, alphaBitFields: 6 } as const;
const DEPTHS = new Set([1, 2, 4, 8, 16, 24, 32]);
const METRES_PER_INCH = 0.0254;

/** Reads the headers of a BMP. Throws the Faults `image-corrupt` and `bmp-unsupported`. */
export function readBmpHeader(bytes: Uint8Array): BmpHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    // 14  size of the header   4 bytes
    const size = view.getUint32(14, true);
    if (size === CORE_HEADER_BYTES) return coreHeader(bytes, view);
    if (size < INFO_HEADER_BYTES) throw bmpUnsupported(`a header of ${size} bytes`);
    return infoHeader(bytes, view, size);
  } catch (error) {
    throw error instanceof RangeError ? imageCorrupt('a BMP', error) : error;
  }
}

/** The header of OS/2 1.x and Windows 2. */
function coreHeader(bytes: Uint8Array, view: DataView): BmpHeader {
  // 10  start of the pixels  4 bytes
  // 18  width                2
  // 20  height               2
  // 24  bits per pixel       2
  const depth = knownDepth(view.getUint16(24, true));
  return checked({
    width: view.getUint16(18, true),
    height: view.getUint16(20, true),
    topDown: false,
    depth,
    runLength: false,
    masks: masksOf(view, depth, COMPRESSIONS.none, CORE_HEADER_BYTES),
    palette: paletteOf(bytes, { start: FILE_HEADER_BYTES + CORE_HEADER_BYTES, colours: coloursOf(depth), entry: 3 }),
    pixels: view.getUint32(10, true),
    density: undefined,
  });
}

function infoHeader(bytes: Uint8Array, view: DataView, size: number): BmpHeader {
  // 10  start of the pixels  4 bytes
  // 18  width                4
  // 22  height               4        negative: the top row is stored first
  // 28  bits per pixel       2
  // 30  compression          4
  // 38  pixels per metre     4
  // 46  colours used         4        0 = all that the depth allows
  const height = view.getInt32(22, true);
  const depth = knownDepth(view.getUint16(28, true));
  const compression = view.getUint32(30, true);
  const density = view.getInt32(38, true) * METRES_PER_INCH;
  const colours = Math.min(view.getUint32(46, true) || coloursOf(depth), coloursOf(depth));
  return checked({
    width: view.getInt32(18, true),
    height: Math.abs(height),
    topDown: height < 0,
    depth,
    runLength: isRunLength(compression, depth),
    masks: masksOf(view, depth, compression, size),
    palette: paletteOf(bytes, { start: FILE_HEADER_BYTES + size, colours, entry: 4 }),
    pixels: view.getUint32(10, true),
    density: density > 0 ? Math.round(density) : undefined,
  });
}

function checked(header: BmpHeader): BmpHeader {
  const { width, height } = header;
  if (!(width > 0 && height > 0)) throw imageCorrupt('a BMP', `${width} x ${height} pixels`);
  return header;
}

function knownDepth(depth: number): number {
  if (!DEPTHS.has(depth)) throw bmpUnsupported(`${depth} bits per pixel`);
  return depth;
}

function isRunLength(compression: number, depth: number): boolean {
  const { none, runLength8, runLength4, bitFields, alphaBitFields } = COMPRESSIONS;
  if (compression === none) return false;
  if (compression === runLength8 && depth === 8) return true;
  if (compression === runLength4 && depth === 4) return true;
  const fields = compression === bitFields || compression === alphaBitFields;
  if (fields && (depth === 16 || depth === 32)) return false;
  throw bmpUnsupported(`compression ${compression} at ${depth} bits per pixel`);
}

function masksOf(view: DataView, depth: number, compression: number, size: number): BmpMasks {
  const { bitFields, alphaBitFields } = COMPRESSIONS;
  if (compression === bitFields || compression === alphaBitFields) {
    const inHeader =
      size >= INFO_HEADER_WITH_ALPHA_BYTES || (size < INFO_HEADER_WITH_MASKS_BYTES && compression === alphaBitFields);
    return {
      red: view.getUint32(54, true),
      green: view.getUint32(58, true),
      blue: view.getUint32(62, true),
      alpha: inHeader ? view.getUint32(66, true) : 0,
    };
  }
  if (depth === 16) return { red: 0x7c00, green: 0x03e0, blue: 0x001f, alpha: 0 };
  return { red: 0xff0000, green: 0xff00, blue: 0xff, alpha: 0 };
}

function coloursOf(depth: number): number {
  return depth <= 8 ? 2 ** depth : 0;
}

interface PalettePlace {
  readonly start: number;
  readonly colours: number;
  /** Bytes of an entry: blue, green, red, and in newer files one that is not used. */
  readonly entry: number;
}

function paletteOf(bytes: Uint8Array, { start, colours, entry }: PalettePlace): Uint8Array {
  if (start + colours * entry > bytes.length) throw imageCorrupt('a BMP', 'the palette reaches beyond the end');
  const palette = new Uint8Array(colours * 3);
  for (let colour = 0; colour < colours; colour++) {
    const [blue = 0, green = 0, red = 0] = bytes.subarray(start + colour * entry, start + colour * entry + 3);
    palette.set([red, green, blue], colour * 3);
  }
  return palette;
}
