import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { openZip } from './zip-reader.ts';
import { type ZipSource, writeZip } from './zip-writer.ts';

function file(path: string, content: string | Uint8Array, more: Partial<ZipSource> = {}): ZipSource {
  const bytes = Buffer.from(content);
  return {
    path,
    mode: 0o644,
    kind: 'file',
    size: bytes.length,
    crc32: undefined,
    read: () => bytes,
    compressed: undefined,
    ...more,
  };
}

function zipOf(entries: Iterable<ZipSource>): { bytes: Buffer; unzippedSize: number } {
  const parts: Uint8Array[] = [];
  const { size, unzippedSize } = writeZip(entries, { write: (part) => void parts.push(Buffer.from(part)) });
  const bytes = Buffer.concat(parts);
  expect(bytes.length).toBe(size);
  return { bytes, unzippedSize };
}

const TEXT = 'def read(page):\n    return page.text\n'.repeat(50);
const LAYER = [
  file('python/é.py', TEXT),
  file('python/bin/tool', '#!/bin/sh\n', { mode: 0o755 }),
  file('python/Z.py', ''),
  file('python/libz.so', 'libz.so.1', { kind: 'symlink', mode: 0o777 }),
  file('python', '', { kind: 'directory', mode: 0o755 }),
];

test('what is written is read back: sorted by bytes, modes, links, sizes', () => {
  const { bytes, unzippedSize } = zipOf(LAYER);
  const zip = openZip(bytes);
  expect(
    zip.entries.map(({ path, kind, mode, method, size }) => [path, kind, mode?.toString(8), method, size]),
  ).toEqual([
    ['python/Z.py', 'file', '644', 0, 0],
    ['python/bin/tool', 'file', '755', 0, 10],
    ['python/libz.so', 'symlink', '777', 0, 9],
    ['python/é.py', 'file', '644', 8, TEXT.length],
  ]);
  expect(zip.entries.map((entry) => Buffer.from(zip.read(entry)).toString())).toEqual([
    '',
    '#!/bin/sh\n',
    'libz.so.1',
    TEXT,
  ]);
  expect(unzippedSize).toBe(TEXT.length + 19);
});

test('the same entries give the same bytes, in whatever order they come', () => {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(zipOf(LAYER.toReversed()).bytes)).toBe(hash(zipOf(LAYER).bytes));
  // A change of this value changes every layer: it may only come with a changed compressor or a changed format.
  expect(hash(zipOf(LAYER).bytes)).toMatchInlineSnapshot(
    `"8d03e273a7310f7f995df7ec5afed5a18e75f933061812c0e7d44adddd78f513"`,
  );
});

test('a compressed stream is copied as it is', () => {
  const stream = deflateRawSync(TEXT, { level: 1 });
  const entry = file('a.py', TEXT, {
    crc32: 0x12345678,
    compressed: { method: 8, size: stream.length, read: () => stream },
    read: () => {
      throw new Error('never inflated');
    },
  });
  const zip = openZip(zipOf([entry]).bytes);
  expect(zip.entries).toMatchObject([{ path: 'a.py', size: TEXT.length, crc32: 0x12345678 }]);
  expect(zip.entries.map((written) => Buffer.from(zip.readRaw(written)))).toEqual([stream]);
});

test('two entries of one path are a fault, and so is a stream that changed its length', () => {
  expect(() => zipOf([file('a', '1'), file('a', '2')])).toThrow('Two entries of the layer have the path a');
  expect(() => zipOf([file('a', '12', { size: 3 })])).toThrow('a has 2 bytes, but had 3 when the build began');
});

test('more than 65534 entries are written with zip64 records', () => {
  const many = Array.from({ length: 65_540 }, (_, index) => file(`f${index}`, ''));
  expect(openZip(zipOf(many).bytes).entries).toHaveLength(65_540);
});

const testWithUnzip = testWithTool('unzip', ['unzip', '-v']);
testWithUnzip('Info-ZIP finds no error in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-writer-'));
  try {
    const path = join(folder, 'a.zip');
    writeFileSync(path, zipOf(LAYER).bytes);
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
    expect(execFileSync('unzip', ['-Z', '-l', path], { encoding: 'utf8' })).toContain('80-Jan-01 00:00');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
