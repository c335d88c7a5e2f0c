import type { Turn } from '../document.ts';
import type { Quadrilateral } from '../geometry.ts';
import type { Network } from '../network.ts';
import type { Pyramid } from '../recognition/pyramid.ts';
import { type Crop, cropOf, upsideDown } from '../recognition/crop.ts';
import type { RecognisedLine } from '../recognition/recognise.ts';
import { alongText, liesOnItsSide } from './page-turn.ts';
import { countUpsideDown } from './upside-down.ts';

/** How many lines decide whether a page stands on its head, and how many of them confirm it by being read both ways. */
const SAMPLES = 24;
const SAMPLES_AT_LEAST = 2;
const CONFIRMATIONS = 6;
/** Shorter lines are not asked: pixels of a crop, three times its height. */
const SAMPLE_WIDTH = 144;
/** From this many characters on a line has its full weight in the confirmation. */
const FULL_WEIGHT = 8;

export interface TurnMeans {
  /** Tells lines that stand on their heads. */
  readonly classifier: Network;
  /** Reads crops of the page. */
  readonly read: (crops: readonly Crop[]) => Promise<RecognisedLine[]>;
}

/** Degrees clockwise that bring the text in these boxes upright. */
export async function turnOfPage(boxes: readonly Quadrilateral[], pyramid: Pyramid, means: TurnMeans): Promise<Turn> {
  const samples = boxes
    .map((box) => cropOf(alongText(box)))
    .filter(({ width }) => width > SAMPLE_WIDTH)
    .toSorted((a, b) => b.width - a.width)
    .slice(0, SAMPLES);
  const onHead = await standOnTheirHeads(samples, pyramid, means);
  // On a page that lies on its side the text was taken to run downward; it then stands right after three quarter turns.
  if (liesOnItsSide(boxes)) return onHead ? 90 : 270;
  return onHead ? 180 : 0;
}

async function standOnTheirHeads(
  samples: readonly Crop[],
  pyramid: Pyramid,
  { classifier, read }: TurnMeans,
): Promise<boolean> {
  if (samples.length < SAMPLES_AT_LEAST) return false;
  if ((await countUpsideDown(classifier, pyramid, samples)) * 2 <= samples.length) return false;
  // The classifier errs on capitals and digits, so the recogniser has the last word.
  const confirming = samples.slice(0, CONFIRMATIONS);
  const upright = scoreOf(await read(confirming));
  return scoreOf(await read(confirming.map(upsideDown))) > upright;
}

function scoreOf(lines: readonly RecognisedLine[]): number {
  return lines.reduce((sum, { words, confidence }) => {
    const length = words.reduce((characters, { text }) => characters + text.length, 0);
    return sum + confidence * Math.min(1, length / FULL_WEIGHT);
  }, 0);
}
