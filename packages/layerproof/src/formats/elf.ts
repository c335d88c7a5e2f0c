// ELF: the System V ABI, chapters 4 and 5 (https://www.sco.com/developers/gabi/latest/contents.html).
import { ByteReader, type ByteOrder } from './byte-reader.ts';
import { type DynamicTable, readDynamicTable, type Segment } from './elf-dynamic.ts';
import { readVersionDefinitions, readVersionNeeds, type VersionNeed } from './elf-versions.ts';
import { elfBadIdent, notThisFormat } from './faults.ts';

export type { VersionNeed } from './elf-versions.ts';

export interface ElfFacts {
  readonly bits: 32 | 64;
  readonly order: ByteOrder;
  readonly type: 'relocatable' | 'executable' | 'shared' | 'core' | 'other';
  /** `x86_64`, `arm64`, …; `machine 42` for one without a name here. */
  readonly machine: string;
  /** The program loader that the file names (PT_INTERP); undefined for a library. */
  readonly interpreter: string | undefined;
  /** Names of the libraries it loads (DT_NEEDED), in its order. */
  readonly needed: readonly string[];
  readonly soname: string | undefined;
  /** Folders of DT_RPATH and DT_RUNPATH, as written: `$ORIGIN` is not filled in. */
  readonly rpath: readonly string[];
  readonly runpath: readonly string[];
  readonly versionNeeds: readonly VersionNeed[];
  /** Version names that the file defines (DT_VERDEF), without that of the file itself. */
  readonly versionDefinitions: readonly string[];
  /** Bytes of the file that the loader maps. Where the file is shorter, the process dies when it touches what is missing. */
  readonly mappedBytes: number;
}

const BITS: Readonly<Record<number, 32 | 64>> = { 1: 32, 2: 64 };
const ORDER: Readonly<Record<number, ByteOrder>> = { 1: 'little', 2: 'big' };
const TYPE: Readonly<Record<number, ElfFacts['type']>> = { 1: 'relocatable', 2: 'executable', 3: 'shared', 4: 'core' };
/** e_machine: https://www.sco.com/developers/gabi/latest/ch4.eheader.html, named as AWS names the two that it runs. */
const MACHINE: Readonly<Record<number, string>> = {
  2: 'sparc',
  3: 'i386',
  8: 'mips',
  20: 'ppc',
  21: 'ppc64',
  22: 's390x',
  40: 'arm',
  43: 'sparc64',
  62: 'x86_64',
  183: 'arm64',
  243: 'riscv',
  258: 'loongarch64',
};

/** Where the fields stand in a 32-bit and a 64-bit header. */
const HEADER = {
  32: { phoff: 28, phentsize: 42, phnum: 44, offset: 4, address: 8, fileSize: 16 },
  64: { phoff: 32, phentsize: 54, phnum: 56, offset: 8, address: 16, fileSize: 32 },
} as const;
const PT_LOAD = 1;
const PT_INTERP = 3;

/**
 * What the dynamic loader will read from the file. Everything is found as the loader finds it, by the program headers and the
 * dynamic table, since section names may be stripped.
 *
 * @throws Fault that names the field when the file is no ELF file, is cut short, or points outside itself.
 */
export function readElf(name: string, bytes: Uint8Array): ElfFacts {
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
  const type = TYPE[reader.u16(16, 'e_type')] ?? 'other';
  const machine = reader.u16(18, 'e_machine');
  const segments = readSegments(reader, bits);
  const dynamic = readDynamicTable(reader, bits, segments);
  return {
    bits,
    order,
    type,
    machine: MACHINE[machine] ?? `machine ${machine}`,
    interpreter: readInterpreter(reader, segments),
    needed: dynamic.needed,
    soname: dynamic.soname,
    rpath: splitPath(dynamic.rpath),
    runpath: splitPath(dynamic.runpath),
    ...readVersions(reader, dynamic),
    mappedBytes: mappedBytes(segments),
  };
}

function mappedBytes(segments: readonly Segment[]): number {
  return segments
    .filter(({ type }) => type === PT_LOAD)
    .reduce((end, { offset, fileSize }) => Math.max(end, offset + fileSize), 0);
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
    });
  }
  return segments;
}

function readInterpreter(reader: ByteReader, segments: readonly Segment[]): string | undefined {
  const segment = segments.find(({ type }) => type === PT_INTERP);
  if (segment === undefined) return undefined;
  return reader.zeroTerminated(segment.offset, segment.offset + segment.fileSize, 'PT_INTERP');
}

function readVersions(
  reader: ByteReader,
  dynamic: DynamicTable,
): Pick<ElfFacts, 'versionNeeds' | 'versionDefinitions'> {
  return {
    versionNeeds: readVersionNeeds(reader, dynamic),
    versionDefinitions: readVersionDefinitions(reader, dynamic),
  };
}

function splitPath(path: string | undefined): readonly string[] {
  return path === undefined ? [] : path.split(':').filter((folder) => folder !== '');
}
