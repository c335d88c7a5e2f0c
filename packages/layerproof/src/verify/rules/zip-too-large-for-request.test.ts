import { describe, expect, test } from 'vitest';
import type { ImageEntry } from '../../image/entry.ts';
import { parseTarget } from '../../target/target.ts';
import { createLayer } from '../layer.ts';
import rule from './zip-too-large-for-request.ts';

/** A file of a zip that takes so many bytes there. */
function zipped(bytes: number): ImageEntry {
  const read = () => new Uint8Array();
  const compressed = { method: 8, size: bytes, read } as const;
  return {
    path: 'python/page.py',
    mode: 0o644,
    kind: 'file',
    size: bytes,
    crc32: 0,
    read,
    compressed,
    artifact: undefined,
  };
}

function findingsOf(entry: ImageEntry): string[] {
  const layer = createLayer({ entries: [entry], close() {} }, parseTarget('python3.13', 'x86_64'));
  return Array.from(rule.check(layer), ({ message }) => message);
}

describe(rule.id, () => {
  test('accepts a zip that fits, and a folder of whatever size', () => {
    expect(findingsOf(zipped(52_000_000))).toEqual([]);
    expect(findingsOf({ ...zipped(90_000_000), compressed: undefined })).toEqual([]);
  });

  test('reports one that does not', () => {
    expect(findingsOf(zipped(63_700_000))).toEqual(['is a zip of about 63.7 MB, but a request takes 52.4 MB']);
  });
});
