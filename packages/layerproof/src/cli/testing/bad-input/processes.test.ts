import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testWithTool } from '../../../../../../test/tools.ts';
import { type IndexServer, serveIndex } from '../../../python/testing/index-server.ts';
import { makeWheel } from '../../../python/testing/make-wheel.ts';
import { TARGET, quietEnvironment } from './world.ts';

// Incompressible, so that a small disk is full before the end.
const PAGE = makeWheel({
  name: 'page',
  version: '1.0',
  files: { 'page/__init__.py': `text = '${randomBytes(1_000_000).toString('base64')}'\n` },
});
const BUILD = ['build', 'requirements.txt', ...TARGET];
const BIN = join(import.meta.dirname, '../../../bin.ts');
const WRITTEN = ['layer.cdx.json', 'layer.json', 'layer.zip', 'pylock.toml'];

let folder: string;
let server: IndexServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bad-machine-'));
  server = await serveIndex([PAGE]);
  writeFileSync(join(folder, 'requirements.txt'), 'page\n');
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface End {
  readonly exit: number | null;
  readonly stderr: string;
}

function start(command: string, args: readonly string[]): { kill(signal: NodeJS.Signals): void; end: Promise<End> } {
  const child = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...quietEnvironment({ folder, server, put: () => undefined }) },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const end = new Promise<End>((resolve) => {
    child.once('close', (exit) => resolve({ exit, stderr: stderr.replaceAll(folder, 'FOLDER') }));
  });
  return { kill: (signal) => void child.kill(signal), end };
}

const build = (...args: string[]) => start(process.execPath, ['--conditions=source', BIN, ...BUILD, ...args]);

/** Builds where a folder is a file system of its own: `tmpfs` with these options. */
function buildOn(mounted: string, options: string, ...args: string[]) {
  mkdirSync(join(folder, mounted));
  const script = `mount -t tmpfs -o ${options} tmpfs "${mounted}" && "$@"; code=$?; ls -A "${mounted}" >left; exit $code`;
  const command = [process.execPath, '--conditions=source', BIN, ...BUILD, ...args];
  return start('unshare', ['-rm', 'sh', '-c', script, 'sh', ...command]);
}

const left = () => readFileSync(join(folder, 'left'), 'utf8').trim();
const files = () => readdirSync(folder).filter((name) => name !== 'cache' && name !== 'requirements.txt');
const temporaries = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:tmp|part)$/.test(path));
const sha256 = (path: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('hex');

const CAN_MOUNT = ['unshare', '-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'];
const onDisk = testWithTool("a file system of one's own", CAN_MOUNT);

describe('the disk', () => {
  onDisk('is full where the layer goes', async () => {
    const { exit, stderr } = await buildOn('full', 'size=100k', '-o', 'full/layer.zip').end;
    expect(stderr).toMatchInlineSnapshot(`
      "error[output-not-writable]: FOLDER/full/layer.zip cannot be written: the disk is full

      hint: Name another place with \`-o\` and \`--lock\`, or make room there.
      "
    `);
    expect({ exit, left: left() }).toEqual({ exit: 2, left: '' });
  });

  onDisk('is full where the cache lies', async () => {
    const { exit, stderr } = await buildOn('cache', 'size=300k').end;
    expect(stderr).toMatchInlineSnapshot(`
      "error[cache-not-writable]: The cache cannot keep FOLDER/cache: the disk is full

      hint: Make room there, or name a folder that can be written to in LAYERPROOF_CACHE_DIR.
      "
    `);
    expect({ exit, files: files() }).toEqual({ exit: 2, files: ['left'] });
  });

  onDisk('is read-only where the layer goes', async () => {
    const { exit, stderr } = await buildOn('fixed', 'ro', '-o', 'fixed/layer.zip').end;
    expect(stderr).toMatchInlineSnapshot(`
      "error[output-not-writable]: FOLDER/fixed/layer.zip cannot be written: the file system is read-only

      hint: Name another place with \`-o\` and \`--lock\`, or make room there.
      "
    `);
    expect(exit).toBe(2);
  });
});

describe('the cache', () => {
  test('with a wheel that was changed by hand is put right', async () => {
    expect(await build().end).toEqual({ exit: 0, stderr: '' });
    const first = sha256('layer.zip');
    const artifact = join(folder, 'cache/artifacts/sha256', PAGE.sha256.slice(0, 2), PAGE.sha256);
    const bytes = readFileSync(artifact);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(artifact, bytes);
    expect(await build('--upgrade').end).toEqual({ exit: 0, stderr: '' });
    expect(sha256('layer.zip')).toBe(first);
    expect(readFileSync(artifact).equals(PAGE.bytes)).toBe(true);
  });
});

describe('two builds at once', () => {
  test('into one place leave one whole layer', async () => {
    const ends = await Promise.all([build().end, build().end, build().end]);
    expect(ends.map(({ exit }) => exit)).toEqual([0, 0, 0]);
    expect(files().toSorted()).toEqual(WRITTEN);
    expect(temporaries()).toEqual([]);
    expect(JSON.parse(readFileSync(join(folder, 'layer.json'), 'utf8')).layer.sha256).toBe(sha256('layer.zip'));
  });
});

describe('a signal', () => {
  test.for(['SIGINT', 'SIGTERM'] as const)('%s at any moment leaves all of the layer or nothing', async (signal) => {
    const began = performance.now();
    expect((await build('-o', 'measured/layer.zip').end).exit).toBe(0);
    const whole = performance.now() - began;
    // Moments over the whole run, a little past its end too.
    for (let at = 1; at <= 10; at++) {
      rmSync(join(folder, 'cache'), { recursive: true, force: true });
      for (const name of WRITTEN) rmSync(join(folder, name), { force: true });
      const running = build();
      setTimeout(() => running.kill(signal), (whole * at * 1.1) / 10);
      const { exit, stderr } = await running.end;
      // Before Node has started, the signal ends it as it ends any process.
      expect([0, signal === 'SIGINT' ? 130 : 143, null]).toContain(exit);
      expect(stderr).toBe('');
      expect(temporaries()).toEqual([]);
      expect([0, WRITTEN.length]).toContain(files().filter((name) => WRITTEN.includes(name)).length);
    }
  });
});
