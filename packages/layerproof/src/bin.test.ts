import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type IndexServer, serveIndex } from './python/testing/index-server.ts';
import { makeWheel } from './python/testing/make-wheel.ts';

let folder: string;
let server: IndexServer;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bin-'));
  writeFileSync(join(folder, 'requirements.txt'), 'page\n');
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const PAGE = makeWheel({ name: 'page', version: '1.0' });

function start(...args: string[]) {
  const bin = join(import.meta.dirname, 'bin.ts');
  return spawn(process.execPath, ['--conditions=source', bin, ...args], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      LAYERPROOF_CACHE_DIR: join(folder, 'cache'),
      PIP_INDEX_URL: server.url,
      PIP_CONFIG_FILE: '/dev/null',
      UV_NO_CONFIG: '1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

const BUILD = ['build', 'requirements.txt', '--runtime', 'python3.9', '--arch', 'x86_64'];

/** The exit code, and what was said on stderr, so that a failure tells its reason. */
async function endOf(child: ReturnType<typeof start>): Promise<{ code: number | null; stderr: string }> {
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stderr };
}

function filesOfCache(): string[] {
  const artifacts = join(folder, 'cache/artifacts');
  if (!existsSync(artifacts)) return [];
  const entries = readdirSync(artifacts, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('the command, as a process', () => {
  test('interrupted in the middle of a download, leaves nothing behind', async () => {
    server = await serveIndex([PAGE], {
      intercept(request, response) {
        if (request.url?.startsWith('/files/') !== true) return false;
        response.writeHead(200, { 'content-length': PAGE.bytes.length });
        response.write(PAGE.bytes.subarray(0, 10));
        return true;
      },
    });
    const child = start(...BUILD);
    const end = endOf(child);
    await vi.waitFor(() => expect(filesOfCache()).toHaveLength(1), { timeout: 20_000 });
    child.kill('SIGINT');
    expect(await end).toEqual({ code: 130, stderr: '' });
    expect(filesOfCache()).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual(['cache', 'requirements.txt']);
  });

  test('eight of them at once share one cache and make the same layer', async () => {
    server = await serveIndex([PAGE]);
    const ends = Array.from({ length: 8 }, (_, index) => endOf(start(...BUILD, '-o', `${index}/layer.zip`)));
    expect(await Promise.all(ends)).toEqual(Array.from({ length: 8 }, () => ({ code: 0, stderr: '' })));
    expect(filesOfCache()).toHaveLength(1);
  });
});
