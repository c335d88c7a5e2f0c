// The dynamic table: System V ABI, "Dynamic Section" (https://www.sco.com/developers/gabi/latest/ch5.dynamic.html);
// the version tags are of the Linux Standard Base (https://refspecs.linuxfoundation.org/LSB_5.0.0/LSB-Core-generic/).
import type { ByteReader } from './byte-reader.ts';
import { elfBadTable } from './faults.ts';

/** One program header: a part of the file and where it is mapped. */
export interface Segment {
  readonly type: number;
  readonly offset: number;
  readonly address: number;
  readonly fileSize: number;
  readonly align: number;
  /** PF_X: it may be run. */
  readonly isCode: boolean;
}

export interface DynamicTable {
  readonly needed: readonly string[];
  readonly soname: string | undefined;
  /** As written, folders separated by colons. */
  readonly rpath: string | undefined;
  readonly runpath: string | undefined;
  readonly versionNeeds: VersionTable | undefined;
  readonly versionDefinitions: VersionTable | undefined;
  /** Where a table lies in the file; undefined when the file has none. */
  offsetOf(tag: 'HASH' | 'GNU_HASH' | 'STRTAB' | 'SYMTAB' | 'VERSYM'): number | undefined;
  /** The text at an offset of the string table. */
  text(offset: number, field: string): string;
}

export interface VersionTable {
  /** Offset in the file. */
  readonly offset: number;
  /** Records in the table. */
  readonly count: number;
}

const PT_LOAD = 1;
const PT_DYNAMIC = 2;

const TAG = {
  NULL: 0,
  NEEDED: 1,
  HASH: 4,
  STRTAB: 5,
  SYMTAB: 6,
  STRSZ: 10,
  SONAME: 14,
  RPATH: 15,
  RUNPATH: 29,
  GNU_HASH: 0x6ffffef5,
  VERSYM: 0x6ffffff0,
  VERDEF: 0x6ffffffc,
  VERDEFNUM: 0x6ffffffd,
  VERNEED: 0x6ffffffe,
  VERNEEDNUM: 0x6fffffff,
} as const;
const WANTED: ReadonlySet<number> = new Set(Object.values(TAG));

/** Real tables have a few dozen entries, plus one for each library. */
const MOST_ENTRIES = 65_536;

/** The parts of the dynamic table that decide what is loaded; empty when the file has none (a static program, an object). */
export function readDynamicTable(reader: ByteReader, bits: 32 | 64, segments: readonly Segment[]): DynamicTable {
  const values = readEntries(reader, bits, segments);
  const first = (tag: number) => values.get(tag)?.[0];
  const table = (addressTag: number, countTag: number): VersionTable | undefined => {
    const address = first(addressTag);
    const count = first(countTag);
    if (address === undefined || count === undefined) return undefined;
    return { offset: fileOffset(reader, segments, address), count };
  };

  const stringsAddress = first(TAG.STRTAB);
  const strings = stringsAddress === undefined ? undefined : fileOffset(reader, segments, stringsAddress);
  const text = (offset: number, field: string) => {
    if (strings === undefined) throw elfBadTable(reader.name, `${field} is given, but there is no string table`);
    const end = strings + (first(TAG.STRSZ) ?? Number.POSITIVE_INFINITY);
    return reader.zeroTerminated(strings + offset, end, field);
  };
  const firstText = (tag: number, field: string) => {
    const offset = first(tag);
    return offset === undefined ? undefined : text(offset, field);
  };
  return {
    needed: (values.get(TAG.NEEDED) ?? []).map((offset) => text(offset, 'DT_NEEDED')),
    soname: firstText(TAG.SONAME, 'DT_SONAME'),
    rpath: firstText(TAG.RPATH, 'DT_RPATH'),
    runpath: firstText(TAG.RUNPATH, 'DT_RUNPATH'),
    versionNeeds: table(TAG.VERNEED, TAG.VERNEEDNUM),
    versionDefinitions: table(TAG.VERDEF, TAG.VERDEFNUM),
    offsetOf(tag) {
      const address = first(TAG[tag]);
      return address === undefined ? undefined : fileOffset(reader, segments, address);
    },
    text,
  };
}

function readEntries(reader: ByteReader, bits: 32 | 64, segments: readonly Segment[]): Map<number, number[]> {
  const values = new Map<number, number[]>();
  const segment = segments.find(({ type }) => type === PT_DYNAMIC);
  if (segment === undefined) return values;
  const wordSize = bits / 8;
  const word = (offset: number, field: string) => (bits === 64 ? reader.u64(offset, field) : reader.u32(offset, field));
  const count = Math.floor(segment.fileSize / (2 * wordSize));
  if (count > MOST_ENTRIES) throw elfBadTable(reader.name, `its dynamic table claims ${count} entries`);
  for (let index = 0; index < count; index++) {
    const at = segment.offset + index * 2 * wordSize;
    const tag = word(at, 'd_tag');
    if (tag === TAG.NULL) break;
    if (!WANTED.has(tag)) continue;
    const list = values.get(tag) ?? [];
    list.push(word(at + wordSize, 'd_val'));
    values.set(tag, list);
  }
  return values;
}

/** Where in the file the loader would find what it maps at `address`. */
function fileOffset(reader: ByteReader, segments: readonly Segment[], address: number): number {
  for (const segment of segments) {
    if (segment.type !== PT_LOAD) continue;
    const distance = address - segment.address;
    if (distance >= 0 && distance < segment.fileSize) return segment.offset + distance;
  }
  throw elfBadTable(reader.name, `its dynamic table points to 0x${address.toString(16)}, where nothing is loaded`);
}
