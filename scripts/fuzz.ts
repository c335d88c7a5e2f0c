/**
 * Reads spoilt ELF, Mach-O, PE and zip files by the thousand, in a process of its own that is ended when it hangs.
 *
 *   npm run fuzz [-- INPUTS [FROM]]
 *
 * INPUTS files in all (100,000 unless told), a quarter of each format, numbered from FROM. Exits 1 when a reader crashed, hung for
 * over a second or took too much memory; the number of the input is printed and makes the same bytes again (`inputOf`).
 */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { fuzz, type Tally } from '../test/fuzz/fuzz.ts';
import type { Format } from '../test/fuzz/seeds.ts';

const FORMATS: readonly Format[] = ['elf', 'mach-o', 'pe', 'zip'];
/** The limit of an input is a second; a busy machine may stop a thread for longer. */
const HANG_SECONDS = 10;
const MOST_MEGABYTES = 1000;

interface Task {
  readonly format: Format;
  readonly from: number;
  readonly count: number;
  readonly at: SharedArrayBuffer;
}

if (isMainThread) process.exitCode = await main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1));
else work(workerData as Task);

async function main(inputs: number, from: number): Promise<number> {
  let isGood = true;
  for (const format of FORMATS) {
    const tally = await inThread({
      format,
      from,
      count: Math.ceil(inputs / FORMATS.length),
      at: new SharedArrayBuffer(8),
    });
    if (tally === undefined) isGood = false;
    else {
      report(tally);
      isGood &&= tally.crashes.length === 0 && tally.slowest.milliseconds < 1000;
    }
  }
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`memory: at most ${megabytes} MB`);
  return isGood && megabytes < MOST_MEGABYTES ? 0 : 1;
}

function report({ format, inputs, read, refused, slowest, crashes }: Tally): void {
  console.log(
    `${format}: ${inputs} inputs, ${read} readings took them, ${refused} refused them, ${crashes.length} crashes, slowest ${slowest.milliseconds.toFixed(0)} ms (input ${slowest.input})`,
  );
  for (const { input, error } of crashes.slice(0, 5)) console.log(`  input ${input}: ${error}`);
}

/** Undefined when the thread hung. */
function inThread(task: Task): Promise<Tally | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    const current = new Int32Array(task.at);
    let seen = 0;
    let since = performance.now();
    const watch = setInterval(() => {
      const input = Atomics.load(current, 0);
      if (input !== seen) [seen, since] = [input, performance.now()];
      if (performance.now() - since < HANG_SECONDS * 1000) return;
      console.log(`${task.format}: input ${seen} was not read within ${HANG_SECONDS} s`);
      end(undefined);
    }, 200);
    const end = (tally: Tally | undefined) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(tally);
    };
    worker.once('message', end);
    worker.once('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
  });
}

function work({ format, from, count, at }: Task): void {
  const current = new Int32Array(at);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is a thread and no window
  parentPort?.postMessage(fuzz(format, from, count, (input) => void Atomics.store(current, 0, input)));
}
