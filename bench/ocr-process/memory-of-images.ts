import { basename } from 'node:path';
import { readFiles, type Setting } from './setting.ts';

/** The most memory that a process holds which reads every image, one after another; the image that it was held for is named. */
export async function memoryOfImages(setting: Setting): Promise<void> {
  const reads = await readFiles(setting, setting.images);
  const [worst] = reads.toSorted((a, b) => b.peak - a.peak);
  if (worst === undefined) return;
  console.log(
    `peak memory, ${reads.length} images in one process: ${worst.peak.toFixed(0)} MB, at ${basename(worst.file)} (limit 600)`,
  );
  const [alone] = await readFiles(setting, [worst.file]);
  console.log(`peak memory, ${basename(worst.file)} alone: ${(alone?.peak ?? 0).toFixed(0)} MB`);
  const seconds = reads.reduce((sum, read) => sum + read.seconds, 0) / reads.length;
  console.log(`processor time an image, mean: ${seconds.toFixed(2)} s`);
}
