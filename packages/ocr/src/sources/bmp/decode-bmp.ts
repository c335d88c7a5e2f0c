import type { Raster } from '../../engine.ts';
import { imageCorrupt } from '../../faults.ts';
import { type BmpHeader, type BmpMasks, readBmpHeader } from './bmp-header.ts';
import { decodeRunLength } from './run-length.ts';

/** Writes the colour of one pixel of a stored row into `rgb` at `to`. */
type ReadPixel = (row: number, column: number, rgb: Uint8Array, to: number) => void;

/**
 * Decodes a BMP of any depth, uncompressed or run-length encoded; transparent pixels lie on white. sharp reads no BMP.
 *
 * Throws the Faults `image-corrupt` (also for a file that ends too early: never half a page) and `bmp-unsupported`.
 */
export function decodeBmp(bytes: Uint8Array): Raster {
  const header = readBmpHeader(bytes);
  const { width, height, topDown } = header;
  const read = pixelReader(bytes, header);
  const data = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row++) {
    const start = (topDown ? row : height - 1 - row) * width * 3;
    for (let column = 0; column < width; column++) read(row, column, data, start + column * 3);
  }
  return { width, height, data };
}

function pixelReader(bytes: Uint8Array, header: BmpHeader): ReadPixel {
  const { width, height, depth, runLength, palette, pixels } = header;
  if (runLength) {
    const indices = decodeRunLength(bytes, header);
    return (row, column, rgb, to) => putColour(palette, indices[row * width + column] ?? 0, rgb, to);
  }
  // Rows are padded to whole words of 4 bytes; some programs leave the padding of the last one out.
  const stride = Math.ceil((width * depth) / 32) * 4;
  const end = pixels + stride * (height - 1) + Math.ceil((width * depth) / 8);
  if (end > bytes.length) throw imageCorrupt('a BMP', `the pixels end at byte ${end}, the file at ${bytes.length}`);
  if (depth <= 8) return indexedReader(bytes, header, stride);
  if (depth === 24) return colourReader(bytes, header, stride);
  return maskedReader(bytes, header, stride);
}

function indexedReader(bytes: Uint8Array, { depth, palette, pixels }: BmpHeader, stride: number): ReadPixel {
  const perByte = 8 / depth;
  const mask = 2 ** depth - 1;
  return (row, column, rgb, to) => {
    const byte = bytes[pixels + row * stride + Math.floor(column / perByte)] ?? 0;
    const shift = 8 - depth * ((column % perByte) + 1);
    putColour(palette, (byte >> shift) & mask, rgb, to);
  };
}

function putColour(palette: Uint8Array, index: number, rgb: Uint8Array, to: number): void {
  // An index without a colour is black.
  for (let channel = 0; channel < 3; channel++) rgb[to + channel] = palette[index * 3 + channel] ?? 0;
}

function colourReader(bytes: Uint8Array, { pixels }: BmpHeader, stride: number): ReadPixel {
  return (row, column, rgb, to) => {
    const from = pixels + row * stride + column * 3;
    rgb[to] = bytes[from + 2] ?? 0;
    rgb[to + 1] = bytes[from + 1] ?? 0;
    rgb[to + 2] = bytes[from] ?? 0;
  };
}

function maskedReader(bytes: Uint8Array, header: BmpHeader, stride: number): ReadPixel {
  const { width, height, depth, masks, pixels } = header;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const valueAt = (row: number, column: number): number => {
    const at = pixels + (row * stride + (column * depth) / 8);
    return depth === 16 ? view.getUint16(at, true) : view.getUint32(at, true);
  };
  const [red, green, blue] = [channelOf(masks.red), channelOf(masks.green), channelOf(masks.blue)];
  const alpha = isTransparent(masks, width, height, valueAt) ? channelOf(masks.alpha) : () => 255;
  return (row, column, rgb, to) => {
    const value = valueAt(row, column);
    const opacity = alpha(value) / 255;
    const onWhite = (channel: number) => Math.round(channel * opacity + 255 * (1 - opacity));
    rgb[to] = onWhite(red(value));
    rgb[to + 1] = onWhite(green(value));
    rgb[to + 2] = onWhite(blue(value));
  };
}

/** Programs that do not know transparency write zeros where it would stand: a picture of which nothing is seen is opaque. */
function isTransparent(
  { alpha }: BmpMasks,
  width: number,
  height: number,
  valueAt: (row: number, column: number) => number,
): boolean {
  if (alpha === 0) return false;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) if ((valueAt(row, column) & alpha) !== 0) return true;
  }
  return false;
}

/** The bits of a mask as a number from 0 to 255. */
function channelOf(mask: number): (value: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (value) => Math.round((((value & mask) >>> shift) * 255) / most);
}
