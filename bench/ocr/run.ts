import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PpOcrOptions } from '@ocr-pipeline/ocr';
import { type Contender, ours, tesseract } from './contenders.ts';
import { type Item, readImageSet } from './image-set.ts';
import { scoreOf } from './score.ts';
import { meanOf, medianOf, type Result, tableOf } from './table.ts';

const USAGE = `Usage: node --conditions=source bench/ocr/run.ts FOLDER [--alone] [--models FOLDER] [--texts FOLDER]

  FOLDER    images and their text, listed in a manifest.json
  --alone   without tesseract beside ours
  --models  the folder of PP-OCRv6's models; without it, PP-OCRv4 as installed
  --texts   writes what was read to this folder, ENGINE/ID.txt`;

/**
 * Reads every image of a set with our engine and with tesseract, image by image in turn, so that both meet the same machine,
 * and prints scores, times and memory. Time is from the file to the text, the models of ours loaded before the first image.
 */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { alone: { type: 'boolean' }, models: { type: 'string' }, texts: { type: 'string' } },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error(USAGE);
    return 2;
  }
  const items = readImageSet(folder);
  const ourOptions: PpOcrOptions =
    values.models === undefined ? { version: 'v4' } : { version: 'v6', modelFolder: values.models };
  const contenders = [ours(ourOptions), ...(values.alone ? [] : [tesseract()])];
  const results = await readAll(items, contenders, values.texts);
  console.log(tableOf(results));
  for (const { name, peakMemory } of contenders) console.log(`\n${name}: at most ${Math.round(peakMemory())} MB`);
  compareTimes(results);
  await Promise.all(contenders.map((contender) => contender.close()));
  return 0;
}

async function readAll(items: readonly Item[], contenders: readonly Contender[], texts?: string): Promise<Result[]> {
  const [first] = items;
  // Once for the models to load, and for the files of others to be in the machine's memory.
  if (first !== undefined) for (const contender of contenders) await contender.read(first.image);
  const results: Result[] = [];
  for (const { id, image, kind, text, joinsHyphens } of items) {
    for (const contender of contenders) {
      const start = performance.now();
      const read = await contender.read(image);
      const seconds = (performance.now() - start) / 1000;
      results.push({ contender: contender.name, id, kind, score: scoreOf(text, read, joinsHyphens), seconds });
      if (texts === undefined) continue;
      mkdirSync(join(texts, contender.name), { recursive: true });
      writeFileSync(join(texts, contender.name, `${id}.txt`), read);
    }
  }
  return results;
}

/** The time of ours by the time of each other, from the same run. */
function compareTimes(results: readonly Result[]): void {
  const secondsOf = (name: string) =>
    results.filter(({ contender }) => contender === name).map(({ seconds }) => seconds);
  const [first, ...others] = new Set(results.map(({ contender }) => contender));
  for (const other of others) {
    const [a, b] = [secondsOf(first ?? ''), secondsOf(other)];
    const [mean, median] = [meanOf(a) / meanOf(b), medianOf(a) / medianOf(b)].map((ratio) => ratio.toFixed(2));
    console.log(`\nTime of ${first} to that of ${other}: mean ${mean}, median ${median}`);
  }
}

process.exitCode = await main(process.argv.slice(2));
