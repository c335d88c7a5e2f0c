import { sampleJob } from '@ocr-pipeline/pipeline/contracts';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openDataFolder } from './data-folder.ts';
import { sqliteJobQueue } from './job-queue.ts';
import { sqliteJobStore } from './job-store.ts';

const LEASE = 60_000;

function open() {
  const path = temporaryFolder();
  let milliseconds = Date.parse('2026-01-31T12:00:00Z');
  const clock = { now: () => new Date(milliseconds) };
  let folder = openDataFolder(path);
  onTestFinished(() => folder.close());
  return {
    queue: sqliteJobQueue(folder.database, clock, LEASE),
    jobs: sqliteJobStore(folder.database),
    pass: (duration: number) => void (milliseconds += duration),
    /** What a new process on the same folder sees. */
    restart() {
      folder.close();
      folder = openDataFolder(path);
      const queue = sqliteJobQueue(folder.database, clock, LEASE);
      queue.recover();
      return queue;
    },
  };
}

describe('leases', () => {
  test('a message comes back when its worker is silent for the length of the lease', async () => {
    const { queue, pass } = open();
    await queue.send('a');
    expect(queue.claim()?.deliveries).toBe(1);
    pass(LEASE - 1);
    expect(queue.claim()).toBeUndefined();
    pass(1);
    expect(queue.claim()).toMatchObject({ jobId: 'a', deliveries: 2 });
  });

  test('a worker that keeps its claim alive keeps the message', async () => {
    const { queue, pass } = open();
    await queue.send('a');
    const claim = queue.claim();
    for (let beat = 0; beat < 3; beat++) {
      pass(LEASE - 1);
      expect(claim?.keepAlive()).toBe(true);
    }
    expect(queue.claim()).toBeUndefined();
  });

  test('a worker that was taken for dead can neither complete nor release what another one holds', async () => {
    const { queue, pass } = open();
    await queue.send('a');
    const slow = queue.claim();
    pass(LEASE);
    const second = queue.claim();
    expect(slow?.keepAlive()).toBe(false);
    slow?.complete();
    slow?.release(0);
    expect(queue.claim()).toBeUndefined();
    expect(second?.keepAlive()).toBe(true);
  });

  test('a released message waits for its delay; others are delivered meanwhile', async () => {
    const { queue, pass } = open();
    await queue.send('a');
    await queue.send('b');
    queue.claim()?.release(5000);
    expect(queue.claim()?.jobId).toBe('b');
    expect(queue.claim()).toBeUndefined();
    pass(5000);
    expect(queue.claim()?.jobId).toBe('a');
  });

  test('a job that waits already is not queued twice', async () => {
    const { queue } = open();
    await queue.send('a');
    await queue.send('a');
    queue.claim()?.complete();
    expect(queue.claim()).toBeUndefined();
  });

  test('whoever listens hears of each message', async () => {
    const { queue } = open();
    let heard = 0;
    queue.onSend(() => void heard++);
    await queue.send('a');
    await queue.send('b');
    expect(heard).toBe(2);
  });
});

describe('after a restart', () => {
  test('what a killed worker held is delivered at once, and what waits for its delay waits on', async () => {
    const { queue, restart } = open();
    await queue.send('held');
    await queue.send('delayed');
    queue.claim();
    queue.claim()?.release(5000);
    const again = restart();
    expect(again.claim()).toMatchObject({ jobId: 'held', deliveries: 2 });
    expect(again.claim()).toBeUndefined();
  });

  test('a job that was stored and never sent is sent; an ended one is not', async () => {
    const { jobs, restart } = open();
    await jobs.create(sampleJob({ id: 'forgotten', status: 'queued' }));
    await jobs.create(sampleJob({ id: 'ended', status: 'succeeded' }));
    const queue = restart();
    expect(queue.claim()?.jobId).toBe('forgotten');
    expect(queue.claim()).toBeUndefined();
  });
});
