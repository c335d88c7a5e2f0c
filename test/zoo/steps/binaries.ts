import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElfShape, elfBytes } from '../../../packages/layerproof/src/formats/testing/elf-bytes.ts';
import { each, fileOf, only, put } from '../draft.ts';
import type { Step } from '../specimen.ts';
import { addFile, changeFile } from './files.ts';

/** e_machine (System V ABI, chapter 4). */
export const MACHINE = { x86_64: 62, arm64: 183, i386: 3, ppc64le: 21 } as const;

/** A library with nothing in it but what the shape asks for. */
export function addElf(path: string, shape: ElfShape = {}, mode?: number): Step {
  return addFile(path, elfBytes(shape), mode);
}

/** Says another CPU in the header of a library. */
export function swapMachine(where: RegExp | string, machine: keyof typeof MACHINE): Step {
  return {
    apply({ files }) {
      for (const entry of each(files, where)) {
        const bytes = Buffer.from(entry.read());
        bytes.writeUInt16LE(MACHINE[machine], 18);
        put(files, fileOf(entry.path, bytes, entry.mode));
      }
    },
  };
}

/** The header of a Mach-O library (mach-o/loader.h): 64 bit, for Apple silicon or Intel. */
export function machO(cpu: 'arm64' | 'x86_64' = 'arm64'): Uint8Array {
  const header = Buffer.alloc(4096);
  header.writeUInt32LE(0xfeedfacf, 0);
  header.writeUInt32LE(cpu === 'arm64' ? 0x0100000c : 0x01000007, 4);
  header.writeUInt32LE(6, 12);
  return header;
}

/** A fat Mach-O with both CPUs (mach-o/fat.h), each with its own header behind it. */
export function fatMachO(): Uint8Array {
  const head = Buffer.alloc(4096);
  head.writeUInt32BE(0xcafebabe, 0);
  head.writeUInt32BE(2, 4);
  for (const [index, cpu] of [0x0100000c, 0x01000007].entries()) {
    const at = 8 + index * 20;
    head.writeUInt32BE(cpu, at);
    head.writeUInt32BE(4096 * (index + 1), at + 8);
    head.writeUInt32BE(4096, at + 12);
    head.writeUInt32BE(12, at + 16);
  }
  return Buffer.concat([head, machO('arm64'), machO('x86_64')]);
}

/** The headers of a DLL (PE/COFF): `MZ`, the offset of `PE`, the CPU. */
export function peFile(): Uint8Array {
  const header = Buffer.alloc(1024);
  header.write('MZ', 0);
  header.writeUInt32LE(0x80, 0x3c);
  header.write('PE\0\0', 0x80);
  header.writeUInt16LE(0x8664, 0x84);
  return header;
}

/** Puts the library of a Mac under the name of one for Linux. */
export function macBinary(where: RegExp | string): Step {
  return changeFile(where, () => machO());
}

export function windowsBinary(where: RegExp | string): Step {
  return changeFile(where, () => peFile());
}

/** Compiles a shared library with the C compiler of the machine. */
export function compile(path: string, source: string, ...flags: readonly string[]): Step {
  return {
    needs: 'gcc',
    apply({ files, scratch }) {
      const [from, to] = [join(scratch, 'source.c'), join(scratch, 'compiled.so')];
      writeFileSync(from, source);
      execFileSync('gcc', ['-shared', '-fPIC', '-w', '-o', to, from, ...flags]);
      put(files, fileOf(path, readFileSync(to), 0o755));
    },
  };
}

/** Runs the `strip` of binutils over a library, as build scripts do to save space. */
export function strip(where: RegExp | string): Step {
  return {
    needs: 'gcc',
    apply({ files, scratch }) {
      const entry = only(files, where);
      const path = join(scratch, 'stripped.so');
      writeFileSync(path, entry.read());
      execFileSync('strip', ['--strip-all', path]);
      put(files, fileOf(entry.path, readFileSync(path), entry.mode));
    },
  };
}
