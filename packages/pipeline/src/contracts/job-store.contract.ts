import { describe, expect, test } from 'vitest';
import type { JobStore } from '../ports.ts';
import { sampleId, sampleJob } from './samples.contract.ts';

/** What every JobStore must do. `open` may give the same store each time, or a new one. */
export function testJobStore(name: string, open: () => Promise<JobStore>): void {
  describe(`JobStore: ${name}`, () => {
    test('knows no job that it never saw', async () => {
      const store = await open();
      expect(await store.get(sampleId())).toBeUndefined();
    });

    test('gives back what was stored, field by field', async () => {
      const store = await open();
      const jobs = [
        sampleJob(),
        sampleJob({
          contentType: 'application/pdf',
          mode: 'force',
          pages: '1-3,7',
          status: 'failed',
          attempts: 3,
          pagesDone: 1,
          pagesTotal: 2,
          problem: { code: 'image-corrupt', detail: 'Größe 0 — "quoted", 日本', hint: 'Scan it again.' },
          revision: 7,
        }),
      ];
      for (const job of jobs) {
        expect(await store.create(job)).toBe(true);
        expect(await store.get(job.id)).toEqual(job);
      }
    });

    test('creates a job once', async () => {
      const store = await open();
      const job = sampleJob();
      expect(await store.create(job)).toBe(true);
      expect(await store.create({ ...job, status: 'failed' })).toBe(false);
      expect(await store.get(job.id)).toEqual(job);
    });

    test('replaces a job that nobody else has changed', async () => {
      const store = await open();
      const job = sampleJob({ problem: { code: 'a', detail: 'b' }, pagesTotal: 4 });
      await store.create(job);
      const next = { ...job, status: 'processing' as const, problem: undefined, pagesTotal: undefined, revision: 2 };
      expect(await store.replace(next)).toBe(true);
      expect(await store.get(job.id)).toEqual(next);
    });

    test('refuses a replacement that was made from an older revision', async () => {
      const store = await open();
      const job = sampleJob();
      await store.create(job);
      await store.replace({ ...job, attempts: 1, revision: 2 });
      for (const revision of [1, 2, 4]) {
        expect(await store.replace({ ...job, attempts: 9, revision })).toBe(false);
      }
      expect(await store.get(job.id)).toMatchObject({ attempts: 1, revision: 2 });
    });

    test('refuses to replace a job that it does not have', async () => {
      const store = await open();
      const job = sampleJob({ revision: 2 });
      expect(await store.replace(job)).toBe(false);
      expect(await store.get(job.id)).toBeUndefined();
    });

    test('lets one of many writers win', async () => {
      const store = await open();
      const job = sampleJob();
      const created = await Promise.all(Array.from({ length: 8 }, () => store.create(job)));
      expect(created.filter(Boolean)).toHaveLength(1);
      const replaced = await Promise.all(
        Array.from({ length: 8 }, (_, index) => store.replace({ ...job, attempts: index + 1, revision: 2 })),
      );
      expect(replaced.filter(Boolean)).toHaveLength(1);
      expect((await store.get(job.id))?.attempts).toBe(replaced.indexOf(true) + 1);
    });
  });
}
