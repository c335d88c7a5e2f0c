import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataFolder } from './default-data-folder.ts';

test.each([
  ['linux', {}, join('/home/ada', '.local', 'share', 'ocr-pipeline')],
  ['linux', { XDG_DATA_HOME: '/data' }, join('/data', 'ocr-pipeline')],
  ['linux', { XDG_DATA_HOME: 'data' }, join('/home/ada', '.local', 'share', 'ocr-pipeline')],
  ['linux', { XDG_DATA_HOME: '' }, join('/home/ada', '.local', 'share', 'ocr-pipeline')],
  ['darwin', { XDG_DATA_HOME: '/data' }, join('/home/ada', 'Library', 'Application Support', 'ocr-pipeline')],
  ['win32', { LOCALAPPDATA: 'C:/Users/ada/Local' }, join('C:/Users/ada/Local', 'ocr-pipeline', 'data')],
  ['win32', {}, join('/home/ada', 'AppData', 'Local', 'ocr-pipeline', 'data')],
] as const)('on %s with %o', (platform, environment, folder) => {
  expect(defaultDataFolder(platform, environment, '/home/ada')).toBe(folder);
});
