import sharp, { type Sharp } from 'sharp';
import type { ReadRequest } from '../../read-document.ts';

/** An input that is hostile, broken or only rare, made here by code, and what must come of it. */
export interface OddFile {
  readonly name: string;
  make(): Uint8Array | Promise<Uint8Array>;
  /**
   * The code of a fault; or each page that was read, as its size and what is seen on it (one colour, or that of each quarter:
   * top left, top right, bottom left, bottom right), and `!code` for a page that was not.
   */
  readonly outcome: string;
  readonly request?: ReadRequest;
}

export const oddFile = (name: string, outcome: string, make: OddFile['make'], request: ReadRequest = {}): OddFile => ({
  name,
  outcome,
  make,
  request,
});

/** What is seen on {@link picture}: it has no symmetry, so that no turn and no mirroring goes unseen. */
export const QUARTERED = '20x10 red,white,white,black';

/** 20 by 10 pixels, the first quarter red, the last one black. */
export function picture(): Sharp {
  const data = Buffer.alloc(20 * 10 * 3, 255);
  for (let pixel = 0; pixel < 200; pixel++) {
    const [right, down] = [pixel % 20 >= 10, pixel >= 100];
    if (right === down) data.set(right ? [0, 0, 0] : [255, 0, 0], pixel * 3);
  }
  return sharp(data, { raw: { width: 20, height: 10, channels: 3 } });
}

/** Grey noise, of which no format can leave anything out; the same each time. */
export function noise(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height);
  let state = 1;
  for (let index = 0; index < data.length; index++) {
    // Numerical Recipes' generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    data[index] = state >>> 24;
  }
  return sharp(data, { raw: { width, height, channels: 1 } });
}

export const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** The first `share` of the bytes. */
export const cut = (bytes: Uint8Array, share: number): Uint8Array =>
  bytes.subarray(0, Math.floor(bytes.length * share));

/** The bytes with one of them turned into another. */
export function spoilt(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
}
