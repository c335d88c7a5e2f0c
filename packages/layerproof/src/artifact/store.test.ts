import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { artifactStore } from './store.ts';
import { httpTransport } from './transport.ts';

const CONTENT = Buffer.alloc(300_000, 'wheel');
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let folder: string;
const closers: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});

afterEach(() => {
  for (const close of closers.splice(0)) close();
  rmSync(folder, { recursive: true });
});

/** Serves the answers one after the other, the last one for ever. */
async function serve(...answers: Answer[]): Promise<{ url: string; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answers[Math.min(requests.length, answers.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/files/a.whl`, requests };
}

const whole: Answer = (_, response) => void response.writeHead(200, { 'content-length': CONTENT.length }).end(CONTENT);
const status =
  (code: number): Answer =>
  (_, response) =>
    void response.writeHead(code).end();
const cutOff: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': CONTENT.length });
  response.write(CONTENT.subarray(0, 1000), () => response.destroy());
};

const QUICK = { waits: [1, 1] };
const open = (transport = httpTransport(QUICK)) => artifactStore({ folder, transport });
const request = (url: string, sha256: string | undefined = SHA256) => ({ name: 'a.whl', url, sha256 });
const filesIn = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

describe('artifactStore', () => {
  test('keeps an artifact under its hash, and asks the network once', async () => {
    const { url, requests } = await serve(whole);
    const artifact = await open().fetch(request(url));
    expect(artifact).toEqual({
      path: join(folder, 'artifacts', 'sha256', SHA256.slice(0, 2), SHA256),
      sha256: SHA256,
      size: CONTENT.length,
    });
    expect(readFileSync(artifact.path).equals(CONTENT)).toBe(true);
    await open().fetch(request(url));
    expect(requests).toHaveLength(1);
  });

  test('works without a network once it has it', async () => {
    const { url } = await serve(whole);
    const { path } = await open().fetch(request(url));
    const offline = artifactStore({ folder, transport: undefined });
    expect((await offline.fetch(request(url))).path).toBe(path);
    await expect(offline.fetch(request(url, '0'.repeat(64)))).rejects.toMatchObject({ code: 'not-in-cache' });
  });

  test('fetches again what went bad on the disk', async () => {
    const { url, requests } = await serve(whole);
    const { path } = await open().fetch(request(url));
    writeFileSync(path, 'bad sector');
    await open().fetch(request(url));
    expect(readFileSync(path).equals(CONTENT)).toBe(true);
    expect(requests).toHaveLength(2);
  });

  test('refuses other bytes than expected, and leaves nothing', async () => {
    const { url } = await serve(whole);
    await expect(open().fetch(request(url, 'f'.repeat(64)))).rejects.toMatchObject({ code: 'hash-mismatch' });
    expect(filesIn()).toEqual([]);
  });

  test('never touches a file outside of the cache, whatever it is asked for', async () => {
    const outside = join(folder, 'outside');
    writeFileSync(outside, 'mine');
    const store = artifactStore({ folder: join(folder, 'cache'), transport: undefined });
    await expect(store.fetch(request('https://index.example/a.whl', '../../../../outside'))).rejects.toThrow(
      'not a sha256',
    );
    expect(readFileSync(outside, 'utf8')).toBe('mine');
  });

  test('a cache that takes no files is a fault that names it', async () => {
    const { url } = await serve(whole);
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const store = artifactStore({ folder: join(file, 'cache'), transport: httpTransport(QUICK) });
    await expect(store.fetch(request(url))).rejects.toMatchObject({
      code: 'cache-not-writable',
      message: `The cache cannot keep ${join(file, 'cache')}: a part of its path is a file`,
    });
  });

  test('tries again after a cut-off download and after an outage', async () => {
    const { url, requests } = await serve(cutOff, status(503), whole);
    expect((await open().fetch(request(url))).sha256).toBe(SHA256);
    expect(requests).toHaveLength(3);
  });

  test('gives up in the end, says why, and leaves nothing', async () => {
    const { url, requests } = await serve(cutOff);
    await expect(open().fetch(request(url))).rejects.toMatchObject({ code: 'index-unreachable' });
    expect(requests).toHaveLength(3);
    expect(filesIn()).toEqual([]);
  });

  test('does not ask again for what is refused or not there', async () => {
    const gone = await serve(status(404));
    await expect(open().fetch(request(gone.url))).rejects.toMatchObject({ code: 'artifact-gone' });
    const refused = await serve(status(401));
    await expect(open().fetch(request(refused.url))).rejects.toMatchObject({ code: 'index-refused' });
    expect([gone.requests.length, refused.requests.length]).toEqual([1, 1]);
  });

  test('two stores that fetch the same thing at once both get it', async () => {
    const { url } = await serve(whole);
    const found = await Promise.all(Array.from({ length: 6 }, () => open().fetch(request(url))));
    expect(new Set(found.map(({ path }) => path)).size).toBe(1);
    expect(filesIn()).toHaveLength(1);
  });

  test('sends credentials to their origin alone, and never prints them', async () => {
    const { url, requests } = await serve(status(401));
    const other = await serve(whole);
    const authorizations = new Map([[new URL(url).origin, 'Basic c2VjcmV0']]);
    const store = open(httpTransport({ ...QUICK, authorizations }));
    await expect(store.fetch(request(url))).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+\/files\/a\.whl answers 401$/);
    await store.fetch(request(other.url));
    expect(requests[0]?.headers.authorization).toBe('Basic c2VjcmV0');
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });

  test('never has more than eight requests on their way', async () => {
    let now = 0;
    let most = 0;
    const { url } = await serve((_, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        response.end('x');
      }, 5);
    });
    const transport = httpTransport(QUICK);
    await Promise.all(Array.from({ length: 40 }, (_, index) => transport.get(`${url}?${index}`, {}, (r) => r.text())));
    expect(most).toBeLessThanOrEqual(8);
    expect(most).toBeGreaterThan(1);
  });
});
