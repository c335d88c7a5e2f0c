// The thread that `startHashThread` starts: it reads the file behind the one that writes it.
import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { BATCH, DONE, ENDED, FAILED, FILE, hashMemory, READY, STATE, WRITTEN } from './hash-memory.ts';

const { counts, digest } = hashMemory(workerData as SharedArrayBuffer);

Atomics.store(counts, STATE, READY);
Atomics.store(counts, STATE, isHashed() ? DONE : FAILED);
Atomics.notify(counts, STATE);

/** False where the file cannot be read: whoever reads it instead is told why. */
function isHashed(): boolean {
  try {
    digest.set(hashFile());
    return true;
  } catch {
    return false;
  }
}

function hashFile(): Uint8Array {
  const hash = createHash('sha256');
  const batch = Buffer.allocUnsafe(BATCH);
  let position = 0;
  for (let written = 0; ; written = Atomics.load(counts, WRITTEN)) {
    // Asked for after the batches: when it has ended, all of them are there.
    const isEnded = Atomics.load(counts, STATE) === ENDED;
    const end = isEnded ? Infinity : written * BATCH;
    while (position < end) {
      const read = readSync(Atomics.load(counts, FILE), batch, 0, BATCH, position);
      if (read === 0) break;
      hash.update(batch.subarray(0, read));
      position += read;
    }
    if (isEnded) return hash.digest();
    Atomics.wait(counts, WRITTEN, written);
  }
}
