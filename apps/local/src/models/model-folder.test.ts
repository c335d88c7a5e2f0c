import { join } from 'node:path';
import { expect, test } from 'vitest';
import { modelFolder } from './model-folder.ts';

test.each([
  ['linux', {}, join('/home/ada', '.cache', 'ocr-pipeline', 'models')],
  ['linux', { XDG_CACHE_HOME: '/cache' }, join('/cache', 'ocr-pipeline', 'models')],
  ['linux', { XDG_CACHE_HOME: 'cache' }, join('/home/ada', '.cache', 'ocr-pipeline', 'models')],
  ['linux', { XDG_CACHE_HOME: '/cache', OCR_PIPELINE_MODEL_FOLDER: '/opt/models' }, '/opt/models'],
  ['linux', { OCR_PIPELINE_MODEL_FOLDER: 'models' }, join('/work', 'models')],
  ['linux', { OCR_PIPELINE_MODEL_FOLDER: '' }, join('/home/ada', '.cache', 'ocr-pipeline', 'models')],
  ['darwin', { XDG_CACHE_HOME: '/cache' }, join('/home/ada', 'Library', 'Caches', 'ocr-pipeline', 'models')],
  ['win32', { LOCALAPPDATA: 'C:/Ada/Local' }, join('C:/Ada/Local', 'ocr-pipeline', 'cache', 'models')],
  ['win32', {}, join('/home/ada', 'AppData', 'Local', 'ocr-pipeline', 'cache', 'models')],
] as const)('on %s with %o', (platform, environment, folder) => {
  expect(modelFolder(environment, '/work', platform, '/home/ada')).toBe(folder);
});
