import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect } from 'vitest';
import { testWithTool } from '../../../../../test/tools.ts';
import { serveIndex } from '../testing/index-server.ts';
import { makeWheel } from '../testing/make-wheel.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-only-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = promisify(execFile);
const CAN_MOUNT = ['unshare', '-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'];

testWithTool("a file system of one's own", CAN_MOUNT)('a read-only cache serves what it has', async () => {
  const wheel = makeWheel({ name: 'page', version: '1.0' });
  const server = await serveIndex([wheel, makeWheel({ name: 'text', version: '1.0' })], {
    intercept(request, response) {
      const isCondition = request.headers['if-none-match'] === '"1"';
      if (isCondition) response.writeHead(304).end();
      else response.setHeader('etag', '"1"');
      return isCondition;
    },
  });
  const script = `
    import { openSources } from ${JSON.stringify(new URL('../../build/sources.ts', import.meta.url).href)};
    import { fetchWheel } from ${JSON.stringify(new URL('../wheels/wheel-file.ts', import.meta.url).href)};
    const { index, store } = openSources({ environment: process.env, folder: ${JSON.stringify(folder)} });
    const { page } = await index.files(process.argv[1]);
    const { name } = await index.metadata(page.wheels[0]);
    const { sha256 } = await fetchWheel(page.wheels[0], store);
    console.log(name, sha256);`;
  const node = [process.execPath, '--conditions=source', '--input-type=module', '--eval', script];
  const cache = join(folder, 'cache');
  const env = {
    ...process.env,
    PIP_INDEX_URL: server.url,
    PIP_CONFIG_FILE: '/dev/null',
    UV_NO_CONFIG: '1',
    LAYERPROOF_CACHE_DIR: cache,
  };
  const mounted = [
    '-rm',
    'sh',
    '-c',
    `mount --bind '${cache}' '${cache}' && mount -o remount,ro,bind '${cache}' && exec "$@"`,
    'sh',
    ...node,
  ];
  try {
    const [program = '', ...args] = node;
    const first = await run(program, [...args, 'page'], { env });
    // Old enough to be asked for anew.
    const then = new Date(Date.now() - 24 * 60 * 60 * 1000);
    for (const name of readdirSync(join(cache, 'index'))) utimesSync(join(cache, 'index', name), then, then);
    expect((await run('unshare', [...mounted, 'page'], { env })).stdout).toBe(first.stdout);
    await expect(run('unshare', [...mounted, 'text'], { env })).rejects.toMatchObject({
      stderr: expect.stringContaining('cache-not-writable'),
    });
  } finally {
    await server.close();
  }
});
