import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HashFile, type HashThread, ownFileHash, startHashThread } from './file-hash.ts';
import { BATCH } from './hash-memory.ts';

let folder: string;
let thread: HashThread;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'file-hash-'));
  thread = startHashThread();
});
afterEach(() => {
  thread.close();
  rmSync(folder, { recursive: true });
});

/** What is written by batches, and its hash as it was made on the way; `flags` those that the file is opened with. */
function written(hashFile: HashFile, bytes: Uint8Array, flags = 'wx+'): string {
  const file = openSync(join(folder, String(Math.random())), flags);
  const hash = hashFile(file);
  for (let at = 0; at < bytes.length; at += BATCH) {
    const batch = bytes.subarray(at, at + BATCH);
    writeSync(file, batch);
    hash.add(batch);
  }
  try {
    return hash.digest();
  } finally {
    closeSync(file);
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const noise = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * at) % 251));

describe('the hash of a file that is being written', () => {
  for (const length of [0, 1, BATCH - 1, BATCH, BATCH + 1, 9 * BATCH, 9 * BATCH + 7]) {
    test(`is that of its ${length} bytes, on a thread and here`, async () => {
      const bytes = noise(length);
      await untilReady();
      expect(written(thread.hashFile, bytes)).toBe(sha256(bytes));
      expect(written(ownFileHash, bytes)).toBe(sha256(bytes));
    });
  }

  test('is made here before the thread has started, and for a second file', async () => {
    const [first, second] = [noise(3 * BATCH), noise(2 * BATCH + 1)];
    expect(written(thread.hashFile, first)).toBe(sha256(first));
    await untilReady();
    expect(written(thread.hashFile, second)).toBe(sha256(second));
  });

  // One thread alone hashes while it writes, and never reads.
  test.skipIf(availableParallelism() === 1)('of a file that cannot be read is the error of the system', async () => {
    await sleep(1000);
    expect(() => written(thread.hashFile, noise(BATCH + 1), 'wx')).toThrow('EBADF');
  });
});

/** Long enough for a thread to start; where it has not, the hash is made here, and is the same. */
const untilReady = () => sleep(300);
