import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImageEntry } from '../image/entry.ts';
import { readNative } from '../verify/native.ts';
import { nativeFacts } from './native-facts.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'native-facts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const LIBRARY = 'python/a.so';
const ARTIFACT = 'ab'.repeat(32);
/** The start of a Mach-O file for arm64 (mach-o/loader.h): magic, CPU type, and the rest of the header. */
const MACH_O = Buffer.concat([Buffer.from('cffaedfe0c000001', 'hex'), Buffer.alloc(64)]);

/** An entry that counts how often its bytes are read. */
function entryOf(path: string, bytes: Uint8Array, artifact: string | undefined = ARTIFACT) {
  const reads = { count: 0 };
  const entry: ImageEntry = {
    path,
    mode: 0o644,
    kind: 'file',
    size: bytes.length,
    crc32: undefined,
    read() {
      reads.count++;
      return bytes;
    },
    compressed: undefined,
    artifact,
  };
  return { entry, reads };
}

test('the facts of an artifact are read once, and are the same from the cache', () => {
  const { entry } = entryOf(LIBRARY, MACH_O);
  const first = nativeFacts(folder);
  const found = first.read(entry);
  expect(found).toEqual(readNative(entry));
  expect(found?.kind).toBe('mach-o');
  first.save();

  const later = entryOf(LIBRARY, MACH_O);
  expect(nativeFacts(folder).read(later.entry)).toEqual(found);
  expect(later.reads.count).toBe(0);
});

test('that a file is no native one is kept too, whatever it is called', () => {
  const first = nativeFacts(folder);
  expect(first.read(entryOf('constructor', Buffer.from('text')).entry)).toBeUndefined();
  first.save();
  const { entry, reads } = entryOf('constructor', Buffer.from('text'));
  expect(nativeFacts(folder).read(entry)).toBeUndefined();
  expect(reads.count).toBe(0);
});

test('a file that comes from no artifact is read each time', () => {
  const { entry, reads } = entryOf(LIBRARY, MACH_O, undefined);
  const facts = nativeFacts(folder);
  facts.read({ ...entry, artifact: undefined });
  facts.save();
  facts.read({ ...entry, artifact: undefined });
  expect(reads.count).toBeGreaterThan(1);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['not JSON', '{"form":"0.0.0/0","files":{"python/a.so":null}}'])(
  'what cannot be used, %s, is read anew',
  (text) => {
    const first = nativeFacts(folder);
    first.read(entryOf(LIBRARY, MACH_O).entry);
    first.save();
    writeFileSync(join(folder, 'natives', ARTIFACT.slice(0, 2), `${ARTIFACT}.json`), text);
    expect(nativeFacts(folder).read(entryOf(LIBRARY, MACH_O).entry)?.kind).toBe('mach-o');
  },
);

test('a cache that takes no files does not fail what has its facts', () => {
  writeFileSync(join(folder, 'natives'), 'a file, where a folder should be');
  const facts = nativeFacts(folder);
  expect(facts.read(entryOf(LIBRARY, MACH_O).entry)?.kind).toBe('mach-o');
  expect(() => facts.save()).not.toThrow();
  expect(readdirSync(folder)).toEqual(['natives']);
});
