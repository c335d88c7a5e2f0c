import { imageCorrupt } from '../../faults.ts';
import type { BmpHeader } from './bmp-header.ts';

const END_OF_LINE = 0;
const END_OF_BITMAP = 1;
const DELTA = 2;

/**
 * Palette indices of a run-length encoded BMP, one byte a pixel, in the order in which rows are stored. Pixels that are skipped
 * have index 0. https://learn.microsoft.com/windows/win32/gdi/bitmap-compression
 *
 * Throws the Fault `image-corrupt` when the data ends before the picture does.
 */
export function decodeRunLength(bytes: Uint8Array, { width, height, depth, pixels }: BmpHeader): Uint8Array {
  const indices = new Uint8Array(width * height);
  let [column, row, at] = [0, 0, pixels];
  const put = (index: number): void => {
    // Runs may reach beyond the right edge; what does is not seen.
    if (column < width && row < height) indices[row * width + column] = index;
    column++;
  };
  const next = (): number => {
    const value = bytes[at++];
    if (value === undefined) throw imageCorrupt('a BMP', `the data ends in row ${row} of ${height}`);
    return value;
  };
  while (row < height) {
    const count = next();
    const value = next();
    if (count > 0) {
      for (let pixel = 0; pixel < count; pixel++) put(depth === 8 ? value : nibble(value, pixel));
    } else if (value === END_OF_LINE) {
      [column, row] = [0, row + 1];
    } else if (value === END_OF_BITMAP) {
      break;
    } else if (value === DELTA) {
      [column, row] = [column + next(), row + next()];
    } else {
      at = copyLiteral(value);
    }
  }
  return indices;

  /** `count` pixels as they are, padded to whole words of 2 bytes. Returns where they end. */
  function copyLiteral(count: number): number {
    const length = depth === 8 ? count : Math.ceil(count / 2);
    const end = at + length + (length % 2);
    let value = 0;
    for (let pixel = 0; pixel < count; pixel++) {
      if (depth === 8 || pixel % 2 === 0) value = next();
      put(depth === 8 ? value : nibble(value, pixel));
    }
    return end;
  }
}

function nibble(value: number, pixel: number): number {
  return pixel % 2 === 0 ? value >> 4 : value & 15;
}
