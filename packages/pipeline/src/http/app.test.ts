import { describe, expect, test } from 'vitest';
import { type MemoryPorts, memoryPorts } from '../memory/ports.ts';
import { runJob } from '../run-job.ts';
import { textReader } from '../testing/text-reader.ts';
import { createApp } from './app.ts';
import type { AppOptions } from './options.ts';

const PAGE = new TextEncoder().encode('Dear reader,\nthis is a page.');

type Changes = Partial<MemoryPorts> & Pick<AppOptions, 'limits' | 'hosts' | 'largeResults'>;

function service({ limits, hosts, largeResults, ...overrides }: Changes = {}) {
  const clock = { now: () => new Date('2026-01-31T12:00:00Z') };
  const ports = { ...memoryPorts(textReader(), clock), ...overrides };
  const reported: unknown[] = [];
  const reportError = (error: unknown) => void reported.push(error);
  const app = createApp(ports, {
    reportError,
    ...(limits === undefined ? {} : { limits }),
    ...(hosts === undefined ? {} : { hosts }),
    ...(largeResults === undefined ? {} : { largeResults }),
  });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

  const declare = async () => {
    const response = await post('/v1/uploads', { content_type: 'image/png', size: PAGE.byteLength });
    return ((await response.json()) as { upload_id: string }).upload_id;
  };
  const upload = async (bytes = PAGE) => {
    const id = await declare();
    await ports.blobs.write(`uploads/${id}`, bytes, 'image/png');
    return id;
  };
  const start = async (bytes = PAGE) => {
    const response = await post('/v1/jobs', { upload_id: await upload(bytes) });
    return ((await response.json()) as { id: string }).id;
  };
  const finish = async (bytes = PAGE) => {
    const id = await start(bytes);
    await runJob(id, ports);
    return id;
  };
  return { ports, app, reported, post, get, declare, upload, start, finish };
}

/** Status and code of a problem, after checking that it is a whole one. */
async function problemOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ status: response.status, request_id: response.headers.get('x-request-id') });
  expect(body['title']).not.toBe('Error');
  return `${response.status} ${String(body['code'])}`;
}

describe('a page on its way through', () => {
  test('declare, send, start, wait, fetch', async () => {
    const { ports, post, get } = service();
    const sha256 = 'q'.repeat(43) + '=';
    const declared = await post('/v1/uploads', { content_type: 'image/png', size: PAGE.byteLength, sha256 });
    expect(declared.status).toBe(201);
    const upload = (await declared.json()) as { upload_id: string; url: string };
    expect(upload).toEqual({
      upload_id: expect.stringMatching(/^[0-9a-z]{26}$/),
      method: 'PUT',
      url: `memory:uploads/${upload.upload_id}`,
      headers: {
        'content-type': 'image/png',
        'content-length': String(PAGE.byteLength),
        'if-none-match': '*',
        'x-amz-checksum-sha256': sha256,
      },
      expires_at: '2026-01-31T12:10:00.000Z',
    });
    await ports.blobs.write(`uploads/${upload.upload_id}`, PAGE, 'image/png');

    const started = await post('/v1/jobs', { upload_id: upload.upload_id });
    expect(started.status).toBe(202);
    expect(started.headers.get('retry-after')).toBe('1');
    const location = started.headers.get('location') ?? '';
    const { id } = (await started.json()) as { id: string };
    expect(location).toBe(`/v1/jobs/${id}`);
    expect(await (await get(location)).json()).toEqual({
      id,
      upload_id: upload.upload_id,
      mode: 'auto',
      status: 'queued',
      created_at: '2026-01-31T12:00:00.000Z',
      updated_at: '2026-01-31T12:00:00.000Z',
      attempts: 0,
      progress: { pages_done: 0, pages_total: null },
      links: { self: location },
    });

    expect(await runJob(ports.queue.take()?.jobId ?? '', ports)).toBe('succeeded');
    const ended = await get(location);
    expect(ended.headers.get('retry-after')).toBeNull();
    expect(await ended.json()).toMatchObject({
      status: 'succeeded',
      attempts: 1,
      progress: { pages_done: 1, pages_total: 1 },
      links: { result: `${location}/result` },
    });
    expect(await (await get(`${location}/result?format=text`)).text()).toBe('Dear reader,\nthis is a page.\n');
  });

  test.each([
    ['?format=json', {}, 'application/json', /^\{"schema":"ocr-pipeline\/document\/2"/],
    ['', {}, 'application/json', /^\{/],
    ['', { accept: '*/*' }, 'application/json', /^\{/],
    ['', { accept: 'text/html, application/pdf;q=0.5' }, 'application/pdf', /^%PDF/],
    ['', { accept: 'text/*, application/json;q=0.9' }, 'text/plain; charset=utf-8', /^Dear/],
    ['?format=pdf', { accept: 'text/plain' }, 'application/pdf', /^%PDF/],
    ['?format=hocr', {}, 'text/vnd.hocr+html; charset=utf-8', /^<\?xml .*\n<!DOCTYPE html/],
    ['?format=alto', {}, 'application/alto+xml', /^<\?xml .*\n<alto/],
    ['?format=md', {}, 'text/markdown; charset=utf-8', /^Dear/],
    ['', { accept: 'text/markdown' }, 'text/markdown; charset=utf-8', /^Dear/],
    ['?format=csv', {}, 'text/csv; charset=utf-8', /^$/],
    ['?format=textract', {}, 'application/x-amz-json-1.1', /^\{"DocumentMetadata":\{"Pages":1\}/],
  ])('gives the result as it was asked for: %s %o', async (query, headers, type, start) => {
    const { finish, get } = service();
    const response = await get(`/v1/jobs/${await finish()}/result${query}`, headers);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toMatch(start);
  });
});

describe('a result that is too large for an answer', () => {
  const largeResults = { over: 8, sign: async (key: string) => `https://blobs.example/${key}?signed` };
  const large = new TextEncoder().encode('a word '.repeat(30));

  test.each([
    ['text', 'result.text'],
    ['pdf', 'result.pdf'],
    ['json', 'document.json'],
  ])('is left where the client is led: %s', async (format, name) => {
    const { ports, finish, get } = service({ largeResults });
    const id = await finish(large);
    const response = await get(`/v1/jobs/${id}/result?format=${format}`);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe(`https://blobs.example/results/${id}/${name}?signed`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('');
    const whole = await service({ blobs: ports.blobs, jobs: ports.jobs }).get(`/v1/jobs/${id}/result?format=${format}`);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(await ports.blobs.read(`results/${id}/${name}`));
  });

  test('and a small one is in the answer', async () => {
    const { finish, get } = service({ largeResults });
    expect((await get(`/v1/jobs/${await finish(new TextEncoder().encode('short'))}/result?format=text`)).status).toBe(
      200,
    );
  });
});

describe('what is asked for', () => {
  test('is kept with the job, and reaches the reader', async () => {
    const asked: unknown[] = [];
    const base = textReader();
    const reader: typeof base = {
      ...base,
      read(bytes, request) {
        asked.push(request);
        return base.read(bytes, request);
      },
    };
    const { post, upload, ports, get } = service({ reader });
    const body = { upload_id: await upload(new TextEncoder().encode('one\ftwo\fthree')), mode: 'force', pages: '1,3' };
    const { id } = (await (await post('/v1/jobs', body)).json()) as { id: string };
    expect(await (await get(`/v1/jobs/${id}`)).json()).toMatchObject({ mode: 'force', pages: '1,3' });
    await runJob(id, ports);
    expect(asked).toEqual([{ mode: 'force', pages: '1,3', declaredType: 'image/png' }]);
    expect(await (await get(`/v1/jobs/${id}/result?format=text`)).text()).toBe('one\fthree\n');
  });

  test('is refused when it cannot be done', async () => {
    const { post, upload } = service();
    const upload_id = await upload();
    expect(await problemOf(await post('/v1/jobs', { upload_id, mode: 'never' }))).toBe('400 invalid_request');
    expect(await problemOf(await post('/v1/jobs', { upload_id, pages: '3-1' }))).toBe('422 bad_page_ranges');
  });
});

describe('idempotency', () => {
  test('the same key and upload lead to the same job, also when it never reached the queue', async () => {
    const { post, upload, ports } = service();
    const body = { upload_id: await upload() };
    const first = (await (await post('/v1/jobs', body, { 'idempotency-key': 'k1' })).json()) as { id: string };
    expect(ports.queue.take()?.jobId).toBe(first.id);
    const again = await post('/v1/jobs', body, { 'idempotency-key': 'k1' });
    expect(again.status).toBe(202);
    expect(await again.json()).toMatchObject({ id: first.id });
    expect(ports.queue.take()?.jobId).toBe(first.id);
  });

  test('the same key for another upload is refused; no key gives a new job each time', async () => {
    const { post, upload } = service();
    const [one, two] = [await upload(), await upload()];
    await post('/v1/jobs', { upload_id: one }, { 'idempotency-key': 'k1' });
    expect(await problemOf(await post('/v1/jobs', { upload_id: two }, { 'idempotency-key': 'k1' }))).toBe(
      '422 idempotency_key_reused',
    );
    expect(await problemOf(await post('/v1/jobs', { upload_id: one, pages: '1' }, { 'idempotency-key': 'k1' }))).toBe(
      '422 idempotency_key_reused',
    );
    const ids = [await post('/v1/jobs', { upload_id: one }), await post('/v1/jobs', { upload_id: one })];
    const [a, b] = (await Promise.all(ids.map((response) => response.json()))) as { id: string }[];
    expect(a?.id).not.toBe(b?.id);
  });
});

describe('what is refused', () => {
  test.each([
    ['more than the largest upload', { content_type: 'image/png', size: 50 * 1024 * 1024 + 1 }, '413 upload_too_large'],
    ['a type that is not read', { content_type: 'image/svg+xml', size: 10 }, '415 content_type_unsupported'],
    ['no size', { content_type: 'image/png' }, '400 invalid_request'],
    ['an empty file', { content_type: 'image/png', size: 0 }, '400 invalid_request'],
    ['a size that is no whole number', { content_type: 'image/png', size: 1.5 }, '400 invalid_request'],
    ['a checksum in hex', { content_type: 'image/png', size: 1, sha256: 'a'.repeat(64) }, '400 invalid_request'],
    ['a field that does not exist', { content_type: 'image/png', size: 1, key: 'mine' }, '400 invalid_request'],
    ['no JSON', '{"content_type":', '400 malformed_request'],
    ['a body over the limit', { content_type: 'x'.repeat(20_000), size: 1 }, '413 request_too_large'],
  ])('an upload with %s', async (_name, body, expected) => {
    const { post, reported } = service();
    expect(await problemOf(await post('/v1/uploads', body))).toBe(expected);
    expect(reported).toEqual([]);
  });

  test('a problem names the place in the body by its JSON pointer', async () => {
    const { post } = service();
    const response = await post('/v1/uploads', { content_type: 'image/png', size: 'big' });
    expect(await response.json()).toMatchObject({ errors: [{ pointer: '/size', code: 'invalid_type' }] });
  });

  test('a body that is not declared as JSON', async () => {
    const { post } = service();
    expect(await problemOf(await post('/v1/uploads', '{}', { 'content-type': 'text/plain' }))).toBe(
      '415 media_type_unsupported',
    );
  });

  test('a job for an upload that does not exist, or whose bytes have not arrived', async () => {
    const { post, declare } = service();
    for (const upload_id of ['nobody', '0'.repeat(26), '../jobs']) {
      expect(await problemOf(await post('/v1/jobs', { upload_id }))).toBe('404 upload_unknown');
    }
    expect(await problemOf(await post('/v1/jobs', { upload_id: await declare() }))).toBe('409 upload_incomplete');
  });

  test('the result of a job that does not exist, has not ended, or has failed', async () => {
    const { get, start, finish } = service();
    expect(await problemOf(await get('/v1/jobs/nobody'))).toBe('404 job_unknown');
    expect(await problemOf(await get(`/v1/jobs/${'0'.repeat(26)}/result`))).toBe('404 job_unknown');
    expect(await problemOf(await get(`/v1/jobs/${await start()}/result`))).toBe('409 job_not_finished');
    const failed = await finish(new Uint8Array([0]));
    expect(await problemOf(await get(`/v1/jobs/${failed}/result`))).toBe('422 unsupported_type');
    expect(await (await get(`/v1/jobs/${failed}`)).json()).toMatchObject({
      status: 'failed',
      problem: { code: 'unsupported_type', detail: 'The bytes are no text' },
    });
  });

  test('a format that is not made here', async () => {
    const { get, finish } = service();
    const id = await finish();
    expect(await problemOf(await get(`/v1/jobs/${id}/result?format=docx`))).toBe('400 invalid_request');
    expect(await problemOf(await get(`/v1/jobs/${id}/result`, { accept: 'image/png, */*;q=0' }))).toBe(
      '406 not_acceptable',
    );
  });

  test('a host that is not the server’s, where the server knows its own', async () => {
    const { get } = service({ hosts: new Set(['127.0.0.1:8787', 'localhost:8787']) });
    for (const host of ['127.0.0.1:8787', 'LOCALHOST:8787']) expect((await get('/healthz', { host })).status).toBe(200);
    for (const host of ['evil.example', 'evil.example:8787', '127.0.0.1', '127.0.0.1:8787.evil.example', '']) {
      expect(await problemOf(await get('/v1/limits', { host }))).toBe('421 host_unknown');
    }
    expect((await service().get('/healthz', { host: 'api.example' })).status).toBe(200);
  });

  test('an address and a method that do not exist', async () => {
    const { get, app } = service();
    expect(await problemOf(await get('/nothing'))).toBe('404 route_unknown');
    const response = await app.request('/v1/jobs/abc', { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(await problemOf(response)).toBe('405 method_not_allowed');
    expect((await app.request('/v1/uploads', { method: 'PUT' })).headers.get('allow')).toBe('POST');
  });
});

describe('operation', () => {
  test('an unforeseen error is reported with the id of its request, and its text stays inside', async () => {
    const outage = new Error('connect ECONNREFUSED 10.0.0.7 password=secret');
    const uploads = { put: () => Promise.reject(outage), get: () => Promise.reject(outage) };
    const { post, reported } = service({ uploads });
    const response = await post('/v1/uploads', { content_type: 'image/png', size: 1 });
    expect(await response.clone().text()).not.toMatch(/secret|ECONN/);
    expect(await problemOf(response)).toBe('500 internal_error');
    expect(reported).toEqual([outage]);
  });

  test('is healthy always, and ready when the stores answer', async () => {
    const { get } = service();
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    const broken = service({
      jobs: { ...service().ports.jobs, get: () => Promise.reject(new Error('outage')) },
    });
    expect((await broken.get('/healthz')).status).toBe(200);
    expect((await broken.get('/readyz')).status).toBe(503);
    expect(broken.reported).toHaveLength(1);
  });

  test('publishes its limits, and enforces those it publishes', async () => {
    const { get, post } = service({ limits: { uploadBytes: 10 } });
    expect(await (await get('/v1/limits')).json()).toMatchObject({
      upload_bytes: 10,
      upload_seconds: 600,
      document_pages: 3000,
      page_pixels: 100_000_000,
      page_seconds: null,
      page_memory_bytes: null,
    });
    const limited = service({ limits: { pageSeconds: 9, pageMemoryBytes: 1e9 } });
    expect(await (await limited.get('/v1/limits')).json()).toMatchObject({ page_seconds: 9, page_memory_bytes: 1e9 });
    expect(await problemOf(await post('/v1/uploads', { content_type: 'image/png', size: 11 }))).toBe(
      '413 upload_too_large',
    );
  });

  test('describes every route in OpenAPI', async () => {
    const { get, app } = service();
    const description = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, object>;
    };
    expect(description.openapi).toBe('3.1.0');
    const served = app.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'));
    expect(Object.keys(description.paths)).toEqual(
      expect.arrayContaining([...new Set(served)].filter((path) => path !== '/openapi.json')),
    );
  });
});
