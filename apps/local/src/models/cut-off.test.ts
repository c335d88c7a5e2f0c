import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeWheel, serveIndex } from '../../../../test/wheel-index.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const BIN = join(import.meta.dirname, '..', 'bin.ts');

test('a process that is stopped in the middle of fetching leaves nothing', async () => {
  let halfSent: () => void = () => undefined;
  const reached = new Promise<void>((resolve) => (halfSent = resolve));
  const index = await serveIndex([makeWheel({ name: 'rapidocr', version: '3.10.0' })], {
    intercept(request, response) {
      if (request.url?.startsWith('/files/') !== true) return false;
      response.writeHead(200, { 'content-length': 1000 });
      response.write('half of it', halfSent);
      return true;
    },
  });
  onTestFinished(() => index.close());
  const folder = temporaryFolder();
  const env = {
    ...process.env,
    OCR_PIPELINE_MODEL_FOLDER: folder,
    PIP_CONFIG_FILE: '/dev/null',
    PIP_INDEX_URL: index.url,
    NO_PROXY: '127.0.0.1',
  };
  const child = spawn(process.execPath, ['--conditions=source', BIN, 'models', 'add', 'pp-ocr-v6'], { env });
  onTestFinished(() => void child.kill('SIGKILL'));
  await reached;
  await expect.poll(() => readdirSync(folder)).toEqual([expect.stringMatching(/^\.fetching-/)]);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([null, 'SIGTERM']);
  expect(readdirSync(folder)).toEqual([]);
});
