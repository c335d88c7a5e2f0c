import { createCipheriv, createHash } from 'node:crypto';
import { mkdtempSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
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

test('a stream that comes in pieces is copied piece by piece, and must be as long as it said', () => {
  const stream = deflateRawSync(TEXT);
  const inPieces = (size: number) =>
    file('a.py', TEXT, {
      crc32: crc32(TEXT),
      compressed: {
        method: 8,
        size,
        read: () => {
          throw new Error('never held whole');
        },
        pieces: () => [stream.subarray(0, 7), stream.subarray(7)],
      },
    });
  const zip = openZip(zipOf([inPieces(stream.length)]).bytes);
  expect(zip.entries.map((entry) => Buffer.from(zip.read(entry)).toString())).toEqual([TEXT]);
  const { length } = stream;
  expect(() => zipOf([inPieces(length + 1)])).toThrow(`a.py has ${length} bytes, but had ${length + 1} when`);
  expect(() => zipOf([inPieces(length - 1)])).toThrow(`a.py has ${length} bytes, but had ${length - 1} when`);
});

describe('a file of one’s own that is too large for memory', () => {
  const large = (content: (time: number) => Uint8Array, pieceSize: number) => {
    let times = 0;
    function* pieces() {
      const bytes = content(times++);
      for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
    }
    const read = () => {
      throw new Error('never held whole');
    };
    return file('large', '', { size: content(0).length, read, pieces });
  };
  const text = Buffer.from('a line that comes again\n'.repeat(400_000));
  const noise = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(9 << 20));

  test('is deflated to the same bytes, in whatever pieces it comes', () => {
    const { bytes } = zipOf([large(() => text, 100_000)]);
    expect(zipOf([large(() => text, 3_000_001)]).bytes.equals(bytes)).toBe(true);
    const zip = openZip(bytes);
    expect(zip.entries.map((entry) => [entry.method, Buffer.compare(zip.read(entry), text)])).toEqual([[8, 0]]);
    expect(createHash('sha256').update(bytes).digest('hex')).toMatchInlineSnapshot(
      `"2de1b51783a3504a0f1cb4753e7eaa14f8e52f2dcff40e263739ae3ab04c6255"`,
    );
  });

  test('is stored where deflating gains nothing, if it is still what it was', () => {
    const zip = openZip(zipOf([large(() => noise, 1 << 20)]).bytes);
    expect(zip.entries.map((entry) => [entry.method, Buffer.compare(zip.read(entry), noise)])).toEqual([[0, 0]]);
    const changing = (time: number) => (time < 1 ? noise : noise.toReversed());
    expect(() => zipOf([large(changing, 1 << 20)])).toThrow('large gave other bytes when it was read');
  });
});

test('a path that no zip can hold is a fault', () => {
  expect(() => zipOf([file(`a/${'b'.repeat(65_534)}`, '')])).toThrow('is a path of 65536 bytes');
});

/** Everything that Lambda keeps: a link, an executable, a name that is not ASCII, a large file, an empty one. */
const VARIED = [...LAYER, file('python/large.txt', 'a line that comes again\n'.repeat(400_000))];

function withZip(use: (path: string, folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'zip-writer-'));
  try {
    const path = join(folder, 'a.zip');
    writeFileSync(path, zipOf(VARIED).bytes);
    use(path, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** In another locale, Info-ZIP shows a name that is not ASCII as it can. */
const UTF8 = { ...process.env, LC_ALL: 'C.UTF-8' };

const testWithUnzip = testWithTool('unzip', ['unzip', '-v']);
testWithUnzip('Info-ZIP finds no error in it, and gives modes and links back', () => {
  withZip((path, folder) => {
    expect(execFileSync('unzip', ['-t', path], { encoding: 'utf8' })).toContain('No errors detected');
    const listing = execFileSync('unzip', ['-Z', '-l', path], { encoding: 'utf8', env: UTF8 });
    expect(
      listing
        .split('\n')
        .filter((line) => line.includes('python/'))
        .map((line) => line.replace(/ +\d+ [bt][-x] +\d+ (def.|stor) /, ' $1 ')),
    ).toMatchInlineSnapshot(`
      [
        "-rw-r--r--  2.0 unx stor 80-Jan-01 00:00 python/Z.py",
        "-rwxr-xr-x  2.0 unx stor 80-Jan-01 00:00 python/bin/tool",
        "-rw-r--r--  2.0 unx defN 80-Jan-01 00:00 python/large.txt",
        "lrwxrwxrwx  2.0 unx stor 80-Jan-01 00:00 python/libz.so",
        "-rw-r--r--  2.0 unx defN 80-Jan-01 00:00 python/é.py",
      ]
    `);
    execFileSync('unzip', ['-q', path, '-d', folder]);
    expect(readlinkSync(join(folder, 'python/libz.so'))).toBe('libz.so.1');
    expect(statSync(join(folder, 'python/bin/tool')).mode & 0o777).toBe(0o755);
  });
});

const testWithPython = testWithTool('Python', ['python3', '--version']);
testWithPython('Python finds no error in it', () => {
  withZip((path) => {
    const script = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), len(z.namelist()))';
    expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })).toBe('None 5\n');
  });
});
