import { cutShort, numberTooLarge, textWithoutEnd } from './faults.ts';

export type ByteOrder = 'little' | 'big';

const DECODER = new TextDecoder('utf-8');

/**
 * Numbers and text out of bytes that nobody vouches for. Every offset is checked, and the fault names the file, the field and
 * the byte that is missing.
 */
export class ByteReader {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #little: boolean;

  /** `name` is that of the file, for messages. */
  constructor(name: string, bytes: Uint8Array, order: ByteOrder) {
    this.name = name;
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#little = order === 'little';
  }

  u8(offset: number, field: string): number {
    this.#check(offset, 1, field);
    return this.#view.getUint8(offset);
  }

  u16(offset: number, field: string): number {
    this.#check(offset, 2, field);
    return this.#view.getUint16(offset, this.#little);
  }

  u32(offset: number, field: string): number {
    this.#check(offset, 4, field);
    return this.#view.getUint32(offset, this.#little);
  }

  /** Sizes and offsets only: what a double cannot hold exactly is a fault, since no file is that large. */
  u64(offset: number, field: string): number {
    this.#check(offset, 8, field);
    const value = this.#view.getBigUint64(offset, this.#little);
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw numberTooLarge(this.name, field, offset);
    return Number(value);
  }

  slice(offset: number, length: number, field: string): Uint8Array {
    this.#check(offset, length, field);
    return this.bytes.subarray(offset, offset + length);
  }

  /** The text from `offset` to the next zero byte, which must come before `end`. */
  zeroTerminated(offset: number, end: number, field: string): string {
    this.#check(offset, 1, field);
    const stop = this.bytes.indexOf(0, offset);
    if (stop === -1 || stop >= Math.min(end, this.bytes.length)) throw textWithoutEnd(this.name, field, offset);
    return DECODER.decode(this.bytes.subarray(offset, stop));
  }

  #check(offset: number, length: number, field: string): void {
    if (Number.isSafeInteger(offset) && offset >= 0 && length >= 0 && offset + length <= this.bytes.length) return;
    throw cutShort(this.name, field, offset, length, this.bytes.length);
  }
}
