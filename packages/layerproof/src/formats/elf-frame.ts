// The headers of an ELF file: https://www.sco.com/developers/gabi/latest/ch4.eheader.html, ch5.pheader.html.
import { ByteReader, type ByteOrder } from './byte-reader.ts';
import type { Segment } from './elf-dynamic.ts';
import { elfBadIdent, notThisFormat } from './faults.ts';

/** An ELF file with its headers read, for whatever is read next. */
export interface ElfFrame {
  readonly reader: ByteReader;
  readonly bits: 32 | 64;
  readonly order: ByteOrder;
  /** e_type and e_machine, as numbers. */
  readonly type: number;
  readonly machine: number;
  readonly segments: readonly Segment[];
}

const BITS: Readonly<Record<number, 32 | 64>> = { 1: 32, 2: 64 };
const ORDER: Readonly<Record<number, ByteOrder>> = { 1: 'little', 2: 'big' };

/** Bit of p_flags. */
const PF_X = 1;

/** Where the fields stand in a 32-bit and a 64-bit header. */
const HEADER = {
  32: { phoff: 28, phentsize: 42, phnum: 44, offset: 4, address: 8, fileSize: 16, flags: 24, align: 28 },
  64: { phoff: 32, phentsize: 54, phnum: 56, offset: 8, address: 16, fileSize: 32, flags: 4, align: 48 },
} as const;

/** @throws Fault when the file is no ELF file, or its headers are cut short. */
export function readElfFrame(name: string, bytes: Uint8Array): ElfFrame {
  const ident = new ByteReader(name, bytes, 'big');
  if (ident.u32(0, 'EI_MAG') !== 0x7f454c46) throw notThisFormat(name, 'an ELF file');
  //  4  EI_CLASS     1 byte   1 = 32-bit, 2 = 64-bit
  //  5  EI_DATA      1 byte   1 = little-endian, 2 = big-endian
  const identBits = ident.u8(4, 'EI_CLASS');
  const identOrder = ident.u8(5, 'EI_DATA');
  const bits = BITS[identBits];
  const order = ORDER[identOrder];
  if (bits === undefined || order === undefined) throw elfBadIdent(name, identBits, identOrder);
  const reader = new ByteReader(name, bytes, order);
  // 16  e_type       2 bytes
  // 18  e_machine    2 bytes
  const type = reader.u16(16, 'e_type');
  const machine = reader.u16(18, 'e_machine');
  return { reader, bits, order, type, machine, segments: readSegments(reader, bits) };
}

function readSegments(reader: ByteReader, bits: 32 | 64): Segment[] {
  const at = HEADER[bits];
  const word = (offset: number, field: string) => (bits === 64 ? reader.u64(offset, field) : reader.u32(offset, field));
  const tableOffset = word(at.phoff, 'e_phoff');
  const entrySize = reader.u16(at.phentsize, 'e_phentsize');
  const count = reader.u16(at.phnum, 'e_phnum');
  const segments: Segment[] = [];
  for (let index = 0; index < count; index++) {
    const start = tableOffset + index * entrySize;
    segments.push({
      type: reader.u32(start, 'p_type'),
      offset: word(start + at.offset, 'p_offset'),
      address: word(start + at.address, 'p_vaddr'),
      fileSize: word(start + at.fileSize, 'p_filesz'),
      align: word(start + at.align, 'p_align'),
      isCode: (reader.u32(start + at.flags, 'p_flags') & PF_X) !== 0,
    });
  }
  return segments;
}
