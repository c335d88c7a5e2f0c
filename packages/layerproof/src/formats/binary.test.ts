import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Fault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { HEAD_SIZE, identify } from './binary.ts';
import { readMachO } from './macho.ts';
import { readPe } from './pe.ts';
import { elfBytes } from './testing/elf-bytes.ts';

const ONNX = fileURLToPath(new URL('../../../../node_modules/onnxruntime-node/', import.meta.url));

/** The native files of one npm package that ships them for every system. */
function binding(system: string, cpu: string): Uint8Array {
  const [path] = globSync(`bin/napi-v*/${system}/${cpu}/onnxruntime_binding.node`, { cwd: ONNX });
  if (path === undefined) throw new Error(`onnxruntime-node has no binding for ${system} ${cpu}`);
  return readFileSync(ONNX + path);
}

describe('identify', () => {
  test('tells real libraries of each system apart', () => {
    expect(identify(binding('linux', 'arm64'))).toBe('elf');
    expect(identify(binding('darwin', 'arm64'))).toBe('mach-o');
    expect(identify(binding('win32', 'x64'))).toBe('pe');
  });

  test.each([
    ['an empty file', '', 'empty'],
    [
      'a pointer that Git LFS left',
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n',
      'git-lfs-pointer',
    ],
    ['a static archive', '!<arch>\n', 'ar'],
    ['source', 'import os\n', 'text'],
    ['a text that starts with MZ', `MZ${' is how an executable starts'.repeat(4)}`, 'text'],
    ['text beyond ASCII', 'naïve café', 'text'],
    ['a zip', 'PK\u0003\u0004', 'zip'],
    ['a WebAssembly module', '\0asm', 'wasm'],
  ])('knows %s', (_, text, kind) => {
    expect(identify(new TextEncoder().encode(text))).toBe(kind);
  });

  test('does not take a Java class for a universal Mach-O', () => {
    const javaClass = Uint8Array.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52]);
    const universal = Uint8Array.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 2]);
    expect([identify(javaClass), identify(universal)]).toEqual(['unknown', 'mach-o']);
  });

  test('answers for a head of any length', () => {
    for (const whole of [elfBytes(), binding('darwin', 'arm64'), binding('win32', 'x64')]) {
      for (let length = 0; length < 600; length++) expect(identify(whole.subarray(0, length))).toBeTypeOf('string');
    }
  });
});

describe('readMachO and readPe', () => {
  test('name the CPU of a real library', () => {
    expect(readMachO('a.node', binding('darwin', 'arm64').subarray(0, HEAD_SIZE))).toEqual({
      cpus: ['arm64'],
      universal: false,
    });
    expect(readPe('a.node', binding('win32', 'x64').subarray(0, HEAD_SIZE))).toEqual({ machine: 'x86_64' });
    expect(readPe('a.node', binding('win32', 'arm64').subarray(0, HEAD_SIZE))).toEqual({ machine: 'arm64' });
  });

  test('name every CPU of a universal file', () => {
    const bytes = new Uint8Array(8 + 2 * 20);
    const view = new DataView(bytes.buffer);
    for (const [offset, value] of [
      [0, 0xcafebabe],
      [4, 2],
      [8, 0x01000007],
      [28, 0x0100000c],
    ] as const) {
      view.setUint32(offset, value);
    }
    expect(readMachO('a.dylib', bytes)).toEqual({ cpus: ['x86_64', 'arm64'], universal: true });
  });

  test('give a fault for anything else, and wherever a file is cut', () => {
    expect(() => readMachO('a.so', elfBytes())).toThrow(Fault);
    expect(() => readPe('a.so', elfBytes())).toThrow(Fault);
    const machO = binding('darwin', 'arm64');
    for (let length = 0; length < 8; length++) expect(() => readMachO('a', machO.subarray(0, length))).toThrow(Fault);
    const pe = binding('win32', 'x64');
    for (let length = 0; length < 64; length++) expect(() => readPe('a', pe.subarray(0, length))).toThrow(Fault);
  });
});
