import { describe, expect, test } from 'vitest';
import type { JobQueue } from '../ports.ts';
import { sampleId } from './samples.contract.ts';

/** A message in the hands of a worker. */
export interface Delivery {
  readonly jobId: string;
  /** The work is done: the message is gone. */
  complete(): Promise<void> | void;
  /** The worker gave up or died: the message comes again. */
  abandon(): Promise<void> | void;
}

export interface OpenQueue {
  readonly queue: JobQueue;
  /** The worker's side. Undefined when no message came within a moment. */
  take(): Promise<Delivery | undefined>;
}

/** What every JobQueue must do. `open` gives an empty queue each time. Order is not part of it. */
export function testJobQueue(name: string, open: () => Promise<OpenQueue>): void {
  describe(`JobQueue: ${name}`, () => {
    test('an empty queue delivers nothing', async () => {
      const { take } = await open();
      expect(await take()).toBeUndefined();
    });

    test('delivers each job', async () => {
      const { queue, take } = await open();
      const ids = [sampleId(), sampleId(), sampleId()];
      for (const id of ids) await queue.send(id);
      const delivered = new Set<string>();
      for (let delivery = await take(); delivery !== undefined; delivery = await take()) {
        delivered.add(delivery.jobId);
        await delivery.complete();
      }
      expect([...delivered].sort()).toEqual(ids.sort());
    });

    test('gives a message to one worker at a time', async () => {
      const { queue, take } = await open();
      await queue.send(sampleId());
      expect(await take()).toBeDefined();
      expect(await take()).toBeUndefined();
    });

    test('delivers again what a worker gave up, until one completes it', async () => {
      const { queue, take } = await open();
      const id = sampleId();
      await queue.send(id);
      await (await take())?.abandon();
      const second = await take();
      expect(second?.jobId).toBe(id);
      await second?.complete();
      expect(await take()).toBeUndefined();
    });

    test('takes a job again after it was completed', async () => {
      const { queue, take } = await open();
      const id = sampleId();
      await queue.send(id);
      await (await take())?.complete();
      await queue.send(id);
      expect((await take())?.jobId).toBe(id);
    });
  });
}
