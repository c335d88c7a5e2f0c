import { isFault } from '@ocr-pipeline/fault';
import type { Engine, Raster } from '../../engine.ts';
import { openPpOcr } from '../../engines/pp-ocr.ts';
import { readDocument } from '../../read-document.ts';
import { toText } from '../../exports/text.ts';
import type { Page } from '../../document.ts';
import { ODD_FILES, RECOGNISED } from './groups.ts';
import type { OddFile } from './odd-file.ts';

// A program: reads the odd files of one group, and prints what came of each as a line of JSON. It runs in a process of its own,
// so that a crash, a hang and the memory that it takes are seen from outside.

/** What one file came to, and how much memory the process has taken at most so far. */
export interface Outcome {
  readonly name: string;
  readonly outcome: string;
  readonly megabytes: number;
}

const COLOURS: Readonly<Record<string, readonly [number, number, number]>> = {
  white: [255, 255, 255],
  black: [0, 0, 0],
  grey: [128, 128, 128],
  red: [255, 0, 0],
  green: [0, 255, 0],
  blue: [0, 0, 255],
};
/** Another profile, or CMYK and back, moves a colour so far at most. */
const NEAR = 90;

/** Sees the colours of a page instead of its text. */
const COLOUR_ENGINE: Engine = {
  identity: { name: 'colours', version: '1', models: [] },
  async recognise(page) {
    const box = { left: 0, top: 0, width: page.width, height: page.height };
    const text = coloursOf(page);
    return [{ text, confidence: 1, box, words: [{ text, confidence: 1, box }] }];
  },
  close: async () => undefined,
};

function coloursOf({ width, height, data }: Raster): string {
  if (data.length !== width * height * 3) throw new Error(`${data.length} bytes for ${width} x ${height} pixels`);
  const quarters = [0.25, 0.75].flatMap((down) =>
    [0.25, 0.75].map((across) => {
      const pixel = (Math.floor(height * down) * width + Math.floor(width * across)) * 3;
      return nameOf([...data.subarray(pixel, pixel + 3)]);
    }),
  );
  return new Set(quarters).size === 1 ? (quarters[0] ?? '') : quarters.join(',');
}

function nameOf(colour: readonly number[]): string {
  const distanceTo = (other: readonly number[]) =>
    Math.hypot(...other.map((value, channel) => value - (colour[channel] ?? 0)));
  const near = Object.entries(COLOURS).find(([, other]) => distanceTo(other) < NEAR);
  return near?.[0] ?? `(${colour.join(' ')})`;
}

async function outcomeOf({ make, request = {} }: OddFile, engine: Engine): Promise<string> {
  const bytes = await make();
  try {
    const document = await readDocument(bytes, { ...request, engine });
    return document.pages.map((page) => pageOutcome(page, toText({ ...document, pages: [page] }))).join(' | ');
  } catch (error) {
    if (!isFault(error)) return `a bug: ${error instanceof Error ? error.stack : String(error)}`;
    const isWhole = error.hint !== undefined && !/undefined|NaN/.test(error.message + error.hint);
    return isWhole ? error.code : `a fault that does not help: ${error.message} ${error.hint}`;
  }
}

function pageOutcome({ width, height, problem, textLayer }: Page, text: string): string {
  if (problem !== undefined) return problem.hint === undefined ? `${problem.code} without a hint` : `!${problem.code}`;
  return `${width}x${height} ${textLayer === true ? JSON.stringify(text.trim()) : text.trim() || 'nothing'}`;
}

const [group = ''] = process.argv.slice(2);
const engine = group === RECOGNISED ? await openPpOcr({ version: 'v4' }) : COLOUR_ENGINE;
for (const file of ODD_FILES[group] ?? []) {
  const outcome = await outcomeOf(file, engine);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ name: file.name, outcome, megabytes } satisfies Outcome)}\n`);
}
