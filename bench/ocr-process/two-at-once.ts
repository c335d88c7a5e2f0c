import { availableParallelism } from 'node:os';
import { READER_ENVIRONMENT } from '../../apps/local/src/server/reader-environment.ts';
import { type Conversation, programOf, startConversation } from './child.ts';
import type { QueuedRead } from './programs/read-queue.ts';
import { readerOptions, type Setting } from './setting.ts';

/** Each image so often for each process: what is left to one process at the end is then next to nothing. */
const ROUNDS = 2;

/** Pages a second of some processes together. */
interface Speed {
  readonly byClock: number;
  readonly byProcessor: number;
}

/**
 * What two reader processes do at once, against one: each takes the next image from one queue when it is done with the last, as
 * the service's processes take pages. One reads before and after the two, so that a machine that grows slower is seen. The ratio
 * by the clock is the machine's, with whatever else runs on it; the ratio by processor time says what two take from each other,
 * were both cores free.
 */
export async function twoAtOnce(setting: Setting): Promise<void> {
  const { images } = setting;
  const before = await speedOf(1, setting);
  const together = await speedOf(2, setting);
  const after = await speedOf(1, setting);
  const ratio = (unit: keyof Speed) => ((2 * together[unit]) / (before[unit] + after[unit])).toFixed(2);
  console.log(
    `pages a second, two processes to one, ${images.length} images from one queue, each ${ROUNDS} times a process, on ` +
      `${availableParallelism()} cores: ${ratio('byClock')} by the clock, ${ratio('byProcessor')} by processor time ` +
      `(at least 1.8); alone ${before.byClock.toFixed(2)} before and ${after.byClock.toFixed(2)} after`,
  );
}

/** The models of every process are loaded, by a first image, before the clock starts. */
async function speedOf(processes: number, setting: Setting): Promise<Speed> {
  const { images } = setting;
  const [first] = images;
  if (first === undefined) throw new Error('Speed is measured on images');
  const readers = Array.from({ length: processes }, () =>
    startConversation<QueuedRead>({
      program: programOf('read-queue'),
      args: [JSON.stringify(readerOptions(setting))],
      environment: READER_ENVIRONMENT,
    }),
  );
  try {
    await Promise.all(readers.map((reader) => reader.ask(first)));
    const queue = Array.from({ length: ROUNDS * processes }, () => images).flat();
    const pages = queue.length;
    const start = performance.now();
    const seconds = await Promise.all(readers.map((reader) => readFrom(queue, reader)));
    const elapsed = (performance.now() - start) / 1000;
    const processor = seconds.reduce((sum, each) => sum + each, 0);
    return { byClock: pages / elapsed, byProcessor: (processes * pages) / processor };
  } finally {
    await Promise.all(readers.map((reader) => reader.end()));
  }
}

/** Processor time that a process took for what it got of the queue. */
async function readFrom(queue: string[], reader: Conversation<QueuedRead>): Promise<number> {
  let seconds = 0;
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) seconds += (await reader.ask(file)).seconds;
  return seconds;
}
