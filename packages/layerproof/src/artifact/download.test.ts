import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { artifactStore, type ArtifactRequest } from './store.ts';
import { type Answer, openServers, status } from './testing/serve.ts';
import { httpTransport } from './transport.ts';

/** More than a megabyte, so that a part of it is worth keeping. */
const CONTENT = Buffer.alloc(3_000_000, 'a wheel of some size, ');
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
const HALF = 1_500_000;

const servers = openServers();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'download-'));
});
afterEach(() => {
  servers.close();
  rmSync(folder, { recursive: true });
});

interface FileOptions {
  readonly content?: Buffer;
  readonly headers?: Record<string, string>;
  /** Breaks off after so many bytes. */
  readonly most?: number;
  readonly ranges?: boolean;
}

/** A server of one file: parts of it by `Range`, under `If-Range` when the tag is the same. */
function file({ content = CONTENT, headers = {}, most = Infinity, ranges = true }: FileOptions = {}): Answer {
  return (request, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const condition = request.headers['if-range'];
    const isPart = ranges && from > 0 && (condition === undefined || condition === headers['etag']);
    if (isPart && from >= content.length) {
      return void response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
    }
    const body = content.subarray(isPart ? from : 0);
    const range = isPart ? { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` } : {};
    response.writeHead(isPart ? 206 : 200, { 'content-length': body.length, ...range, ...headers });
    if (body.length <= most) return void response.end(body);
    response.write(body.subarray(0, most), () => setTimeout(() => response.destroy(), 20));
  };
}

async function serve(...answers: Answer[]) {
  const { origin, requests } = await servers.serve(...answers);
  return { url: `${origin}/files/a.whl`, ranges: () => requests.map(({ headers }) => headers.range), requests };
}

const open = (waits = [1, 1]) => artifactStore({ folder, transport: httpTransport({ waits }) });
const request = (url: string, more: Partial<ArtifactRequest> = {}) => ({ name: 'a.whl', url, sha256: SHA256, ...more });
const partial = () =>
  existsSync(join(folder, 'artifacts/partial')) ? readdirSync(join(folder, 'artifacts/partial')) : [];

describe('a download that breaks off goes on where it was', () => {
  test('within the process', async () => {
    const { url, ranges } = await serve(file({ most: HALF }), file());
    const { path } = await open().fetch(request(url));
    expect(readFileSync(path).equals(CONTENT)).toBe(true);
    expect(ranges()).toEqual([undefined, `bytes=${HALF}-`]);
    expect(partial()).toEqual([]);
  });

  test('without a hash only when the server vouches for the file', async () => {
    const tagged = await serve(file({ most: HALF, headers: { etag: '"1"' } }), file({ headers: { etag: '"1"' } }));
    expect((await open().fetch(request(tagged.url, { sha256: undefined }))).sha256).toBe(SHA256);
    expect(tagged.requests[1]?.headers).toMatchObject({ range: `bytes=${HALF}-`, 'if-range': '"1"' });

    for (const headers of [{}, { etag: 'W/"1"' }]) {
      const bare = await serve(file({ most: HALF, headers }), file({ headers }));
      expect((await open().fetch(request(bare.url, { sha256: undefined }))).sha256).toBe(SHA256);
      expect(bare.ranges()).toEqual([undefined, undefined]);
    }
  });

  test('anew when the file has changed meanwhile, or the server gives no parts', async () => {
    const changed = await serve(
      file({ content: Buffer.alloc(3_000_000), most: HALF, headers: { etag: '"1"' } }),
      file({ headers: { etag: '"2"' } }),
    );
    expect((await open().fetch(request(changed.url))).sha256).toBe(SHA256);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    const whole = await serve(file({ most: HALF }), file({ ranges: false }));
    expect((await open().fetch(request(whole.url))).sha256).toBe(SHA256);
    expect(whole.ranges()).toEqual([undefined, `bytes=${HALF}-`]);
  });

  test('in a later process, and what is kept goes when it is whole', async () => {
    const broken = await serve(file({ most: HALF }), status(500));
    await expect(open().fetch(request(broken.url))).rejects.toMatchObject({ code: 'index-outage' });
    expect(partial()).toEqual([`${SHA256}.part`]);
    const { url, ranges } = await serve(file());
    const { path } = await open().fetch(request(url));
    expect(readFileSync(path).equals(CONTENT)).toBe(true);
    expect(ranges()).toEqual([`bytes=${HALF}-`]);
    expect(partial()).toEqual([]);
  });

  test('anew when what an earlier one left turns out to be something else', async () => {
    mkdirSync(join(folder, 'artifacts/partial'), { recursive: true });
    const left = join(folder, 'artifacts/partial', `${SHA256}.part`);
    writeFileSync(left, Buffer.alloc(HALF, 'other'));
    const { url, ranges } = await serve(file());
    expect((await open().fetch(request(url))).sha256).toBe(SHA256);
    expect(ranges()).toEqual([`bytes=${HALF}-`, undefined]);

    rmSync(join(folder, 'artifacts/sha256'), { recursive: true });
    writeFileSync(left, Buffer.alloc(CONTENT.length + 1));
    const longer = await serve(file());
    expect((await open().fetch(request(longer.url))).sha256).toBe(SHA256);
    expect(longer.ranges()).toEqual([`bytes=${CONTENT.length + 1}-`, undefined]);
  });

  test('when all of it was there already', async () => {
    mkdirSync(join(folder, 'artifacts/partial'), { recursive: true });
    writeFileSync(join(folder, 'artifacts/partial', `${SHA256}.part`), CONTENT);
    const { url, ranges } = await serve(file());
    expect((await open().fetch(request(url))).sha256).toBe(SHA256);
    expect(ranges()).toEqual([`bytes=${CONTENT.length}-`]);
  });

  test('but a file that another process is at is left to it', async () => {
    const broken = await serve(file({ most: HALF }), status(500));
    await expect(open().fetch(request(broken.url))).rejects.toThrow('answers 500');
    const parts = join(folder, 'artifacts/partial');
    const [name = ''] = partial();
    // Of this process, which runs; of one that has ended; of another machine, of which nothing is known.
    const content = readFileSync(join(parts, name));
    rmSync(join(parts, name));
    writeFileSync(join(parts, `${SHA256}.${'0'.repeat(8)}-1-abcdef.part`), content);
    const { url, ranges } = await serve(file());
    await open().fetch(request(url));
    expect(ranges()).toEqual([undefined]);
    expect(partial()).toHaveLength(1);
  });
});

describe('an index that states no sha256', () => {
  const SHA512 = { algorithm: 'sha512', hex: createHash('sha512').update(CONTENT).digest('hex') };

  test('has its other hash checked, and is not asked again while that is the same', async () => {
    const { url, requests } = await serve(file());
    const wanted = request(url, { sha256: undefined, digest: SHA512 });
    expect((await open().fetch(wanted)).sha256).toBe(SHA256);
    expect((await open().fetch(wanted)).sha256).toBe(SHA256);
    expect(requests).toHaveLength(1);
    const other = { algorithm: 'sha512', hex: '0'.repeat(128) };
    await expect(open().fetch(request(url, { sha256: undefined, digest: other }))).rejects.toThrow(
      /^a\.whl has sha512 [0-9a-f]{128}, but 0+ is expected$/,
    );
  });

  test('or any hash is asked whether the file has changed, and offline the last one counts', async () => {
    const headers = { etag: '"1"' };
    const { url, requests } = await serve(
      file({ headers }),
      status(304),
      file({ content: Buffer.from('new'), headers: { etag: '"2"' } }),
    );
    const wanted = request(url, { sha256: undefined });
    const first = await open().fetch(wanted);
    expect(await open().fetch(wanted)).toEqual(first);
    expect(requests[1]?.headers['if-none-match']).toBe('"1"');
    expect((await open().fetch(wanted)).size).toBe(3);
    expect((await artifactStore({ folder, transport: undefined }).fetch(wanted)).size).toBe(3);
  });
});
