import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bundleFunction, FUNCTIONS } from './function-bundle.ts';

const root = join(import.meta.dirname, '../..');

/** The first file of a zip, by its local header (APPNOTE.TXT 4.3.7): sizes at 18, name length at 26, name at 30. */
function firstFile(zip: Uint8Array): { name: string; text: string } {
  const bytes = Buffer.from(zip);
  const start = 30 + bytes.readUInt16LE(26);
  const compressed = bytes.subarray(start, start + bytes.readUInt32LE(18));
  return { name: bytes.toString('utf8', 30, start), text: inflateRawSync(compressed).toString('utf8') };
}

describe.each(FUNCTIONS)('%s', (name) => {
  test('is one file with its handler, without the native packages and without a path of this machine', async () => {
    const file = firstFile(await bundleFunction(root, name, 24));
    expect(file.name).toBe('index.mjs');
    expect(file.text).toMatch(/^export \{\n {2}handler\n\};$/m);
    expect(file.text).toContain('X-Amz-Target'.toLowerCase());
    expect(file.text).not.toMatch(/node_modules\/(sharp|onnxruntime-node)\//);
    expect(file.text).not.toContain(root);
  });

  test('is the same bytes each time', async () => {
    const [first, second] = await Promise.all([bundleFunction(root, name, 24), bundleFunction(root, name, 24)]);
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
