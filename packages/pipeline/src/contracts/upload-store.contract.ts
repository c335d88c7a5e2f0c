import { describe, expect, test } from 'vitest';
import type { UploadStore } from '../ports.ts';
import { sampleId, sampleUpload } from './samples.contract.ts';

/** What every UploadStore must do. */
export function testUploadStore(name: string, open: () => Promise<UploadStore>): void {
  describe(`UploadStore: ${name}`, () => {
    test('knows no upload that it never saw', async () => {
      const store = await open();
      expect(await store.get(sampleId())).toBeUndefined();
    });

    test('gives back what was stored, with and without a checksum', async () => {
      const store = await open();
      for (const upload of [sampleUpload(), sampleUpload({ sha256: undefined, size: 50 * 1024 * 1024 })]) {
        await store.put(upload);
        expect(await store.get(upload.id)).toEqual(upload);
      }
    });
  });
}
