import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PP_OCR_V6, PP_OCR_V6_QUICK, readPpOcrV6 } from './pp-ocr-v6.ts';

test('a folder without the files, or with others under their names, is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'models-'));
  await expect(readPpOcrV6(folder)).rejects.toMatchObject({ code: 'model-missing' });
  await Promise.all(
    [...Object.values(PP_OCR_V6), ...Object.values(PP_OCR_V6_QUICK)].map(({ file }) =>
      writeFile(join(folder, file), 'another model'),
    ),
  );
  await expect(readPpOcrV6(folder)).rejects.toMatchObject({ code: 'model-changed' });
  await rm(folder, { recursive: true });
});
