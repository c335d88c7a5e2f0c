import { readFileSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { elfBytes } from '../../packages/layerproof/src/formats/testing/elf-bytes.ts';
import { type ZipShape, zipBytes } from '../../packages/layerproof/src/formats/testing/zip-bytes.ts';
import { writeZip, type ZipSource } from '../../packages/layerproof/src/formats/zip-writer.ts';

export type Format = 'elf' | 'mach-o' | 'pe' | 'zip';

const ROOT = join(import.meta.dirname, '../..');
/** Real binaries of all three systems, small enough that a mutation hits what is read. */
const REAL = [
  'node_modules/onnxruntime-node/bin/napi-v*/*/*/*.node',
  'node_modules/onnxruntime-node/bin/napi-v*/win32/*/dxil.dll',
];
const MOST_BYTES = 400_000;

/** Sound files of each format, to be spoilt. */
export function readSeeds(): Readonly<Record<Format, readonly Uint8Array[]>> {
  const real = globSync(REAL, { cwd: ROOT })
    .toSorted()
    .map((path) => readFileSync(join(ROOT, path)).subarray(0, MOST_BYTES));
  const starting = (...heads: number[]) => real.filter((bytes) => heads.includes(bytes.readUInt32BE(0)));
  return {
    elf: [...madeElf(), ...starting(0x7f454c46)],
    'mach-o': [universalMachO(), ...starting(0xcffaedfe, 0xcafebabe)],
    pe: real.filter((bytes) => bytes.toString('latin1', 0, 2) === 'MZ'),
    zip: madeZips(),
  };
}

function madeElf(): Uint8Array[] {
  return ([32, 64] as const).flatMap((bits) =>
    (['little', 'big'] as const).map((order) =>
      elfBytes({
        bits,
        order,
        needed: ['libc.so.6', 'libm.so.6'],
        soname: 'liba.so.1',
        rpath: '$ORIGIN/../lib:/opt/lib',
        runpath: '$ORIGIN',
        versionNeeds: { 'libc.so.6': ['GLIBC_2.17', 'weak:GLIBC_2.28'], 'libm.so.6': ['GLIBC_2.29'] },
        versionDefinitions: ['A_1.0', 'A_1.1'],
      }),
    ),
  );
}

/** A universal file for two CPUs, as <mach-o/fat.h> lays it out; the parts themselves are never read. */
function universalMachO(): Uint8Array {
  const bytes = Buffer.alloc(512);
  bytes.writeUInt32BE(0xcafebabe, 0);
  bytes.writeUInt32BE(2, 4);
  bytes.writeUInt32BE(0x01000007, 8);
  bytes.writeUInt32BE(0x0100000c, 28);
  return Uint8Array.from(bytes);
}

/** The files of a small layer. */
export function layerShapes(): ZipShape[] {
  const inner = zipBytes([{ name: 'a.txt', data: 'inside' }]);
  return [
    { name: 'python/page/__init__.py', data: 'import os\n'.repeat(40) },
    { name: 'python/page/fast.cpython-313-x86_64-linux-gnu.so', data: elfBytes({ needed: ['libc.so.6'] }) },
    {
      name: 'python/page-1.0.dist-info/METADATA',
      data: 'Metadata-Version: 2.1\nName: page\nVersion: 1.0\nRequires-Dist: other>=1; python_version < "3"\n',
    },
    { name: 'python/page-1.0.dist-info/RECORD', data: 'page/__init__.py,,\n' },
    { name: 'python/page-1.0.dist-info/WHEEL', data: 'Wheel-Version: 1.0\nTag: py3-none-any\n' },
    { name: 'lib/libx.so', data: 'libx.so.1', mode: 0o120777 },
    { name: 'nodejs/node_modules/a/package.json', data: '{"name":"a","version":"1.0.0"}' },
    { name: 'inner.zip', data: inner, method: 0 },
  ];
}

function madeZips(): Uint8Array[] {
  const layer = layerShapes();
  const wide = layer.map((shape): ZipShape => Object.assign(shape, { zip64: true }));
  return [
    zipBytes(layerShapes()),
    zipBytes(layerShapes(), { zip64: true, comment: 'a comment' }),
    zipBytes(wide),
    ownZip(),
  ];
}

/** One that our own writer makes. */
function ownZip(): Uint8Array {
  const parts: Buffer[] = [];
  const source = (path: string, text: string): ZipSource => {
    const bytes = Buffer.from(text);
    return {
      path,
      mode: 0o644,
      kind: 'file',
      size: bytes.length,
      crc32: crc32(bytes),
      read: () => bytes,
      compressed: undefined,
    };
  };
  writeZip([source('python/a.py', 'a = 1\n'.repeat(100)), source('python/b.py', '')], {
    write: (part) => void parts.push(Buffer.from(part)),
  });
  return Uint8Array.from(Buffer.concat(parts));
}
