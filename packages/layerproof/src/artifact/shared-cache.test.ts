import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cleanUp } from './clean-up.ts';
import { openServers } from './testing/serve.ts';

const CONTENT = Buffer.alloc(4_000_000, 'a wheel that takes its time ');
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');

const servers = openServers();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shared-cache-'));
});
afterEach(() => {
  servers.close();
  rmSync(folder, { recursive: true });
});

/** A process of its own that fetches the file into the cache and ends with what came of it. */
function fetcher(url: string) {
  const script = `
    import { artifactStore } from ${JSON.stringify(new URL('store.ts', import.meta.url).href)};
    import { httpTransport } from ${JSON.stringify(new URL('transport.ts', import.meta.url).href)};
    import { removePendingFiles } from ${JSON.stringify(new URL('temporary-file.ts', import.meta.url).href)};
    process.on('SIGINT', () => process.exit(130));
    process.on('exit', removePendingFiles);
    const store = artifactStore({ folder: ${JSON.stringify(folder)}, transport: httpTransport({ waits: [1] }) });
    console.log((await store.fetch({ name: 'a.whl', url: ${JSON.stringify(url)}, sha256: ${JSON.stringify(SHA256)} })).sha256);`;
  const child = spawn(process.execPath, ['--conditions=source', '--input-type=module', '--eval', script]);
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<string>((resolve) => void child.on('close', () => resolve(said.trim())));
  return { child, ended };
}

const files = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

test('processes that fetch the same file at once all get it, and leave one', async () => {
  const { origin } = await servers.serve(
    (_, response) => void response.writeHead(200, { 'content-length': CONTENT.length }).end(CONTENT),
  );
  const said = await Promise.all(Array.from({ length: 4 }, () => fetcher(`${origin}/a.whl`).ended));
  expect(said).toEqual(Array(4).fill(SHA256));
  expect(files()).toEqual([SHA256]);
});

test('what a killed process had, the next one takes up', async () => {
  const half = CONTENT.length / 2;
  let sent: () => void = () => undefined;
  const isHalfSent = new Promise<void>((resolve) => (sent = resolve));
  const { origin, requests } = await servers.serve(
    (_, response) => {
      response.writeHead(200, { 'content-length': CONTENT.length });
      response.write(CONTENT.subarray(0, half), () => sent());
    },
    (request, response) => {
      const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1]);
      const range = `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}`;
      response
        .writeHead(206, { 'content-length': CONTENT.length - from, 'content-range': range })
        .end(CONTENT.subarray(from));
    },
  );
  const { child, ended } = fetcher(`${origin}/a.whl`);
  await isHalfSent;
  // What is sent is not yet written: the part grows to its half.
  const part = () => files().find((name) => name.endsWith('.part'));
  const sizeOf = (name: string) => readFileSync(join(folder, 'artifacts/partial', name)).length;
  await expect.poll(() => sizeOf(part() ?? ''), { timeout: 10_000 }).toBe(half);
  child.kill('SIGKILL');
  await ended;
  expect(await fetcher(`${origin}/a.whl`).ended).toBe(SHA256);
  expect(requests[1]?.headers.range).toBe(`bytes=${half}-`);
  expect(files()).toEqual([SHA256]);
});

test.each([
  ['little is removed', 500_000, []],
  ['much is kept', 2_000_000, [`${SHA256}.part`]],
])('of a download that is interrupted %s', async (_, length, left) => {
  const { origin } = await servers.serve((_request, response) => {
    response.writeHead(200, { 'content-length': CONTENT.length });
    response.write(CONTENT.subarray(0, length));
  });
  const { child, ended } = fetcher(`${origin}/a.whl`);
  const size = () =>
    files().reduce((sum, name) => sum + readFileSync(join(folder, 'artifacts/partial', name)).length, 0);
  await expect.poll(size, { timeout: 10_000 }).toBe(length);
  child.kill('SIGINT');
  await ended;
  expect(files()).toEqual(left);
});

test('what killed processes left goes after a day, and nothing else', () => {
  const old = new Date(Date.now() - 25 * 60 * 60 * 1000);
  const place = (path: string, time?: Date) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), 'x');
    if (time !== undefined) utimesSync(join(folder, path), time, time);
  };
  const gone = [
    'artifacts/.download.1-ab.tmp',
    `artifacts/partial/${SHA256}.part`,
    'index/.x.json.1-ab.tmp',
    'metadata/.x.1-ab.tmp',
  ];
  const kept = [`artifacts/partial/${'0'.repeat(64)}.part`, 'artifacts/.download.2-ab.tmp'];
  const old2 = ['index/page.json', `artifacts/sha256/ab/${SHA256}`];
  for (const path of [...gone, ...old2]) place(path, old);
  for (const path of kept) place(path);
  cleanUp(folder);
  const isThere = (path: string) => existsSync(join(folder, path));
  expect([gone.filter(isThere), [...kept, ...old2].filter(isThere)]).toEqual([[], [...kept, ...old2]]);
  cleanUp(join(folder, 'not there'));
});
