import { availableParallelism } from 'node:os';
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
  const one = await timed(() => readFiles(setting, files));
  const two = await timed(() => Promise.all([readFiles(setting, files), readFiles(setting, files)]));
  const secondsOf = (reads: readonly { readonly seconds: number }[]) =>
    reads.reduce((sum, { seconds }) => sum + seconds, 0);
  const clock = (2 * one.seconds) / two.seconds;
  const processor = (4 * secondsOf(one.value)) / two.value.reduce((sum, reads) => sum + secondsOf(reads), 0);
  console.log(
    `pages a second, two processes to one, ${files.length} images each on ${availableParallelism()} cores: ` +
      `${clock.toFixed(2)} by the clock, ${processor.toFixed(2)} by processor time (at least 1.8)`,
  );
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; seconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}
