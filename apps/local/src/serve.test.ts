import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAMPLE_LETTER } from '../../../test/typeset/sample-letter.ts';
import { typesetPage } from '../../../test/typeset/typeset-page.ts';
import { rawRequest } from './testing/raw-request.ts';
import { type ServerProcess, startServerProcess } from './testing/server-process.ts';
import { session } from './testing/session.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const pageOf = (text: string) => typesetPage({ text, height: 400 });

interface Job {
  readonly id: string;
  readonly status: string;
  readonly attempts: number;
}

async function post<Answer>({ origin }: ServerProcess, path: string, body: unknown): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.ok).toBe(true);
  return (await response.json()) as Answer;
}

async function startJob(server: ServerProcess, png: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(png).digest('base64');
  const upload = await post<{ upload_id: string; url: string; headers: Record<string, string> }>(
    server,
    '/v1/uploads',
    {
      content_type: 'image/png',
      size: png.byteLength,
      sha256,
    },
  );
  expect((await rawRequest(upload.url, 'PUT', upload.headers, png)).status).toBe(200);
  return (await post<Job>(server, '/v1/jobs', { upload_id: upload.upload_id })).id;
}

async function jobOf({ origin }: ServerProcess, id: string): Promise<Job> {
  return (await (await fetch(`${origin}/v1/jobs/${id}`)).json()) as Job;
}

const statusOf = async (server: ServerProcess, id: string) => (await jobOf(server, id)).status;

describe('the server', { timeout: 120_000 }, () => {
  test('reads a page that comes by presigned request', async () => {
    const server = await startServerProcess(temporaryFolder());
    const id = await startJob(server, await pageOf('The quick brown fox\njumps over the lazy dog.'));
    await expect.poll(() => statusOf(server, id), { timeout: 60_000 }).toBe('succeeded');

    const result = (format: string) => fetch(`${server.origin}/v1/jobs/${id}/result?format=${format}`);
    expect((await (await result('text')).text()).trim()).toBe('The quick brown fox\njumps over the lazy dog.');
    expect(await (await result('json')).json()).toMatchObject({ pages: [{ number: 1, width: 1240 }] });
    expect((await (await result('pdf')).text()).startsWith('%PDF-')).toBe(true);

    expect(await server.end('SIGTERM')).toBe(0);
    expect(await server.stderr).not.toMatch(/error/i);
  });

  test('is what `submit` speaks to, file by file, good and bad', async () => {
    const folder = temporaryFolder();
    const server = await startServerProcess(temporaryFolder());
    writeFileSync(join(folder, 'page.png'), await pageOf('Pay to the bearer'));
    writeFileSync(join(folder, 'broken.png'), (await pageOf('Torn')).subarray(0, 300));
    writeFileSync(join(folder, 'notes.txt'), 'text');
    const argv = ['submit', 'page.png', 'broken.png', 'notes.txt', '--endpoint', server.origin];
    const { exit, stdout, transcript } = await session(argv, { folder });
    expect(stdout.trim()).toBe('Pay to the bearer');
    expect(transcript).toContain('stderr: broken.png: error[image-corrupt]: ');
    expect(transcript).toContain('stderr: notes.txt: error[content-type-unsupported]: ');
    expect(exit).toBe(2);
  });

  test('killed in the middle of a job, finishes every job when it is started again', async () => {
    const data = temporaryFolder();
    const png = await typesetPage({ text: SAMPLE_LETTER });
    const first = await startServerProcess(data, '--workers', '1');
    const ids: string[] = [];
    for (let count = 0; count < 4; count++) ids.push(await startJob(first, png));
    // The one worker goes from job to job without a pause: whichever is seen, one is in the middle when the signal comes.
    const statuses = () => Promise.all(ids.map((id) => statusOf(first, id)));
    await expect.poll(statuses, { interval: 5, timeout: 60_000 }).toContain('processing');
    expect(await first.end('SIGKILL')).toBe('SIGKILL');

    const second = await startServerProcess(data, '--workers', '1');
    for (const id of ids) {
      await expect.poll(() => statusOf(second, id), { timeout: 60_000 }).toBe('succeeded');
      const result = await fetch(`${second.origin}/v1/jobs/${id}/result?format=text`);
      expect(await result.text()).toContain('Harbour Lane Bookbinders');
    }
    const attempts = await Promise.all(ids.map(async (id) => (await jobOf(second, id)).attempts));
    expect(attempts.sort()).toEqual([1, 1, 1, 2]);
  });

  test('answers only to its own names', async () => {
    const server = await startServerProcess(temporaryFolder());
    const { port } = new URL(server.origin);
    const status = async (host: string) => (await rawRequest(`${server.origin}/v1/limits`, 'GET', { host })).status;
    expect(await status(`127.0.0.1:${port}`)).toBe(200);
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status(`rebound.example:${port}`)).toBe(421);
  });

  test('keeps a second server out of its data folder', async () => {
    const data = temporaryFolder();
    await startServerProcess(data);
    const { exit, transcript } = await session(['serve', '--port', '0', '--data', data]);
    expect(transcript).toContain('stderr: error[data-folder-in-use]: ');
    expect(exit).toBe(2);
  });
});
