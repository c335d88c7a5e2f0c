import { describe, expect, test } from 'vitest';
import { codeRanges } from './elf-code.ts';
import { elfBytes } from './testing/elf-bytes.ts';

const PT_LOAD = 1;
const PF_X = 1;
const PF_R = 4;

interface Loaded {
  readonly offset: number;
  readonly size: number;
  readonly flags: number;
  readonly type?: number;
}

/** The start of a 64-bit file with these program headers, as the gABI lays them out (ch5.pheader.html). */
function startOf(segments: readonly Loaded[]): Buffer {
  const bytes = Buffer.alloc(64 + 56 * segments.length);
  bytes.write('\x7fELF\x02\x01\x01', 'latin1');
  bytes.writeUInt16LE(3, 16);
  bytes.writeUInt16LE(62, 18);
  bytes.writeBigUInt64LE(64n, 32);
  bytes.writeUInt16LE(56, 54);
  bytes.writeUInt16LE(segments.length, 56);
  for (const [index, { offset, size, flags, type = PT_LOAD }] of segments.entries()) {
    const at = 64 + 56 * index;
    bytes.writeUInt32LE(type, at);
    bytes.writeUInt32LE(flags, at + 4);
    bytes.writeBigUInt64LE(BigInt(offset), at + 8);
    bytes.writeBigUInt64LE(BigInt(size), at + 32);
  }
  return bytes;
}

describe('the code of a library', () => {
  test('is what its executable segments hold', () => {
    const start = startOf([
      { offset: 0, size: 0x1000, flags: PF_R },
      { offset: 0x1000, size: 0x5000, flags: PF_R | PF_X },
      { offset: 0x6000, size: 0x800, flags: PF_R },
    ]);
    expect(codeRanges('a.so', start)).toEqual([{ from: 0x1000, to: 0x6000 }]);
  });

  test('is not told apart where it lies in one segment with the headers, nor what is not loaded', () => {
    const start = startOf([
      { offset: 0, size: 0x9000, flags: PF_R | PF_X },
      { offset: 0x9000, size: 0x10, flags: PF_X, type: 0x6474e551 },
    ]);
    expect(codeRanges('a.so', start)).toEqual([]);
  });

  test('is unknown where the headers lie behind the start, or there are none', () => {
    const start = startOf([{ offset: 0x1000, size: 0x5000, flags: PF_X }]);
    expect(codeRanges('a.so', start.subarray(0, 100))).toEqual([]);
    expect(codeRanges('a.so', Buffer.from('\x7fELF'))).toEqual([]);
    expect(codeRanges('a.so', elfBytes())).toEqual([]);
  });
});
