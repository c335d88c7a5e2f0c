import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { openZip } from './zip-reader.ts';
import { type WrittenZip, type ZipSource, writeZip } from './zip-writer.ts';

/** Zeros, which the file system need not keep. */
const HOLE = Buffer.alloc(16 << 20);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-writer-size-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(path: string, content: string): ZipSource {
  const bytes = Buffer.from(content);
  return {
    path,
    mode: 0o644,
    kind: 'file',
    size: bytes.length,
    crc32: undefined,
    read: () => bytes,
    compressed: undefined,
  };
}

/** A stored file of zeros, which is never held whole. */
function zeros(path: string, size: number): ZipSource {
  const never = () => {
    throw new Error('never held whole');
  };
  function* pieces() {
    for (let at = 0; at < size; at += HOLE.length) yield HOLE.subarray(0, Math.min(HOLE.length, size - at));
  }
  const compressed = { method: 0, size, read: never, pieces } as const;
  return { path, mode: 0o644, kind: 'file', size, crc32: 0, read: never, compressed };
}

/** Writes the zip to a file that leaves out the zeros of large pieces. */
function writeSparse(name: string, entries: Iterable<ZipSource>): WrittenZip & { readonly path: string } {
  const path = join(folder, name);
  const descriptor = openSync(path, 'w');
  let offset = 0;
  const written = writeZip(entries, {
    write(bytes) {
      if (bytes.buffer !== HOLE.buffer) writeSync(descriptor, bytes, 0, bytes.length, offset);
      offset += bytes.length;
    },
  });
  ftruncateSync(descriptor, offset);
  closeSync(descriptor);
  return { ...written, path };
}

const MOST = 0xffffffff;

describe('zip64', () => {
  test.each([
    ['a file', MOST, [zeros('b', MOST)]],
    ['what lies before a file', 3 * 2 ** 31, [zeros('b1', 2 ** 31), zeros('b2', 2 ** 31), zeros('b3', 2 ** 31)]],
  ])('is written for %s of 4 GiB', (_, size, large) => {
    const { path, unzippedSize } = writeSparse('large.zip', [file('a', 'first'), ...large, file('c', 'last')]);
    const zip = openZip(path);
    expect(zip.entries.map((entry) => entry.path)).toEqual(['a', ...large.map((entry) => entry.path), 'c']);
    expect(zip.entries.filter(({ size: of }) => of > 5).reduce((sum, entry) => sum + entry.size, 0)).toBe(size);
    expect(
      zip.entries.filter(({ size: of }) => of <= 5).map((entry) => Buffer.from(zip.read(entry)).toString()),
    ).toEqual(['first', 'last']);
    expect(unzippedSize).toBe(size + 9);
    zip.close();
  });

  test('is not written for a byte less', () => {
    const header = (name: string) => 30 + name.length;
    // One entry whose local header ends the zip’s first 4 GiB but one byte, so that the next offset just fits.
    const { path } = writeSparse('below.zip', [zeros('a', MOST - 1 - header('a')), file('b', '')]);
    const zip = openZip(path);
    expect(zip.entries.map(({ offset }) => offset)).toEqual([0, MOST - 1]);
    expect(zip.size).toBe(MOST - 1 + header('b') + 2 * (46 + 1) + 22 + 20 + 56);
    zip.close();
    const small = writeSparse('small.zip', [file('a', '')]);
    expect(small.size).toBe(header('a') + 46 + 1 + 22);
  });

  test.each([
    [65_534, 0],
    [65_535, 76],
    [65_536, 76],
  ])('for %i entries takes %i bytes', (count, more) => {
    const entries = Array.from({ length: count }, (_, index) => file(String(index).padStart(5, '0'), ''));
    const { path, size } = writeSparse('many.zip', entries);
    expect(size).toBe(count * (30 + 46 + 10) + 22 + more);
    const zip = openZip(path);
    expect(zip.entries).toHaveLength(count);
    zip.close();
  });

  const withPython = testWithTool('Python', ['python3', '--version']);
  withPython('is understood by Python', () => {
    const { path } = writeSparse('large.zip', [file('a', 'first'), zeros('b', MOST), zeros('c', 5), file('d', 'last')]);
    const script = [
      'import sys, zipfile',
      'with zipfile.ZipFile(sys.argv[1]) as z:',
      '    for i in z.infolist(): print(i.filename, i.file_size, i.header_offset > 0xffffffff)',
      '    print(z.read("a"), z.read("d"), z.open("b").read(3))',
    ].join('\n');
    expect(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })).toBe(
      `a 5 False\nb ${MOST} False\nc 5 True\nd 4 True\nb'first' b'last' b'\\x00\\x00\\x00'\n`,
    );
  });

  const withZipinfo = testWithTool('zipinfo', ['zipinfo', '-h']);
  withZipinfo('is understood by Info-ZIP', () => {
    // Not `MOST` itself, which UnZip 6.0 takes for "in the zip64 field" when it comes to the next entry.
    const { path } = writeSparse('large.zip', [zeros('a', MOST + 1), file('b', 'last')]);
    const listing = execFileSync('zipinfo', [path], { encoding: 'utf8' });
    expect(listing).toContain(`${MOST + 1}`);
    expect(execFileSync('unzip', ['-p', path, 'b'], { encoding: 'utf8' })).toBe('last');
  });
});

describe('memory', () => {
  test('holds a few pieces of a file of 200 MB, copied or deflated', () => {
    // A process of its own, whose peak is that of this work alone.
    const script = `
      const { writeZip } = await import(${JSON.stringify(join(import.meta.dirname, 'zip-writer.ts'))});
      const piece = Buffer.alloc(1 << 20, 'data ');
      const size = 200 * piece.length;
      const pieces = function* () { for (let at = 0; at < size; at += piece.length) yield piece; };
      const read = () => { throw new Error('never held whole'); };
      const entry = { mode: 0o644, kind: 'file', size, crc32: undefined, read };
      const before = process.resourceUsage().maxRSS;
      writeZip([
        { ...entry, path: 'copied', crc32: 1, compressed: { method: 0, size, read, pieces } },
        { ...entry, path: 'deflated', pieces, compressed: undefined },
      ], { write() {} });
      console.log(process.resourceUsage().maxRSS - before);
    `;
    const args = ['--conditions=source', '--input-type=module', '-e', script];
    const kilobytes = Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    expect(kilobytes).toBeLessThan(100_000);
  });
});
