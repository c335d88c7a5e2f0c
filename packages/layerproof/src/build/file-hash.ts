import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { sha256OfDescriptor } from '../artifact/store.ts';
import { DONE, ENDED, FILE, type HashMemory, hashMemory, READY, STATE, WRITTEN } from './hash-memory.ts';

/** The sha256 of a file while it is written. */
export interface FileHash {
  /** Notes what was written last: `BATCH` bytes, or less and nothing more. */
  add(bytes: Uint8Array): void;
  /** Lower-case hex. */
  digest(): string;
}

/** Gives the hash of a file that is open for reading and writing, by its descriptor. */
export type HashFile = (file: number) => FileHash;

/** A hash that is made by the thread that writes. */
export function ownFileHash(): FileHash {
  const hash = createHash('sha256');
  return { add: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
}

/** A thread that hashes a file while this one writes it, which takes half of the time of both. */
export interface HashThread {
  /** The hash is made there; here, when it has not started yet, or has had a file. */
  readonly hashFile: HashFile;
  close(): void;
}

/** Starts the thread, which takes a millisecond of this one; none where the machine does one thing at a time. */
export function startHashThread(): HashThread {
  if (availableParallelism() === 1) return { hashFile: ownFileHash, close() {} };
  const memory = hashMemory();
  const entry = new URL(`hash-thread${extname(import.meta.url)}`, import.meta.url);
  const thread = new Worker(entry, { workerData: memory.shared });
  // One that does not start is not waited for.
  thread.on('error', () => undefined);
  thread.unref();
  let isTaken = false;
  return {
    hashFile(file) {
      const isFree = !isTaken && Atomics.load(memory.counts, STATE) === READY;
      isTaken = true;
      return isFree ? hashOnThread(memory, file) : ownFileHash();
    },
    close: () => void thread.terminate(),
  };
}

function hashOnThread({ counts, digest }: HashMemory, file: number): FileHash {
  Atomics.store(counts, FILE, file);
  const tell = () => {
    Atomics.add(counts, WRITTEN, 1);
    Atomics.notify(counts, WRITTEN);
  };
  return {
    add: tell,
    digest() {
      Atomics.store(counts, STATE, ENDED);
      tell();
      Atomics.wait(counts, STATE, ENDED, PATIENCE);
      return Atomics.load(counts, STATE) === DONE ? Buffer.from(digest).toString('hex') : sha256OfDescriptor(file);
    },
  };
}

/** What is left to hash by then takes milliseconds, on a slow disk seconds. Milliseconds. */
const PATIENCE = 30_000;
