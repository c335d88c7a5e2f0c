import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openServers } from '../artifact/testing/serve.ts';
import { buildLayer } from '../build/build-layer.ts';
import { type IndexServer, serveIndex } from '../python/testing/index-server.ts';
import { makeWheel } from '../python/testing/make-wheel.ts';
import { runSession } from './testing/session.ts';

/** With letters that addresses encode, so that each of its forms is looked for. */
const SECRET = 'tok€n/s3cret';
const FORMS = [
  SECRET,
  encodeURIComponent(SECRET),
  's3cret',
  Buffer.from(`reader:${SECRET}`).toString('base64'),
  Buffer.from(`${SECRET}:`).toString('base64'),
];
const WHEELS = [
  makeWheel({ name: 'page', version: '2.0', requires: ['glyphs'] }),
  makeWheel({ name: 'glyphs', version: '1.5' }),
];

const servers = openServers();
let folder: string;
let server: IndexServer;
let refuse: ((request: IncomingMessage, response: ServerResponse) => boolean) | undefined;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'credentials-'));
  refuse = undefined;
  server = await serveIndex(WHEELS, {
    intercept(request, response) {
      if (refuse?.(request, response) === true) return true;
      const isKnown = request.headers.authorization === `Basic ${FORMS[3]}`;
      if (!isKnown) response.writeHead(401).end();
      return !isKnown;
    },
  });
});
afterEach(async () => {
  servers.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const withSecret = (address: string) => address.replace('//', `//reader:${encodeURIComponent(SECRET)}@`);
const environment = (more: Record<string, string> = {}): Record<string, string> => ({
  LAYERPROOF_CACHE_DIR: join(folder, 'cache'),
  PIP_INDEX_URL: withSecret(server.url),
  PIP_CONFIG_FILE: '/dev/null',
  UV_NO_CONFIG: '1',
  NETRC: '/dev/null',
  PIP_RETRIES: '0',
  PIP_TIMEOUT: '1',
  ...more,
});

async function build(requirements: string, more: Record<string, string> = {}, ...args: string[]) {
  writeFileSync(join(folder, 'requirements.txt'), requirements);
  const argv = ['build', 'requirements.txt', '--runtime', 'python3.9', '--arch', 'x86_64', ...args];
  return runSession(argv, { cwd: folder, env: environment(more) });
}

function expectNoSecret(where: string, text: string): void {
  for (const form of FORMS) expect(text.includes(form), `${where} has ${form}`).toBe(false);
}

/** Every file that was written, by its name and its bytes, but the input. */
function expectNoSecretInFiles(): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    expectNoSecret('a file name', path);
    if (entry.isFile() && entry.name !== 'requirements.txt') expectNoSecret(path, readFileSync(path, 'latin1'));
  }
}

test('a build with credentials writes them nowhere: layer, manifest, lock, bill of materials, cache and terminal', async () => {
  const direct = withSecret(server.url.replace('simple/', `files/${WHEELS[1]?.fileName}`));
  const { exit, transcript } = await build(
    `page\nglyphs @ ${direct}\n--find-links ${withSecret(server.url)}\n`,
    {},
    '--json',
  );
  expect(exit).toBe(0);
  expectNoSecret('the session', transcript);
  expectNoSecretInFiles();
});

test('what a build tells while it runs has none either', async () => {
  const told: unknown[] = [];
  refuse = (request, response) => {
    const isFirst =
      request.url?.startsWith('/files/page') === true &&
      told.every((event) => !JSON.stringify(event).includes('retry'));
    if (isFirst) response.writeHead(503).end();
    return isFirst;
  };
  writeFileSync(join(folder, 'requirements.txt'), 'page\n');
  const request = {
    inputs: ['requirements.txt'],
    runtime: 'python3.9',
    architecture: 'x86_64',
    folder,
    environment: environment({ PIP_RETRIES: '1' }),
  };
  await buildLayer(request, { progress: (event) => void told.push(event) });
  expect(told.map((event) => (event as { kind: string }).kind)).toEqual(expect.arrayContaining(['retry', 'download']));
  expectNoSecret('progress', JSON.stringify(told));
});

const status =
  (code: number, below = '/') =>
  (request: IncomingMessage, response: ServerResponse) => {
    const isMeant = request.url?.startsWith(below) === true;
    if (isMeant) response.writeHead(code).end();
    return isMeant;
  };

test.each([
  ['index-credentials-refused', status(401)],
  ['index-forbidden', status(403)],
  ['unknown-distribution', status(404)],
  ['index-busy', status(429)],
  ['index-outage', status(500)],
  ['artifact-gone', status(404, '/files/')],
  [
    'index-redirects',
    (_: IncomingMessage, response: ServerResponse) => Boolean(response.writeHead(302, { location: 'ftp://x/' }).end()),
  ],
  ['index-page-not-json', (_: IncomingMessage, response: ServerResponse) => Boolean(response.end('{"files":'))],
  ['index-silent', () => true],
])('%s names the address without credentials', async (code, answer) => {
  refuse = answer;
  const { exit, transcript } = await build('page\n');
  expect(transcript).toContain(`error[${code}]`);
  expect(exit).toBe(2);
  expectNoSecret('the session', transcript);
  expectNoSecretInFiles();
});

test.each([
  ['index-unreachable', () => ({ PIP_INDEX_URL: withSecret('http://127.0.0.1:9/simple/') })],
  ['index-tls', () => ({ PIP_INDEX_URL: withSecret(server.url.replace('http:', 'https:')) })],
  ['bad-configuration', () => ({ PIP_INDEX_URL: withSecret('ftp://host.example/simple') })],
  ['bad-configuration', () => ({ PIP_INDEX_URL: `reader:${SECRET}@host.example` })],
  ['bad-proxy', () => ({ PIP_PROXY: withSecret('socks5://host.example') })],
  ['proxy-unreachable', () => ({ PIP_PROXY: withSecret('http://127.0.0.1:9') })],
  ['index-unauthorized', () => ({ PIP_INDEX_URL: server.url })],
])('%s by the configuration names it without credentials', async (code, more) => {
  const { transcript } = await build('page\n', more());
  expect(transcript).toContain(`error[${code}]`);
  expectNoSecret('the session', transcript);
  expectNoSecretInFiles();
});

test.each([
  ['source-requirement', 'page @ URL/page-1.0.tar.gz'],
  ['source-requirement', 'page @ git+URL/page.git'],
  ['editable-requirement', '-e git+URL/page.git'],
  ['bad-wheel-name', 'page @ URL/page.whl'],
  ['bad-requirement-line', 'page @ URL/page-1.0-py3-none-any.whl trailing words'],
  ['bad-requirement-line', 'page @ URL/page-1.0-py3-none-any.whl --unknown'],
  ['bad-requirement-line', '--unknown URL'],
  ['hash-mismatch', 'page @ INDEX/files/WHEEL#sha256=00'],
  ['missing-input', '-r INDEX/gone.txt'],
])('%s names `%s` without credentials', async (code, line) => {
  refuse = status(404, '/gone.txt');
  const text = line
    .replace('URL', withSecret('https://host.example/a'))
    .replace('INDEX', withSecret(new URL(server.url).origin))
    .replace('WHEEL', WHEELS[0]?.fileName ?? '')
    .replace('=00', `=${'0'.repeat(64)}`);
  const { transcript } = await build(`${text}\n`);
  expect(transcript).toContain(`error[${code}]`);
  expectNoSecret('the session', transcript);
});
