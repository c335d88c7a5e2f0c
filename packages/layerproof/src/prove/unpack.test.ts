import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Image, ImageEntry } from '../image/entry.ts';
import { unpack } from './unpack.ts';

const temporary = mkdtempSync(join(tmpdir(), 'layerproof-unpack-'));
process.env['TMPDIR'] = temporary;
afterAll(() => rmSync(temporary, { recursive: true }));

/** Entries in the order given: text for a file, `-> target` for a link, `/` at the end of its path for a folder. */
function image(entries: Readonly<Record<string, string>>): Image {
  return {
    entries: Object.entries(entries).map(([path, text]): ImageEntry => {
      const isLink = text.startsWith('-> ');
      const bytes = Buffer.from(isLink ? text.slice(3) : text);
      return {
        path: path.replace(/\/$/, ''),
        kind: isLink ? 'symlink' : path.endsWith('/') ? 'directory' : 'file',
        mode: 0o755,
        size: bytes.length,
        crc32: undefined,
        read: () => bytes,
        compressed: undefined,
        artifact: undefined,
      };
    }),
    close() {},
  };
}

test('lays the layer out as under /opt, read-only, and takes it away', () => {
  const layer = unpack(
    image({
      'bin/tool': 'a program',
      'empty/': '',
      'lib/liba.so': '-> liba.so.1',
      'lib/liba.so.1': 'a library',
      'lib/libb.so': '-> /opt/lib/../lib/liba.so.1',
      'python/state': '-> /tmp/state',
    }),
  );
  expect(readFileSync(join(layer.folder, 'lib/liba.so'), 'utf8')).toBe('a library');
  expect(readFileSync(join(layer.folder, 'lib/libb.so'), 'utf8')).toBe('a library');
  expect(readlinkSync(join(layer.folder, 'python/state'))).toBe('/tmp/state');
  expect(statSync(join(layer.folder, 'bin/tool')).mode & 0o777).toBe(0o555);
  expect(statSync(join(layer.folder, 'empty')).mode & 0o777).toBe(0o555);
  layer.remove();
  expect(readdirSync(temporary)).toEqual([]);
});

test.each([
  ['a path that climbs', { '../out': 'x' }],
  ['a link that climbs', { 'a/b': '-> ../../../out' }],
  ['a file behind a link', { a: `-> ${temporary}`, 'a/out': 'x' }],
  ['a folder behind a link', { a: '-> /tmp', 'a/out/': '' }],
])('refuses %s, and leaves nothing behind', (_, entries) => {
  expect(() => unpack(image(entries))).toThrow('would be unpacked outside');
  expect(existsSync(join(temporary, 'out'))).toBe(false);
  expect(readdirSync(temporary)).toEqual([]);
});
