import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type IndexServerOptions, serveIndex } from '../python/testing/index-server.ts';
import { makeWheel } from '../python/testing/make-wheel.ts';
import { downloadWheel, fetchWheelFiles, findWheels, readWheelFiles, type WheelSources } from './wheels.ts';

const wheel = makeWheel({
  name: 'models',
  version: '1.0',
  files: { 'models/a.bin': 'first', 'models/b.bin': 'second' },
});

let folder: string;
let sources: WheelSources;
let close: () => Promise<void>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wheels-'));
  const index = await serveIndex([wheel]);
  close = index.close;
  const environment = { PIP_CONFIG_FILE: '/dev/null', PIP_INDEX_URL: index.url, LAYERPROOF_CACHE_DIR: folder };
  sources = { environment, folder };
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

test('files of a wheel from the index, in the order asked for', async () => {
  const [found] = await findWheels('models', '1.0', sources);
  if (found === undefined) throw new Error('the index has no wheel');
  const local = await downloadWheel(found, sources);
  const texts = readWheelFiles(local, ['models/b.bin', 'models/a.bin']).map((bytes) => new TextDecoder().decode(bytes));
  expect(texts).toEqual(['second', 'first']);
  expect(() => readWheelFiles(local, ['models/c.bin'])).toThrow(
    'models-1.0-py3-none-any.whl is not a sound wheel: it has no models/c.bin',
  );
});

test('a wheel is held against the hash that the caller knows, not only the one of the index', async () => {
  const [found] = await findWheels('models', '1.0', sources);
  if (found === undefined) throw new Error('the index has no wheel');
  const other = createHash('sha256').update('another wheel').digest('hex');
  await expect(downloadWheel({ ...found, sha256: other }, sources)).rejects.toMatchObject({ code: 'hash-mismatch' });
});

test('a wheel of a folder of wheels is read where it lies', async () => {
  writeFileSync(join(folder, wheel.fileName), wheel.bytes);
  const environment = { PIP_CONFIG_FILE: '/dev/null', PIP_NO_INDEX: '1', PIP_FIND_LINKS: folder };
  const [found] = await findWheels('models', '1.0', { environment, folder, offline: true });
  if (found === undefined) throw new Error('the folder has no wheel');
  const local = await downloadWheel(found, { environment, folder, offline: true });
  expect(local.artifact).toMatchObject({ path: join(folder, wheel.fileName), sha256: wheel.sha256 });
});

const noise = (length: number) => randomBytes(length).toString('hex');
const large = makeWheel({
  name: 'large',
  version: '1.0',
  files: {
    'large/a.txt': 'first',
    'large/rest.txt': noise(1_000_000),
    'large/b.txt': 'second',
    'large/c.txt': noise(600_000),
  },
});

/** What is received of the large wheel when two small files of it are asked for, from an index with or without parts. */
async function fetchTwo(options: IndexServerOptions) {
  const index = await serveIndex([large], options);
  try {
    const environment = { PIP_CONFIG_FILE: '/dev/null', PIP_INDEX_URL: index.url, LAYERPROOF_CACHE_DIR: folder };
    let received = 0;
    const at = { environment, folder, onProgress: (event: { received: number }) => void (received = event.received) };
    const [found] = await findWheels('large', '1.0', at);
    if (found === undefined) throw new Error('the index has no wheel');
    const read = (paths: string[]) => fetchWheelFiles(found, paths, at);
    const texts = (await read(['large/b.txt', 'large/a.txt'])).map((bytes) => new TextDecoder().decode(bytes));
    const receivedForBoth = received;
    await expect(read(['large/d.txt'])).rejects.toMatchObject({ code: 'bad-wheel' });
    return { texts, received: receivedForBoth };
  } finally {
    await index.close();
  }
}

test('two small files of a large wheel come alone where the server gives parts, else with all of it', async () => {
  const parts = await fetchTwo({ ranges: true });
  expect(parts.texts).toEqual(['second', 'first']);
  // The last 256 KiB, with the directory, and the two.
  expect(parts.received).toBeLessThan(270_000);
  const whole = await fetchTwo({});
  expect(whole.texts).toEqual(['second', 'first']);
  expect(whole.received).toBe(large.bytes.length);
});

test('a part that is cut off is asked for again, and one that is not the part asked for is not taken', async () => {
  let requests = 0;
  const cutOff = (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers.range === undefined || ++requests !== 2) return false;
    const asked = request.headers.range.slice('bytes='.length);
    response.writeHead(206, { 'content-range': `bytes ${asked}/${large.bytes.length}` });
    response.write('short');
    setImmediate(() => response.destroy());
    return true;
  };
  expect((await fetchTwo({ ranges: true, intercept: cutOff })).texts).toEqual(['second', 'first']);
  expect(requests).toBeGreaterThan(3);
  requests = 0;
  const other = (request: IncomingMessage, response: ServerResponse) => {
    if (request.headers.range === undefined || ++requests !== 2) return false;
    response.writeHead(206, { 'content-range': `bytes 0-4/${large.bytes.length}` }).end('wrong');
    return true;
  };
  const { texts, received } = await fetchTwo({ ranges: true, intercept: other });
  expect(texts).toEqual(['second', 'first']);
  expect(received).toBe(large.bytes.length);
});

test('a part that never ends is left, and asked for again', async () => {
  let requests = 0;
  const endless = (request: IncomingMessage, response: ServerResponse) => {
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
    if (from === undefined || ++requests !== 1) return false;
    response.writeHead(206, { 'content-range': `bytes ${from}-${to}/${large.bytes.length}` });
    const timer = setInterval(() => response.write('more and more'), 1);
    response.on('close', () => clearInterval(timer));
    return true;
  };
  expect((await fetchTwo({ ranges: true, intercept: endless })).texts).toEqual(['second', 'first']);
  expect(requests).toBeGreaterThan(2);
});
