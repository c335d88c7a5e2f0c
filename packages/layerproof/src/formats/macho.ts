// Mach-O headers, as Apple's <mach-o/loader.h> and <mach-o/fat.h> lay them out.
import { type ByteOrder, ByteReader } from './byte-reader.ts';
import { notThisFormat } from './faults.ts';

export interface MachOFacts {
  /** One for a thin file; each CPU of a universal one. Those without a name here are given as numbers. */
  readonly cpus: readonly string[];
  readonly universal: boolean;
}

/** cputype of <mach/machine.h>. */
const CPU: Readonly<Record<number, string>> = {
  7: 'i386',
  12: 'arm',
  0x01000007: 'x86_64',
  0x0100000c: 'arm64',
};

const UNIVERSAL = 0xcafebabe;
const UNIVERSAL_64 = 0xcafebabf;
/** Bytes of one fat_arch and one fat_arch_64. */
const UNIVERSAL_ENTRY: Readonly<Record<number, number>> = { [UNIVERSAL]: 20, [UNIVERSAL_64]: 32 };
const ORDER: Readonly<Record<number, ByteOrder>> = {
  0xfeedface: 'big',
  0xfeedfacf: 'big',
  0xcefaedfe: 'little',
  0xcffaedfe: 'little',
};

/** Which CPUs a Mach-O file is for; its first 512 bytes are enough. @throws Fault when it is none. */
export function readMachO(name: string, head: Uint8Array): MachOFacts {
  const big = new ByteReader(name, head, 'big');
  //  0  magic        4 bytes
  const magic = big.u32(0, 'magic');
  const entrySize = UNIVERSAL_ENTRY[magic];
  if (entrySize !== undefined) {
    //  4  nfat_arch    4 bytes
    const count = big.u32(4, 'nfat_arch');
    const cpus: string[] = [];
    for (let index = 0; index < count; index++) cpus.push(cpuName(big.u32(8 + index * entrySize, 'cputype')));
    return { cpus, universal: true };
  }
  const order = ORDER[magic];
  if (order === undefined) throw notThisFormat(name, 'a Mach-O file');
  //  4  cputype      4 bytes
  const reader = new ByteReader(name, head, order);
  return { cpus: [cpuName(reader.u32(4, 'cputype'))], universal: false };
}

function cpuName(type: number): string {
  return CPU[type] ?? `CPU type ${type}`;
}
