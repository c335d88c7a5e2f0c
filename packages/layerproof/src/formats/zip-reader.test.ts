import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Fault, isFault } from '@ocr-pipeline/fault';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { zipBytes, type ZipEnding, type ZipShape } from './testing/zip-bytes.ts';
import { openZip } from './zip-reader.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-reader-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('openZip', () => {
  test('reads entries from disk and from memory alike', () => {
    const bytes = zipBytes([
      { name: 'python/', mode: 0o040755, method: 0 },
      { name: 'python/a.py', data: 'x = 1\n'.repeat(100) },
      { name: 'python/b', data: 'a.py', mode: 0o120777, method: 0 },
      { name: 'bin/run', data: '#!/bin/sh\n', mode: 0o100755 },
    ]);
    const path = join(folder, 'plain.zip');
    writeFileSync(path, bytes);
    const expected = [
      'python directory 755 0:',
      `python/a.py file 644 600:${'x = 1\n'.repeat(100)}`,
      'python/b symlink 777 4:a.py',
      'bin/run file 755 10:#!/bin/sh\n',
    ];
    expect(listing(bytes)).toEqual(expected);
    expect(listing(path)).toEqual(expected);
  });

  test('hands out a stream as it is stored', () => {
    const archive = openZip(zipBytes([{ name: 'a.py', data: 'x = 1\n'.repeat(100) }]));
    const [entry] = archive.entries;
    const raw = entry === undefined ? new Uint8Array() : archive.readRaw(entry);
    expect(raw).toHaveLength(entry?.compressedSize ?? -1);
    expect(inflateRawSync(raw).toString()).toBe('x = 1\n'.repeat(100));
  });

  test('reads zip64, in the entries and at the end', () => {
    const shapes = [
      { name: 'a', data: 'one', zip64: true },
      { name: 'b', data: 'two' },
    ];
    expect(listing(zipBytes(shapes, { zip64: true, comment: 'a comment' }))).toEqual([
      'a file 644 3:one',
      'b file 644 3:two',
    ]);
  });

  test('reads the data behind a local extra field of any size', () => {
    const shapes = [
      { name: 'a', data: 'one', localExtra: new Uint8Array(5000) },
      { name: 'b', data: 'two' },
    ];
    expect(listing(zipBytes(shapes))).toEqual(['a file 644 3:one', 'b file 644 3:two']);
  });

  test('gives no mode for an entry made on Windows, and keeps its backslashes', () => {
    const bytes = zipBytes([
      { name: 'python\\a.py', madeBy: 0, mode: 0 },
      { name: 'python', madeBy: 0, mode: 0, fatAttributes: 0x10 },
    ]);
    expect(listing(bytes)).toEqual(['python\\a.py file ? 0:', 'python directory ? 0:']);
  });

  test('gives no mode for a folder without one, but mode 0 for such a file', () => {
    const bytes = zipBytes([
      { name: 'python/', mode: 0 },
      { name: 'python/a.py', mode: 0 },
    ]);
    expect(listing(bytes)).toEqual(['python directory ? 0:', 'python/a.py file 0 0:']);
  });

  test('reads names in UTF-8, flagged or not, and in code page 437', () => {
    const names = ['ä.py', Buffer.from('ä.py'), Uint8Array.from([0x84, 0x2e, 0x70, 0x79])];
    const { entries } = openZip(zipBytes(names.map((name) => ({ name }))));
    expect(entries.map(({ path }) => path)).toEqual(['ä.py', 'ä.py', 'ä.py']);
  });

  test('reads an empty zip', () => {
    expect(openZip(zipBytes([])).entries).toEqual([]);
  });

  test('leaves a missing file to the system', () => {
    expect(() => openZip(join(folder, 'missing.zip'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });

  test('reads nothing after it was closed', () => {
    const path = join(folder, 'closed.zip');
    writeFileSync(path, zipBytes([{ name: 'a', data: 'one' }]));
    const archive = openZip(path);
    archive.close();
    archive.close();
    expect(() => archive.entries.map((entry) => archive.read(entry))).toThrow('after it was closed');
  });
});

describe('a zip that is not what it says', () => {
  const cases: readonly [what: string, code: string, shapes: readonly ZipShape[], ending?: ZipEnding][] = [
    ['encrypted', 'zip-encrypted', [{ name: 'a', flags: 1 }]],
    ['compressed with bzip2', 'zip-unknown-method', [{ name: 'a', method: 12 }]],
    ['a device', 'zip-special-file', [{ name: 'a', mode: 0o020644 }]],
    ['a name with a zero byte', 'zip-bad-directory', [{ name: 'a\0b' }]],
    ['a name that is not the UTF-8 it says', 'zip-bad-directory', [{ name: Uint8Array.from([0xff]), flags: 0x800 }]],
    ['more entries than its directory can hold', 'zip-bad-directory', [{ name: 'a' }], { count: 60_000 }],
    ['fewer entries than its directory holds', 'zip-bad-directory', [{ name: 'a' }, { name: 'b' }], { count: 1 }],
    ['another file in front of it', 'zip-bad-directory', [{ name: 'a' }], { prefix: new Uint8Array(100) }],
    [
      'two entries over the same bytes',
      'zip-overlap',
      [
        { name: 'a', data: 'one' },
        { name: 'b', data: 'two', claims: { offset: 0 } },
      ],
    ],
    ['an entry that runs into the directory', 'zip-overlap', [{ name: 'a', claims: { compressedSize: 4000 } }]],
    ['an entry beyond the end', 'zip-overlap', [{ name: 'a', claims: { offset: 0x7fffffff } }]],
    [
      'an offset in the middle of an entry',
      'zip-headers-differ',
      [{ name: 'a', data: 'x'.repeat(99), method: 0, claims: { offset: 9, compressedSize: 1 } }],
    ],
    ['another name in its local header', 'zip-headers-differ', [{ name: 'a', claims: { localName: 'b' } }]],
    ['another method in its local header', 'zip-headers-differ', [{ name: 'a', claims: { localMethod: 0 } }]],
    [
      'a local extra field over the next entry',
      'zip-overlap',
      [{ name: 'a', data: 'one', claims: { compressedSize: 2000 }, localExtra: new Uint8Array(3000) }, { name: 'b' }],
    ],
    ['another CRC-32 than its bytes', 'zip-bad-stream', [{ name: 'a', data: 'one', claims: { crc32: 1 } }]],
    ['more bytes than announced', 'zip-bad-stream', [{ name: 'a', data: 'x'.repeat(1000), claims: { size: 10 } }]],
    ['fewer bytes than announced', 'zip-bad-stream', [{ name: 'a', data: 'one', claims: { size: 10 } }]],
    [
      'fewer stored bytes than announced',
      'zip-bad-stream',
      [{ name: 'a', data: 'one', method: 0, claims: { size: 10 } }],
    ],
    ['a size that no machine holds', 'zip-entry-too-large', [{ name: 'a', data: 'one', claims: { size: 0xfffffffe } }]],
  ];

  test.each(cases)('%s: %s', (_, code, shapes, ending) => {
    expect(faultCode(() => listing(zipBytes(shapes, ending)))).toBe(code);
  });

  test('no zip at all', () => {
    expect(faultCode(() => openZip(new TextEncoder().encode('<html>404</html>'), 'layer.zip'))).toBe('not-a-zip');
    expect(faultCode(() => openZip(new Uint8Array()))).toBe('not-a-zip');
  });

  test('cut at every length', () => {
    const whole = zipBytes(
      [
        { name: 'a', data: 'one' },
        { name: 'b', data: 'two', zip64: true },
      ],
      { zip64: true },
    );
    for (let length = 0; length < whole.length; length++) {
      expect(() => listing(whole.subarray(0, length))).toThrow(Fault);
    }
  });

  test('any one byte changed gives entries or a fault', () => {
    const whole = zipBytes(
      [
        { name: 'a', data: 'one' },
        { name: 'b', data: 'two', zip64: true },
      ],
      { zip64: true },
    );
    const outcomes = new Set<string>();
    for (let at = 0; at < whole.length; at++) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        outcomes.add(faultCode(() => listing(whole.with(at, value))) === 'none' ? 'entries' : 'fault');
      }
    }
    expect([...outcomes].sort()).toEqual(['entries', 'fault']);
  });
});

describe('zips of other tools', () => {
  testWithTool('zip', ['zip', '--version'])('reads what Info-ZIP writes, symbolic links included', () => {
    mkdirSync(join(folder, 'python'));
    writeFileSync(join(folder, 'python', 'a.py'), 'x = 1\n'.repeat(50), { mode: 0o640 });
    symlinkSync('a.py', join(folder, 'python', 'link.py'));
    execFileSync('zip', ['-q', '-r', '--symlinks', 'info.zip', 'python'], { cwd: folder });
    sameListing(join(folder, 'info.zip'), [
      'python directory 755 0:',
      `python/a.py file 640 300:${'x = 1\n'.repeat(50)}`,
      'python/link.py symlink 777 4:a.py',
    ]);
  });

  testWithTool('Python 3', ['python3', '--version'])(
    'reads what Python writes to a pipe, sizes behind the data',
    () => {
      const script =
        'import sys, zipfile\nz = zipfile.ZipFile(sys.stdout.buffer, "w", 8)\nz.writestr("a.py", "x = 1")\nz.close()';
      sameListing(execFileSync('python3', ['-c', script]), ['a.py file 600 5:x = 1']);
    },
  );
});

function sameListing(zip: string | Uint8Array, expected: readonly string[]): void {
  expect(listing(zip).sort()).toEqual([...expected].sort());
}

function listing(zip: string | Uint8Array): string[] {
  const archive = openZip(zip);
  try {
    return archive.entries.map((entry) => {
      const text = new TextDecoder().decode(archive.read(entry));
      return `${entry.path} ${entry.kind} ${entry.mode?.toString(8) ?? '?'} ${entry.size}:${text}`;
    });
  } finally {
    archive.close();
  }
}

/** The code of the fault that `run` ends in; any other error travels on and fails the test. */
function faultCode(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}
