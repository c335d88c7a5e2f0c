// ELF: the System V ABI, chapters 4 and 5 (https://www.sco.com/developers/gabi/latest/contents.html).
import type { ByteOrder, ByteReader } from './byte-reader.ts';
import { type DynamicTable, readDynamicTable, type Segment } from './elf-dynamic.ts';
import { readElfFrame } from './elf-frame.ts';
import { readX86Level, type X86Level } from './elf-notes.ts';
import { readVersionDefinitions, readVersionNeeds, type VersionNeed } from './elf-versions.ts';

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
  /** A segment's place in the file and its address disagree modulo its alignment, so that the loader refuses the file. */
  readonly isMisaligned: boolean;
  /** The level of x86-64 (v1 to v4) without which the loader refuses the file; undefined when it says none. */
  readonly x86Level: X86Level | undefined;
}

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

const PT_LOAD = 1;
const PT_INTERP = 3;

/**
 * What the dynamic loader will read from the file. Everything is found as the loader finds it, by the program headers and the
 * dynamic table, since section names may be stripped.
 *
 * @throws Fault that names the field when the file is no ELF file, is cut short, or points outside itself.
 */
export function readElf(name: string, bytes: Uint8Array): ElfFacts {
  const { reader, bits, order, type, machine, segments } = readElfFrame(name, bytes);
  const dynamic = readDynamicTable(reader, bits, segments);
  return {
    bits,
    order,
    type: TYPE[type] ?? 'other',
    machine: MACHINE[machine] ?? `machine ${machine}`,
    interpreter: readInterpreter(reader, segments),
    needed: dynamic.needed,
    soname: dynamic.soname,
    rpath: splitPath(dynamic.rpath),
    runpath: splitPath(dynamic.runpath),
    ...readVersions(reader, dynamic),
    mappedBytes: mappedBytes(segments),
    isMisaligned: segments.some(isMisaligned),
    x86Level: readX86Level(reader, bits, segments),
  };
}

function mappedBytes(segments: readonly Segment[]): number {
  return segments
    .filter(({ type }) => type === PT_LOAD)
    .reduce((end, { offset, fileSize }) => Math.max(end, offset + fileSize), 0);
}

/** p_vaddr and p_offset must be equal modulo p_align; 0 and 1 ask for nothing (System V ABI, "Program Header"). */
function isMisaligned({ type, offset, address, align }: Segment): boolean {
  return type === PT_LOAD && align > 1 && (((address - offset) % align) + align) % align !== 0;
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

/** An empty item is the current folder, but an empty path is none (glibc's `decompose_rpath`). */
function splitPath(path: string | undefined): readonly string[] {
  return path === undefined || path === '' ? [] : path.split(':');
}
