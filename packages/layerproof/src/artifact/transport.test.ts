import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { credentialsBook } from './credentials.ts';
import { networkSettings } from './network-settings.ts';
import { type Answer, openServers, status } from './testing/serve.ts';
import { httpTransport, type TransportOptions } from './transport.ts';

const servers = openServers();
afterEach(() => servers.close());

const QUICK = { network: networkSettings({}, { timeout: 0.1 }), waits: [1, 1] };
const read = (address: string, options: TransportOptions = {}) =>
  httpTransport({ ...QUICK, ...options }).get(address, {}, (answer) => answer.text());
const text =
  (body: string): Answer =>
  (_, response) =>
    void response.end(body);

describe('what a status means', () => {
  test.each([
    [401, 'index-unauthorized', 1],
    [403, 'index-forbidden', 1],
    [400, 'index-refused', 1],
    [407, 'proxy-unauthorized', 1],
    [429, 'index-busy', 3],
    [500, 'index-outage', 3],
    [503, 'index-outage', 3],
  ])('%i is %s, after %i tries', async (code, expected, tries) => {
    const { origin, requests } = await servers.serve(status(code));
    await expect(read(`${origin}/a?token=secret`)).rejects.toMatchObject({
      code: expected,
      message: expect.not.stringContaining('secret'),
      hint: expect.stringMatching(/\.$/),
    });
    expect(requests).toHaveLength(tries);
  });

  test.each([404, 410])('%i is absence, and no fault', async (code) => {
    const { origin } = await servers.serve(status(code));
    expect(await read(origin)).toBeUndefined();
  });

  test('a status that is said to mean absence is no fault either', async () => {
    const { origin } = await servers.serve(status(403));
    const transport = httpTransport(QUICK);
    expect(await transport.get(origin, {}, (answer) => answer.text(), new Set([403]))).toBeUndefined();
  });

  test('401 tells whether there were credentials', async () => {
    const { origin } = await servers.serve(status(401));
    const credentials = credentialsBook();
    credentials.add(origin, 'Basic x');
    await expect(read(origin, { credentials })).rejects.toMatchObject({ code: 'index-credentials-refused' });
  });
});

describe('trying again', () => {
  test('after outages, and tells of each', async () => {
    const { origin } = await servers.serve(status(500), (request) => void request.socket.destroy(), text('there'));
    const told: string[] = [];
    expect(await read(origin, { onRetry: (_, problem) => void told.push(problem) })).toBe('there');
    expect(told).toEqual(['status 500', 'socket hang up']);
  });

  test.each([
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ])('waits as long as the server asks, in %s', async (_, after) => {
    const { origin } = await servers.serve(status(429, { 'retry-after': after() }), text('there'));
    const started = performance.now();
    expect(await read(origin)).toBe('there');
    expect(performance.now() - started).toBeGreaterThan(500);
  });

  test('does not wait longer than a minute, and says how long it would have been', async () => {
    const { origin, requests } = await servers.serve(status(429, { 'retry-after': '3600' }));
    await expect(read(origin)).rejects.toThrow(/answers 429, too many requests, and asks to wait for 3600 s$/);
    expect(requests).toHaveLength(1);
  });

  test('a server that closed a kept connection at the wrong moment costs no try', async () => {
    const { origin } = await servers.serve(
      text('first'),
      (request, response) => {
        if (request.socket.bytesRead > 0) request.socket.resetAndDestroy();
        else response.end();
      },
      text('again'),
    );
    const transport = httpTransport({ ...QUICK, waits: [] });
    const get = () => transport.get(origin, {}, (answer) => answer.text());
    expect([await get(), await get()]).toEqual(['first', 'again']);
  });
});

describe('a server that stops', () => {
  test('before its answer', async () => {
    const { origin } = await servers.serve(() => undefined);
    await expect(read(origin)).rejects.toMatchObject({ code: 'index-silent' });
  });

  test('within its answer', async () => {
    const { origin, requests } = await servers.serve((_, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half');
    });
    await expect(read(origin)).rejects.toMatchObject({ code: 'index-silent' });
    expect(requests).toHaveLength(3);
  });

  test('but not one that is slow', async () => {
    const { origin } = await servers.serve((_, response) => {
      for (let part = 0; part < 6; part++) setTimeout(() => response.write('x'), part * 40);
      setTimeout(() => response.end(), 240);
    });
    expect(await read(origin)).toBe('xxxxxx');
  });

  test('nor one that sent while this process was busy', async () => {
    let server: ServerResponse | undefined;
    const { origin } = await servers.serve((_, response) => {
      server = response.writeHead(200, { 'content-length': 2 });
      response.write('a');
    });
    const reading = httpTransport({ ...QUICK, waits: [] }).get(origin, {}, async ({ body }) => {
      let got = '';
      for await (const chunk of body) {
        got += Buffer.from(chunk).toString();
        if (got !== 'a') continue;
        setImmediate(() => {
          server?.end('b');
          const until = performance.now() + 300;
          while (performance.now() < until);
        });
      }
      return got;
    });
    expect(await reading).toBe('ab');
  });

  test('or breaks off', async () => {
    const { origin } = await servers.serve((_, response) => {
      response.writeHead(200, { 'content-length': 10 });
      response.write('half', () => response.destroy());
    });
    await expect(read(origin)).rejects.toMatchObject({ code: 'download-cut-off' });
  });

  test('or is not there', async () => {
    const { origin } = await servers.serve(text(''));
    servers.close();
    await expect(read(origin)).rejects.toMatchObject({ code: 'index-unreachable' });
    await expect(read('http://index.invalid/')).rejects.toMatchObject({ code: 'index-unreachable' });
  });
});

describe('redirects', () => {
  test('are followed, and credentials stay where they belong', async () => {
    const other = await servers.serve((_, response) => void response.end('there'));
    const { origin, requests } = await servers.serve(
      status(301, { location: '/b' }),
      status(307, { location: `${other.origin}/c` }),
    );
    const credentials = credentialsBook();
    credentials.add(origin, 'Basic c2VjcmV0');
    expect(await read(`${origin}/a`, { credentials })).toBe('there');
    expect(requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/a', 'Basic c2VjcmV0'],
      ['/b', 'Basic c2VjcmV0'],
    ]);
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('a header that came with the address stays at its host as well', async () => {
    const other = await servers.serve(text('there'));
    const { origin, requests } = await servers.serve(status(302, { location: other.origin }));
    await httpTransport(QUICK).get(origin, { authorization: 'Basic eA==' }, (answer) => answer.text());
    expect([requests[0]?.headers.authorization, other.requests[0]?.headers.authorization]).toEqual([
      'Basic eA==',
      undefined,
    ]);
  });

  test.each(['/again', 'ftp://host.example/', 'http://'])('to %s lead nowhere', async (location) => {
    const { origin } = await servers.serve(status(302, { location }));
    await expect(read(origin)).rejects.toMatchObject({ code: 'index-redirects' });
  });
});

test('a packed body is unpacked, also when nobody asked for it, and a damaged one is no bug of ours', async () => {
  const packed = gzipSync('there');
  const send =
    (bytes: Buffer): Answer =>
    (_, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(bytes);
  expect(await read((await servers.serve(send(packed))).origin)).toBe('there');
  const cut = await servers.serve(send(packed.subarray(0, 12)));
  await expect(read(cut.origin)).rejects.toMatchObject({ code: 'download-cut-off' });
});

test('an answer without an end is left, and what is held in memory stays bounded', async () => {
  const packed = gzipSync(Buffer.alloc(5_000_000));
  const { origin, requests } = await servers.serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
  });
  const reading = httpTransport(QUICK).get(`${origin}/?token=secret`, {}, (answer) => answer.bytes(1_000_000));
  await expect(reading).rejects.toMatchObject({
    code: 'answer-too-large',
    message: `${origin}/ sends more than 1000000 bytes where a page or METADATA is expected`,
  });
  expect(requests).toHaveLength(1);
});

test('what goes wrong with what is read is not taken for the server’s fault', async () => {
  const { origin, requests } = await servers.serve(text('there'));
  const failing = httpTransport(QUICK).get(origin, {}, () => Promise.reject(new TypeError('a bug')));
  await expect(failing).rejects.toThrow(new TypeError('a bug'));
  expect(requests).toHaveLength(1);
});
