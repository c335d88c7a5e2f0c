import { join } from 'node:path';
import { writeEnlarged } from './inputs.ts';
import { readFiles, type Setting } from './setting.ts';

/** Just under the 100 that are taken. */
const MEGAPIXELS = 99.9;

/** The most memory for a page of 100 megapixels, upright and on its head, each in a process of its own. */
export async function largePages(setting: Setting): Promise<void> {
  const [image = ''] = setting.images;
  for (const turn of [0, 180] as const) {
    const file = join(setting.work, `large-${turn}.jpg`);
    await writeEnlarged(image, file, MEGAPIXELS, turn);
    const [read] = await readFiles(setting, [file]);
    const name = turn === 0 ? 'upright' : 'on its head';
    console.log(`peak memory, ${MEGAPIXELS} megapixels ${name}: ${(read?.peak ?? 0).toFixed(0)} MB (limit 1000)`);
  }
}
