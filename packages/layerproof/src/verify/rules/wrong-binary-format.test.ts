import { elfBytes } from '../../formats/testing/elf-bytes.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './wrong-binary-format.ts';

/** Mach-O, 64-bit, little-endian, arm64. */
const MACH_O = { bytes: Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]) };
/** MZ, PE at 0x40, x86_64. */
const PE = { bytes: peBytes() };
const ELF = { elf: {} };
const LFS = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n';

testRule(rule, {
  accepts: {
    'ELF files and sources': { files: { 'python/a.so': ELF, 'python/a.py': 'x = 1', 'lib/liba.so.1': ELF } },
    'a script for the linker': { files: { 'lib/libm.so': '/* GNU ld script\n*/\nGROUP ( libm.so.6 )' } },
    'data under other names': { files: { 'python/a.txt': LFS, 'python/empty.py': '', 'python/so': 'text' } },
  },
  reports: {
    'a library of macOS under a name of Linux': {
      files: { 'python/cryptography/_rust.abi3.so': MACH_O },
      findings: [
        'python/cryptography/_rust.abi3.so: is a Mach-O file (macOS) for arm64, but python3.9/x86_64 loads ELF files',
      ],
    },
    'a library of Windows under a name of Linux': {
      files: { 'python/a.so': PE },
      findings: ['python/a.so: is a PE file (Windows) for x86_64, but python3.9/x86_64 loads ELF files'],
    },
    'what is no machine code under the name of a library': {
      files: { 'python/a.so': LFS, 'python/b.so': '', 'python/libc.so.1.2': 'text' },
      findings: [
        'python/a.so: is a Git LFS pointer, but python3.9/x86_64 loads ELF files',
        'python/b.so: is an empty file, but python3.9/x86_64 loads ELF files',
        'python/libc.so.1.2: is a text, but python3.9/x86_64 loads ELF files',
      ],
    },
    'an ELF file that was cut': {
      files: {
        'python/a.so': { bytes: elfBytes().subarray(0, 100) },
        'python/b.so': { bytes: elfBytes().subarray(0, -1) },
      },
      findings: [
        'python/a.so: is an ELF file that cannot be loaded: p_filesz takes 8 bytes at offset 96, but the file ends at byte 100',
        'python/b.so: is an ELF file that cannot be loaded: it maps 225 bytes, but the file has only 224',
      ],
    },
    'as a warning the builds that an npm package picks from': {
      target: 'nodejs24.x/x86_64',
      files: {
        'nodejs/node_modules/@img/a-darwin-arm64/lib/a-darwin-arm64.node': MACH_O,
        'nodejs/node_modules/@img/a-linux-x64/lib/a-linux-x64-0.35.5.node': ELF,
        'nodejs/node_modules/@img/b-darwin-arm64/lib/b-darwin-arm64.node': MACH_O,
      },
      findings: [
        'warning nodejs/node_modules/@img/a-darwin-arm64/lib/a-darwin-arm64.node: is a Mach-O file (macOS) for arm64, but nodejs24.x/x86_64 loads ELF files; nodejs/node_modules/@img/a-linux-x64/lib/a-linux-x64-0.35.5.node is loaded in its place',
        'nodejs/node_modules/@img/b-darwin-arm64/lib/b-darwin-arm64.node: is a Mach-O file (macOS) for arm64, but nodejs24.x/x86_64 loads ELF files',
      ],
    },
    'as a note what nothing on Linux opens, also what is named for a system': {
      files: {
        'python/setuptools/cli-64.exe': PE,
        'python/setuptools/cli-arm64.exe': PE,
        'python/setuptools-1.dist-info/WHEEL': 'Tag: py3-none-any\n',
        'python/setuptools-1.dist-info/RECORD': 'setuptools/cli-64.exe,,\nsetuptools/cli-arm64.exe,,\n',
      },
      findings: [
        'note python/setuptools/cli-64.exe: is a PE file (Windows) for x86_64, but python3.9/x86_64 loads ELF files; nothing opens a file of this name there',
        'note python/setuptools/cli-arm64.exe: is a PE file (Windows) for x86_64, but python3.9/x86_64 loads ELF files; its package says that it runs on any system, so without this file, too',
      ],
    },
  },
});

function peBytes(): Uint8Array {
  const bytes = Buffer.alloc(0x46);
  bytes.write('MZ');
  bytes.writeUInt32LE(0x40, 0x3c);
  bytes.write('PE', 0x40);
  bytes.writeUInt16LE(0x8664, 0x44);
  return bytes;
}
