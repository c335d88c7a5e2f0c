import { readdirSync, readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { createReader, type Document, toText } from '@ocr-pipeline/ocr';

/**
 * Reads every image of a folder and writes, for each, its text and its word boxes; then has them scored.
 *
 *   node --conditions=source bench/ocr/run.ts IMAGES [PREDICTIONS] [SCORER ARGUMENT...]
 *
 * The scorer is called as `node SCORER ARGUMENT... PREDICTIONS`. Time is from bytes to document, on one thread, the models
 * loaded before the first image; compare within one machine only.
 */
async function main([
  images,
  predictions = join(tmpdir(), 'ocr-predictions'),
  ...scorer
]: readonly string[]): Promise<number> {
  if (images === undefined) {
    console.error('Usage: node --conditions=source bench/ocr/run.ts IMAGES [PREDICTIONS] [SCORER ARGUMENT...]');
    return 2;
  }
  mkdirSync(predictions, { recursive: true });
  const files = readdirSync(images)
    .filter((name) => /\.(png|jpe?g|webp|gif)$/i.test(name))
    .toSorted();
  const seconds = await readAll(
    files.map((name) => join(images, name)),
    predictions,
  );
  console.log(`${files.length} images, mean ${mean(seconds).toFixed(2)} s, median ${median(seconds).toFixed(2)} s`);
  console.log(`peak resident memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  if (scorer.length === 0) return 0;
  return spawnSync(process.execPath, [...scorer, predictions], { stdio: 'inherit' }).status ?? 1;
}

async function readAll(paths: readonly string[], predictions: string): Promise<number[]> {
  const reader = createReader();
  const seconds: number[] = [];
  try {
    for (const [index, path] of [...paths.slice(0, 1), ...paths].entries()) {
      const start = performance.now();
      const document = await reader.read(readFileSync(path));
      // The first is read twice, once for the models to load.
      if (index > 0) seconds.push((performance.now() - start) / 1000);
      const name = join(predictions, basename(path, extname(path)));
      writeFileSync(`${name}.txt`, toText(document));
      writeFileSync(`${name}.json`, JSON.stringify({ words: wordsOf(document) }));
    }
  } finally {
    await reader.close();
  }
  return seconds;
}

function wordsOf({ pages }: Document): { text: string; box: number[] }[] {
  return pages.flatMap(({ blocks }) =>
    blocks.flatMap(({ lines }) =>
      lines.flatMap(({ words }) =>
        words.map(({ text, box: { left, top, width, height } }) => ({
          text,
          box: [left, top, left + width, top + height],
        })),
      ),
    ),
  );
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

process.exitCode = await main(process.argv.slice(2));
