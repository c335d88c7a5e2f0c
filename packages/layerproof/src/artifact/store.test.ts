import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { artifactStore } from './store.ts';
import { type Answer, openServers, status } from './testing/serve.ts';
import { httpTransport } from './transport.ts';

const CONTENT = Buffer.alloc(300_000, 'wheel');
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

let folder: string;
const servers = openServers();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});

afterEach(() => {
  servers.close();
  rmSync(folder, { recursive: true });
});

async function serve(...answers: Answer[]) {
  const { origin, requests } = await servers.serve(...answers);
  return { url: `${origin}/files/a.whl`, requests };
}

const whole: Answer = (_, response) => void response.writeHead(200, { 'content-length': CONTENT.length }).end(CONTENT);
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
    await expect(open().fetch(request(url))).rejects.toMatchObject({ code: 'download-cut-off' });
    expect(requests).toHaveLength(3);
    expect(filesIn()).toEqual([]);
  });

  test('does not ask again for what is refused or not there', async () => {
    const gone = await serve(status(404));
    await expect(open().fetch(request(gone.url))).rejects.toMatchObject({ code: 'artifact-gone' });
    const refused = await serve(status(401));
    await expect(open().fetch(request(refused.url))).rejects.toMatchObject({ code: 'index-unauthorized' });
    expect([gone.requests.length, refused.requests.length]).toEqual([1, 1]);
  });

  test('two stores that fetch the same thing at once both get it', async () => {
    const { url } = await serve(whole);
    const found = await Promise.all(Array.from({ length: 6 }, () => open().fetch(request(url))));
    expect(new Set(found.map(({ path }) => path)).size).toBe(1);
    expect(filesIn()).toHaveLength(1);
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
