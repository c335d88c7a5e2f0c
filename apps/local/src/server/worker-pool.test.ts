import { type DocumentReader, memoryPorts } from '@ocr-pipeline/pipeline';
import { sampleJob, textReader } from '@ocr-pipeline/pipeline/contracts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../store/data-folder.ts';
import { sqliteJobQueue } from '../store/job-queue.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { startWorkerPool } from './worker-pool.ts';

const LEASE = 60_000;
type Read = DocumentReader['read'];

/** A pool on a real queue with a clock that the test moves, and one job for each id. */
function open({ read = textReader().read, workers = 1 }: { read?: Read; workers?: number } = {}) {
  const folder = openDataFolder(temporaryFolder());
  let now = Date.parse('2026-01-31T12:00:00Z');
  const clock = { now: () => new Date(now) };
  const queue = sqliteJobQueue(folder.database, clock, LEASE);
  const ports = memoryPorts({ ...textReader(), read }, clock);
  const reported: unknown[] = [];
  // Beats come every ten milliseconds here, while the lease lasts a minute of the test's clock.
  const pool = startWorkerPool({
    queue,
    workers: Array.from({ length: workers }, () => ports),
    leaseMilliseconds: 30,
    reportError: (error) => void reported.push(error),
  });
  onTestFinished(async () => {
    await pool.stop();
    folder.close();
  });
  return {
    pool,
    queue,
    reported,
    pass: (milliseconds: number) => void (now += milliseconds),
    leaseLeft: () => Number(folder.database.prepare('SELECT visible_at FROM messages').get()?.['visible_at']) - now,
    async send(text = 'a page') {
      const job = sampleJob();
      await ports.jobs.create({ ...job, inputKey: `uploads/${job.id}` });
      await ports.blobs.write(`uploads/${job.id}`, new TextEncoder().encode(text), 'image/png');
      await queue.send(job.id);
      return job.id;
    },
    status: async (id: string) => (await ports.jobs.get(id))?.status,
    attempts: async (id: string) => (await ports.jobs.get(id))?.attempts,
  };
}

/** A reader that waits in the middle until the test lets it go on. */
function heldReader() {
  const held: (() => void)[] = [];
  const read: Read = async (bytes) => {
    await new Promise<void>((resolve) => held.push(resolve));
    return textReader().read(bytes);
  };
  return { read, held };
}

describe('the worker pool', () => {
  test('runs what is sent to it, also after it was idle', async () => {
    const { send, status, queue } = open();
    for (const id of [await send(), await send()]) await expect.poll(() => status(id)).toBe('succeeded');
    const later = await send();
    await expect.poll(() => status(later)).toBe('succeeded');
    expect(queue.claim()).toBeUndefined();
  });

  test('runs as many jobs at once as it has workers', async () => {
    const { read, held } = heldReader();
    const { send, status } = open({ read, workers: 2 });
    const ids = [await send(), await send(), await send()];
    await expect.poll(() => held.length).toBe(2);
    expect(await Promise.all(ids.map(status))).toEqual(['processing', 'processing', 'queued']);
    held[0]?.();
    await expect.poll(() => held.length).toBe(3);
    for (const go of held) go();
    for (const id of ids) await expect.poll(() => status(id)).toBe('succeeded');
  });

  test('keeps a long job for itself, however long it takes', async () => {
    const { read, held } = heldReader();
    const { send, status, attempts, queue, pass, leaseLeft } = open({ read });
    const id = await send();
    await expect.poll(() => held.length).toBe(1);
    for (let minute = 0; minute < 3; minute++) {
      pass(LEASE - 1000);
      await expect.poll(leaseLeft).toBe(LEASE);
      expect(queue.claim()).toBeUndefined();
    }
    held[0]?.();
    await expect.poll(() => status(id)).toBe('succeeded');
    expect(await attempts(id)).toBe(1);
  });

  test('reports an outage and tries again later', async () => {
    const outage = new Error('read EIO');
    let calls = 0;
    const { send, status, attempts, reported, pass } = open({
      read: async (bytes) => {
        if (++calls === 1) throw outage;
        return textReader().read(bytes);
      },
    });
    const id = await send();
    await expect.poll(() => reported).toEqual([outage]);
    expect(await status(id)).toBe('processing');
    pass(1000);
    await expect.poll(() => status(id), { timeout: 10_000 }).toBe('succeeded');
    expect(await attempts(id)).toBe(2);
  });

  test('ends the job in hand before it stops, and begins no other', async () => {
    const { read, held } = heldReader();
    const { send, status, pool } = open({ read });
    const [first, second] = [await send(), await send()];
    await expect.poll(() => held.length).toBe(1);
    let stopped = false;
    const stopping = pool.stop().then(() => (stopped = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stopped).toBe(false);
    held[0]?.();
    await stopping;
    expect(await Promise.all([first, second].map(status))).toEqual(['succeeded', 'queued']);
  });
});
