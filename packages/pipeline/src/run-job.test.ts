import { Fault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { sampleJob } from './contracts/samples.contract.ts';
import { memoryPorts } from './memory/ports.ts';
import type { DocumentReader, Job } from './ports.ts';
import { resultOf } from './results.ts';
import { runJob } from './run-job.ts';
import { textReader } from './testing/text-reader.ts';

async function withJob(read?: DocumentReader['read'], changes: Partial<Job> = {}) {
  const reader = textReader();
  const ports = memoryPorts(read === undefined ? reader : { ...reader, read });
  const job = sampleJob(changes);
  await ports.jobs.create(job);
  await ports.blobs.write(job.inputKey, new TextEncoder().encode('one\ftwo'), 'image/png');
  const stored = async () => {
    const found = await ports.jobs.get(job.id);
    if (found === undefined) throw new Error('the job is gone');
    return found;
  };
  return { ports, id: job.id, stored };
}

const outage = new Error('read ECONNRESET');

describe('runJob', () => {
  test('reads every page and keeps the document', async () => {
    const { ports, id, stored } = await withJob();
    expect(await runJob(id, ports)).toBe('succeeded');
    expect(await stored()).toMatchObject({ status: 'succeeded', attempts: 1, pagesDone: 2, pagesTotal: 2 });
    expect(new TextDecoder().decode(await resultOf(await stored(), 'text', ports))).toBe('one\ftwo\n');
  });

  test('says how far it is, once a second', async () => {
    const { ports, id, stored } = await withJob();
    let now = 0;
    const seen: unknown[] = [];
    const clock = { now: () => new Date((now += 400)) };
    const jobs = {
      ...ports.jobs,
      async replace(job: Job) {
        seen.push([job.status, job.pagesDone, job.pagesTotal]);
        return ports.jobs.replace(job);
      },
    };
    await ports.blobs.write((await stored()).inputKey, new TextEncoder().encode('a\fb\fc\fd\fe\ff'), 'image/tiff');
    await runJob(id, { ...ports, clock, jobs });
    expect(seen).toEqual([
      ['processing', 0, undefined],
      ['processing', 0, 6],
      ['processing', 2, 6],
      ['processing', 4, 6],
      ['succeeded', 6, 6],
    ]);
  });

  test('a store that does not take how far it is costs the job nothing', async () => {
    const { ports, id, stored } = await withJob();
    let now = 0;
    let refused = 0;
    const clock = { now: () => new Date((now += 1500)) };
    const replace = (job: Job) => {
      if (job.status !== 'processing' || job.pagesTotal === undefined) return ports.jobs.replace(job);
      refused++;
      return Promise.reject(outage);
    };
    expect(await runJob(id, { ...ports, clock, jobs: { ...ports.jobs, replace } })).toBe('succeeded');
    expect(await stored()).toMatchObject({ status: 'succeeded', attempts: 1, pagesDone: 2 });
    expect(refused).toBeGreaterThan(0);
  });

  test('a job that its worker has no time for ends while that can be said', async () => {
    const { ports, id, stored } = await withJob();
    let now = 0;
    const clock = { now: () => new Date((now += 1000)) };
    await ports.blobs.write((await stored()).inputKey, new TextEncoder().encode('page\f'.repeat(99)), 'image/tiff');
    expect(await runJob(id, { ...ports, clock }, new Date(60_000))).toBe('failed');
    const { problem, attempts } = await stored();
    expect(problem).toMatchObject({
      code: 'job-timeout',
      detail: expect.stringMatching(/^The job came to \d+ of 100 pages in the time that it has$/),
    });
    expect(attempts).toBe(1);
    expect(now).toBeLessThan(60_000);
    expect(problem?.hint).toMatch(/^Start a job for each part of the document, such as `pages` 1-\d+ and \d+-, or/);
    const other = await withJob();
    expect(await runJob(other.id, other.ports, new Date(Date.now() + 60_000))).toBe('succeeded');
  });

  test('and is told of its own pages, which need not be the first of the document', async () => {
    const pages = Array.from({ length: 50 }, (_, index) => index + 51).join();
    const { ports, id, stored } = await withJob(undefined, { pages });
    let now = 0;
    const clock = { now: () => new Date((now += 1000)) };
    await ports.blobs.write((await stored()).inputKey, new TextEncoder().encode('page\f'.repeat(99)), 'image/tiff');
    expect(await runJob(id, { ...ports, clock }, new Date(60_000))).toBe('failed');
    const { problem } = await stored();
    expect(problem?.hint).toMatch(
      /^Start a job for each part of the pages 51,52,[\d,]+,100, with at most \d+ in each, or/,
    );
  });

  test('a Fault ends the job with its code', async () => {
    const { ports, id, stored } = await withJob(async () => {
      throw new Fault('image-corrupt', 'The image ends in row 3 of 1200', { hint: 'Scan it again.' });
    });
    expect(await runJob(id, ports)).toBe('failed');
    expect(await stored()).toMatchObject({
      status: 'failed',
      problem: { code: 'image-corrupt', detail: 'The image ends in row 3 of 1200', hint: 'Scan it again.' },
    });
  });

  test('anything else is thrown to the queue, and the job can still succeed', async () => {
    let calls = 0;
    const { ports, id, stored } = await withJob(async (bytes) => {
      if (++calls === 1) throw outage;
      return textReader().read(bytes);
    });
    await expect(runJob(id, ports)).rejects.toBe(outage);
    expect(await stored()).toMatchObject({ status: 'processing', attempts: 1 });
    expect(await runJob(id, ports)).toBe('succeeded');
    expect(await stored()).toMatchObject({ attempts: 2, problem: undefined });
  });

  test('the fifth error ends the job, and the queue still hears of the error', async () => {
    const { ports, id, stored } = await withJob(() => Promise.reject(outage));
    for (let attempt = 1; attempt <= 5; attempt++) await expect(runJob(id, ports)).rejects.toBe(outage);
    expect(await stored()).toMatchObject({ status: 'failed', attempts: 5, problem: { code: 'attempts-exhausted' } });
    expect(await runJob(id, ports)).toBe('failed');
    expect((await stored()).attempts).toBe(5);
  });

  test('a job whose worker was killed is begun again', async () => {
    const { ports, id, stored } = await withJob(undefined, { status: 'processing', attempts: 1, revision: 2 });
    expect(await runJob(id, ports)).toBe('succeeded');
    expect((await stored()).attempts).toBe(2);
  });

  test('a job that killed five workers is not begun again', async () => {
    let calls = 0;
    const read = async (bytes: Uint8Array) => {
      calls++;
      return textReader().read(bytes);
    };
    const { ports, id, stored } = await withJob(read, {
      status: 'processing',
      attempts: 5,
      revision: 6,
      pagesDone: 3,
      pagesTotal: 9,
    });
    expect(await runJob(id, ports)).toBe('failed');
    expect(await stored()).toMatchObject({ attempts: 5, problem: { code: 'attempts-exhausted' } });
    expect((await stored()).problem?.detail).toMatch(/; the last time it came to 3 of 9 pages$/);
    expect(calls).toBe(0);
  });

  test('twice in a row changes nothing the second time', async () => {
    const { ports, id, stored } = await withJob();
    await runJob(id, ports);
    const first = await stored();
    expect(await runJob(id, ports)).toBe('succeeded');
    expect(await stored()).toEqual(first);
  });

  test('twice at the same time ends the job once, with its result', async () => {
    const { ports, id, stored } = await withJob();
    expect(await Promise.all([runJob(id, ports), runJob(id, ports)])).toEqual(['succeeded', 'succeeded']);
    expect(await stored()).toMatchObject({ status: 'succeeded', attempts: 2 });
  });

  test('a slow worker does not overturn the end that another one wrote', async () => {
    const { ports, id, stored } = await withJob(async () => {
      // Meanwhile the queue took this worker for dead, and another one ended the job.
      const job = await stored();
      await ports.jobs.replace({ ...job, status: 'succeeded', revision: job.revision + 1 });
      throw new Fault('image-corrupt', 'too late');
    });
    expect(await runJob(id, ports)).toBe('succeeded');
    expect(await stored()).toMatchObject({ status: 'succeeded', problem: undefined });
  });

  test('a job without its input fails, and a message without its job is dropped', async () => {
    const { ports, id, stored } = await withJob(undefined, { inputKey: 'uploads/gone' });
    const blobs = { ...ports.blobs, read: async () => undefined };
    expect(await runJob(id, { ...ports, blobs })).toBe('failed');
    expect((await stored()).problem?.code).toBe('input-missing');
    expect(await runJob('nobody', ports)).toBe('unknown');
  });
});
