import { basename } from 'node:path';
import { COMMAND, firstOutput, programOf, runChild } from './child.ts';
import type { Steps } from './programs/first-page.ts';
import { medianOf, readFiles, type Setting } from './setting.ts';

const ROUNDS = 5;
/** Enough to find a typical one among them. */
const SAMPLE = 15;

/**
 * From the start of `ocr-pipeline read` to the first byte of a page's text, on the page that takes the median of the time, with
 * the files in the machine's memory; then where that time goes, step by step, in a process that takes each step by itself.
 */
export async function coldStart(setting: Setting): Promise<void> {
  const page = await typicalPage(setting);
  const command = {
    program: COMMAND,
    args: ['read', page, '--offline'],
    environment: { OCR_PIPELINE_MODEL_FOLDER: setting.modelFolder },
  };
  const times: number[] = [];
  const steps: Steps[] = [];
  const program = { program: programOf('first-page'), args: [setting.modelFolder, page] };
  for (let round = 0; round < ROUNDS; round++) {
    times.push(await firstOutput(command));
    steps.push(...(await runChild<Steps>(program)));
  }
  const [fastest, median] = [Math.min(...times), medianOf(times)].map((time) => (time / 1000).toFixed(2));
  console.log(
    `first result of a cold process, ${basename(page)}: median ${median} s of ${ROUNDS}, fastest ${fastest} s (limit 1.5)`,
  );
  const names = Object.keys(steps[0] ?? {});
  const medians = names.map((name) => [0, 1].map((kind) => medianOf(steps.map((each) => each[name]?.[kind] ?? 0))));
  const sum = medians.reduce((total, [, processor = 0]) => total + processor, 0);
  console.log(`  processor time of its steps: ${(sum / 1000).toFixed(2)} s, what it takes where nothing else runs`);
  names.forEach((name, index) => {
    const [clock, processor] = (medians[index] ?? []).map((milliseconds) => milliseconds.toFixed(0));
    console.log(`  ${name}: ${clock} ms, of processor time ${processor} ms`);
  });
}

/** Of some images from all over the set, the one that takes the median of processor time. */
async function typicalPage(setting: Setting): Promise<string> {
  const step = Math.max(1, Math.floor(setting.images.length / SAMPLE));
  const sample = setting.images.filter((_, index) => index % step === 0);
  const reads = await readFiles(setting, sample);
  const middle = medianOf(reads.map(({ seconds }) => seconds));
  const typical = reads.find(({ seconds }) => seconds === middle);
  if (typical === undefined) throw new Error('No image was read');
  return typical.file;
}
