import { pointWithin, type Quadrilateral } from '../geometry.ts';
import type { Network } from '../network.ts';
import { release } from '../release.ts';
import type { Alphabet } from './alphabet.ts';
import { batchesByWidth } from './batches.ts';
import { characterEdges } from './character-edges.ts';
import { type Crop, CROP_HEIGHT, sample } from './crop.ts';
import { type Character, decodeCtc, type FrameScores } from './ctc.ts';
import { inkProfile, type Plane, type Span } from './ink-profile.ts';
import { evidenceOf, type WordEvidence } from './rescoring-evidence.ts';
import type { Pyramid } from './pyramid.ts';
import { divideIntoWords, type SpacingSettings } from './word-spacing.ts';
import { wordSpans } from './word-spans.ts';

/** One line as it was read; without words where nothing was. */
export interface RecognisedLine {
  readonly words: readonly RecognisedWord[];
  /** Mean over the characters, 0 to 1. */
  readonly confidence: number;
}

export interface RecognisedWord {
  readonly text: string;
  readonly confidence: number;
  /** In pixels of the page. */
  readonly corners: Quadrilateral;
  /** In pixels of the crop. */
  readonly columns: Span;
  /** Of its characters, as shares of the way along it. */
  readonly edges: readonly number[];
  /** What else it may be; see `rescore`. */
  readonly evidence?: WordEvidence | undefined;
}

/** On one thread wide batches are no faster and cost memory: at 1,600 pixels a line across a page is read alone. */
const BATCH = { items: 8, width: 1600 };
/** Widths are rounded up to this many pixels: few distinct shapes keep the memory that the runtime holds small. */
const WIDTH_STEP = 32;

/** What a line is read with, beside the model. */
export interface ReadingSettings {
  readonly alphabet: Alphabet;
  readonly spacing: SpacingSettings;
}

/** Reads the crops of a page. The lines come in the order of the crops. */
export async function recognise(
  network: Network,
  settings: ReadingSettings,
  pyramid: Pyramid,
  crops: readonly Crop[],
): Promise<RecognisedLine[]> {
  const lines: RecognisedLine[] = [];
  let buffer = new Float32Array(0);
  for (const batch of batchesByWidth(crops, BATCH)) {
    const stride = Math.ceil(Math.max(...batch.map(({ item }) => item.width)) / WIDTH_STEP) * WIDTH_STEP;
    const size = 3 * CROP_HEIGHT * stride;
    // The widest comes last.
    if (buffer.length < batch.length * size) {
      release(buffer);
      buffer = new Float32Array(batch.length * size);
    }
    const data = buffer.subarray(0, batch.length * size).fill(0);
    batch.forEach(({ item }, place) => sample(pyramid, item, { data, offset: place * size, stride }));
    const output = await network.run({ data, shape: [batch.length, 3, CROP_HEIGHT, stride] });
    const [, frames = 0, classes = 0] = output.shape;
    batch.forEach(({ item, index }, place) => {
      const scores = output.data.subarray(place * frames * classes, (place + 1) * frames * classes);
      // The green plane stands for brightness.
      const offset = place * size + CROP_HEIGHT * stride;
      const plane = { data, offset, stride, width: item.width, height: CROP_HEIGHT };
      lines[index] = readLine(item, plane, { data: scores, frames, classes }, settings);
    });
    release(output.data);
  }
  release(buffer);
  return lines;
}

function readLine(crop: Crop, plane: Plane, all: FrameScores, { alphabet, spacing }: ReadingSettings): RecognisedLine {
  const frameWidth = plane.stride / all.frames;
  // Frames beyond the crop see only padding.
  const scores = { ...all, frames: Math.min(all.frames, Math.ceil(crop.width / frameWidth) + 1) };
  const characters = decodeCtc(scores, alphabet);
  const ink = inkProfile(plane);
  const words = divideIntoWords({ characters, scores, space: alphabet.space, ink, frameWidth, settings: spacing });
  const spans = wordSpans(words, ink, frameWidth);
  const evidence = evidenceOf(words, scores, alphabet);
  return {
    confidence: meanConfidence(words.flat()),
    words: words.map((word, index) => {
      const span = spans[index] ?? { start: 0, end: crop.width };
      return {
        text: word.map(({ text }) => text).join(''),
        confidence: meanConfidence(word),
        corners: cornersWithin(crop, span, ink.rows),
        columns: span,
        edges: characterEdges(word, span, ink, frameWidth),
        evidence: evidence[index],
      };
    }),
  };
}

function meanConfidence(characters: readonly Character[]): number {
  if (characters.length === 0) return 0;
  return characters.reduce((sum, { confidence }) => sum + confidence, 0) / characters.length;
}

function cornersWithin({ corners, width }: Crop, columns: Span, rows: Span): Quadrilateral {
  const corner = (x: number, y: number) => pointWithin(corners, x / width, y / CROP_HEIGHT);
  return [
    corner(columns.start, rows.start),
    corner(columns.end, rows.start),
    corner(columns.end, rows.end),
    corner(columns.start, rows.end),
  ];
}
