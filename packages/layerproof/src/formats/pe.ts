// PE headers: https://learn.microsoft.com/en-us/windows/win32/debug/pe-format
import { ByteReader } from './byte-reader.ts';
import { notThisFormat } from './faults.ts';

export interface PeFacts {
  readonly machine: string;
}

/** "Machine Types" of the format's page. */
const MACHINE: Readonly<Record<number, string>> = {
  0x014c: 'i386',
  0x01c4: 'arm',
  0x8664: 'x86_64',
  0xaa64: 'arm64',
};

/** Which CPU a PE file (Windows: `.dll`, `.pyd`, `.exe`) is for. @throws Fault when it is none. */
export function readPe(name: string, head: Uint8Array): PeFacts {
  const reader = new ByteReader(name, head, 'little');
  //     0  signature         2 bytes  MZ
  if (reader.u16(0, 'MZ signature') !== 0x5a4d) throw notThisFormat(name, 'a PE file');
  //  0x3c  offset of the PE signature   4 bytes
  const offset = reader.u32(0x3c, 'offset of the PE signature');
  //     0  signature         4 bytes  PE\0\0
  if (reader.u32(offset, 'PE signature') !== 0x00004550) throw notThisFormat(name, 'a PE file');
  //     4  Machine           2 bytes
  const machine = reader.u16(offset + 4, 'Machine');
  return { machine: MACHINE[machine] ?? `machine 0x${machine.toString(16)}` };
}
