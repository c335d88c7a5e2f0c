import { describe, expect, test } from 'vitest';
import type { BlobStore } from '../ports.ts';
import { sampleId } from './samples.contract.ts';

const text = (string: string) => new TextEncoder().encode(string);

/** As text, because a store may answer with any kind of Uint8Array. */
async function textAt(blobs: BlobStore, key: string): Promise<string | undefined> {
  const bytes = await blobs.read(key);
  return bytes && new TextDecoder().decode(bytes);
}

/** What every BlobStore must do. */
export function testBlobStore(name: string, open: () => Promise<BlobStore>): void {
  describe(`BlobStore: ${name}`, () => {
    test('knows no blob that it never saw', async () => {
      const blobs = await open();
      const key = `results/${sampleId()}/document.json`;
      expect(await blobs.read(key)).toBeUndefined();
      expect(await blobs.size(key)).toBeUndefined();
    });

    test('gives back every byte', async () => {
      const blobs = await open();
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) % 256);
      const key = `results/${sampleId()}/page-1.bin`;
      await blobs.write(key, bytes, 'application/octet-stream');
      expect(await blobs.size(key)).toBe(bytes.byteLength);
      const read = await blobs.read(key);
      expect(read !== undefined && Buffer.compare(read, bytes) === 0).toBe(true);
    });

    test('keeps a blob of no bytes apart from no blob', async () => {
      const blobs = await open();
      const key = `uploads/${sampleId()}`;
      await blobs.write(key, new Uint8Array(), 'text/plain');
      expect(await blobs.size(key)).toBe(0);
      expect((await blobs.read(key))?.byteLength).toBe(0);
    });

    test('the last write wins, whole, also when it is shorter', async () => {
      const blobs = await open();
      const key = `results/${sampleId()}/a.txt`;
      await blobs.write(key, text('a long first text'), 'text/plain');
      await blobs.write(key, text('short'), 'text/plain');
      expect(await textAt(blobs, key)).toBe('short');
    });

    test('a reader beside a writer sees one blob or the other, never half of one', async () => {
      const blobs = await open();
      const key = `results/${sampleId()}/a.bin`;
      const versions = [1, 2].map((fill) => new Uint8Array(300_000).fill(fill));
      await blobs.write(key, new Uint8Array(300_000).fill(1), 'application/octet-stream');
      const writes = Promise.all(versions.map((bytes) => blobs.write(key, bytes, 'application/octet-stream')));
      for (let round = 0; round < 5; round++) {
        const read = await blobs.read(key);
        expect(read?.byteLength).toBe(300_000);
        expect(new Set(read).size).toBe(1);
      }
      await writes;
    });

    test('keeps what it was given when the caller uses its buffer again', async () => {
      const blobs = await open();
      const key = `results/${sampleId()}/a.txt`;
      const bytes = text('before');
      await blobs.write(key, bytes, 'text/plain');
      bytes.fill(0);
      expect(await textAt(blobs, key)).toBe('before');
    });

    test('keys that begin alike are different blobs', async () => {
      const blobs = await open();
      const id = sampleId();
      await blobs.write(`results/${id}/a`, text('a'), 'text/plain');
      await blobs.write(`results/${id}/a.json`, text('b'), 'text/plain');
      expect(await textAt(blobs, `results/${id}/a`)).toBe('a');
      expect(await blobs.read(`results/${id}`)).toBeUndefined();
    });
  });
}
