import { availableParallelism } from 'node:os';
import type { FileRead } from './programs/read-files.ts';
import { readFiles, type Setting } from './setting.ts';

/** As many as take some ten seconds. */
const SAMPLE = 12;

/**
 * What two reader processes do at once, against one with the same images. The ratio by the clock is the machine's, with whatever
 * else runs on it; the ratio by processor time says what two take from each other, were both cores free.
 */
export async function twoAtOnce(setting: Setting): Promise<void> {
  const step = Math.max(1, Math.floor(setting.images.length / SAMPLE));
  const files = setting.images.filter((_, index) => index % step === 0);
  const alone = speedOf(await readFiles(setting, files));
  const [one, other] = (await Promise.all([readFiles(setting, files), readFiles(setting, files)])).map(speedOf);
  if (one === undefined || other === undefined) throw new Error('Two processes read');
  const ratio = (unit: 'byClock' | 'byProcessor') => ((one[unit] + other[unit]) / alone[unit]).toFixed(2);
  console.log(
    `pages a second, two processes to one, ${files.length} images each on ${availableParallelism()} cores: ` +
      `${ratio('byClock')} by the clock, ${ratio('byProcessor')} by processor time (at least 1.8)`,
  );
}

/** Pages a second, without the first: with that, the models are loaded. */
function speedOf(reads: readonly FileRead[]): { readonly byClock: number; readonly byProcessor: number } {
  const [first, ...others] = reads;
  const last = others.at(-1);
  if (first === undefined || last === undefined) throw new Error('Speed is measured on two images and more');
  const processor = others.reduce((sum, { seconds }) => sum + seconds, 0);
  return {
    byClock: (1000 * others.length) / (last.readAt - first.readAt),
    byProcessor: others.length / processor,
  };
}
