// Notes: https://www.sco.com/developers/gabi/latest/ch5.pheader.html#note_section; the properties in them: Linux Extensions to gABI
// (https://gitlab.com/x86-psABIs/Linux-ABI) and x86-64 psABI, "Program Property" (https://gitlab.com/x86-psABIs/x86-64-ABI).
import type { ByteReader } from './byte-reader.ts';
import type { Segment } from './elf-dynamic.ts';

/** x86-64-v1 (the baseline) to v4 (AVX-512). */
export type X86Level = 1 | 2 | 3 | 4;

const PT_NOTE = 4;
const PT_GNU_PROPERTY = 0x6474e553;
const NT_GNU_PROPERTY_TYPE_0 = 5;
/** "GNU" with its zero, as four bytes in their order. */
const GNU = 'GNU\0';
const X86_ISA_1_NEEDED = 0xc0008002;
const HEADER_SIZE = 12;

/**
 * The level of x86-64 without which the loader refuses a file (GNU_PROPERTY_X86_ISA_1_NEEDED, bit 0 for the first); undefined for a
 * file that says none. The loader passes over notes that make no sense, and so does this.
 */
export function readX86Level(reader: ByteReader, bits: 32 | 64, segments: readonly Segment[]): X86Level | undefined {
  const notes = segments.filter(({ type }) => type === PT_GNU_PROPERTY || type === PT_NOTE);
  let needed = 0;
  for (const segment of notes) {
    for (const { start, end } of properties(reader, segment)) needed |= isaNeeded(reader, bits, start, end);
  }
  return ([4, 3, 2, 1] as const).find((level) => (needed & (1 << (level - 1))) !== 0);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the properties of each property note stand. */
function* properties(reader: ByteReader, { offset, fileSize, align }: Segment): Generator<Range, void, undefined> {
  const end = Math.min(offset + fileSize, reader.bytes.length);
  const step = align === 8 ? 8 : 4;
  for (let at = offset; at + HEADER_SIZE <= end;) {
    //  0  n_namesz     4 bytes
    //  4  n_descsz     4 bytes
    //  8  n_type       4 bytes
    // 12  name, padded to 4; then the description, padded as the segment is
    const nameSize = reader.u32(at, 'n_namesz');
    const size = reader.u32(at + 4, 'n_descsz');
    const start = at + alignedTo(step, HEADER_SIZE + nameSize);
    if (start + size > end) return;
    if (reader.u32(at + 8, 'n_type') === NT_GNU_PROPERTY_TYPE_0 && nameSize === 4 && isGnu(reader, at + HEADER_SIZE)) {
      yield { start, end: start + size };
    }
    at = start + alignedTo(step, size);
  }
}

function isGnu(reader: ByteReader, at: number): boolean {
  return [...GNU].every((character, index) => reader.u8(at + index, 'n_name') === character.charCodeAt(0));
}

function isaNeeded(reader: ByteReader, bits: 32 | 64, start: number, end: number): number {
  let needed = 0;
  for (let at = start; at + 8 <= end;) {
    //  0  pr_type      4 bytes
    //  4  pr_datasz    4 bytes
    //  8  data, padded to 8 in a 64-bit file and to 4 in a 32-bit one
    const size = reader.u32(at + 4, 'pr_datasz');
    if (at + 8 + size > end) break;
    if (reader.u32(at, 'pr_type') === X86_ISA_1_NEEDED && size === 4) needed |= reader.u32(at + 8, 'pr_data');
    at += 8 + alignedTo(bits / 8, size);
  }
  return needed;
}

function alignedTo(step: number, size: number): number {
  return Math.ceil(size / step) * step;
}
