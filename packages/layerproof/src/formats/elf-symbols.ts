// Dynamic symbols: System V ABI, "Symbol Table" and "Hash Table" (https://www.sco.com/developers/gabi/latest/ch4.symtab.html);
// DT_GNU_HASH and DT_VERSYM as GNU binutils writes them (https://sourceware.org/git/?p=binutils-gdb.git;f=include/elf/common.h).
import { ByteReader } from './byte-reader.ts';
import { type DynamicTable, readDynamicTable } from './elf-dynamic.ts';
import { readElfFrame } from './elf-frame.ts';
import { versionNames } from './elf-versions.ts';
import { elfBadTable } from './faults.ts';

/** One name that the loader binds, or that others can bind to. */
export interface ElfSymbol {
  readonly name: string;
  /** e.g. `GLIBC_2.17`; undefined for a symbol without a version. */
  readonly version: string | undefined;
  /** The loader leaves a weak symbol that nobody defines at zero. */
  readonly weak: boolean;
}

export interface ElfSymbols {
  /** What the file wants of others, in the order of its table. */
  readonly undefined: readonly ElfSymbol[];
  /** What the file gives to others. */
  readonly defined: readonly ElfSymbol[];
}

/** Real files have some hundred thousand at most (a debug build of a browser engine). */
const MOST_SYMBOLS = 4_000_000;

const SIZE = { 32: 16, 64: 24 } as const;
const AT = {
  32: { info: 12, other: 13, section: 14 },
  64: { info: 4, other: 5, section: 6 },
} as const;
const SECTION_UNDEFINED = 0;
const BINDING_LOCAL = 0;
const BINDING_WEAK = 2;
/** STT_SECTION and STT_FILE name parts of the file and bind nothing. */
const TYPES_WITHOUT_BINDING: ReadonlySet<number> = new Set([3, 4]);
/** STV_INTERNAL and STV_HIDDEN: not for others. */
const HIDDEN: ReadonlySet<number> = new Set([1, 2]);

/**
 * The dynamic symbols of an ELF file, as the loader sees them: no section header is read. Both lists are empty where the file has
 * no dynamic table.
 *
 * @throws Fault as {@link readElf} does.
 */
export function readElfSymbols(name: string, bytes: Uint8Array): ElfSymbols {
  const { reader, bits, segments } = readElfFrame(name, bytes);
  const dynamic = readDynamicTable(reader, bits, segments);
  const table = dynamic.offsetOf('SYMTAB');
  const found = { undefined: [] as ElfSymbol[], defined: [] as ElfSymbol[] };
  if (table === undefined) return found;
  const versions = versionNames(reader, dynamic);
  const versionsAt = dynamic.offsetOf('VERSYM');
  const count = countSymbols(reader, bits, dynamic, table);
  if (count > MOST_SYMBOLS) throw elfBadTable(name, `its symbol table claims ${count} entries`);
  // The first entry is always empty.
  for (let index = 1; index < count; index++) {
    const at = table + index * SIZE[bits];
    const info = reader.u8(at + AT[bits].info, 'st_info');
    const binding = info >> 4;
    if (binding === BINDING_LOCAL || TYPES_WITHOUT_BINDING.has(info & 15)) continue;
    const isDefined = reader.u16(at + AT[bits].section, 'st_shndx') !== SECTION_UNDEFINED;
    if (isDefined && HIDDEN.has(reader.u8(at + AT[bits].other, 'st_other') & 3)) continue;
    const nameAt = reader.u32(at, 'st_name');
    if (nameAt === 0) continue;
    const version = versionsAt === undefined ? undefined : reader.u16(versionsAt + 2 * index, 'vs_index') & 0x7fff;
    const symbol = {
      name: dynamic.text(nameAt, 'st_name'),
      version: version === undefined ? undefined : versions.get(version),
      weak: binding === BINDING_WEAK,
    };
    (isDefined ? found.defined : found.undefined).push(symbol);
  }
  return found;
}

/** The table has no count of its own: the hash tables tell it. */
function countSymbols(reader: ByteReader, bits: 32 | 64, dynamic: DynamicTable, table: number): number {
  const hash = dynamic.offsetOf('HASH');
  //  0  nbucket  4 bytes
  //  4  nchain   4 bytes, the number of symbols
  if (hash !== undefined) return reader.u32(hash + 4, 'nchain');
  const gnuHash = dynamic.offsetOf('GNU_HASH');
  if (gnuHash === undefined) return untilStrings(bits, dynamic, table);
  //  0  nbuckets    4 bytes
  //  4  symoffset   4 bytes, the first symbol that is hashed: those before are undefined
  //  8  bloom_size  4 bytes, in words of the file's class
  // 12  bloom_shift 4 bytes
  const buckets = reader.u32(gnuHash, 'nbuckets');
  const first = reader.u32(gnuHash + 4, 'symoffset');
  const bucketsAt = gnuHash + 16 + reader.u32(gnuHash + 8, 'bloom_size') * (bits / 8);
  const chainsAt = bucketsAt + 4 * buckets;
  let last = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    last = Math.max(last, reader.u32(bucketsAt + 4 * bucket, 'bucket'));
  }
  // GNU ld writes one empty bucket where a file defines nothing, and then says nothing of what is undefined.
  if (last < first) return first > 1 ? first : Math.max(first, untilStrings(bits, dynamic, table));
  while ((reader.u32(chainsAt + 4 * (last - first), 'chain') & 1) === 0) last++;
  return last + 1;
}

/** Symbols that fit between the table and the strings, which GNU ld puts right behind it. */
function untilStrings(bits: 32 | 64, dynamic: DynamicTable, table: number): number {
  const strings = dynamic.offsetOf('STRTAB') ?? 0;
  return strings > table ? Math.floor((strings - table) / SIZE[bits]) : 0;
}
