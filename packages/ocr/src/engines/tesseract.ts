import type { Line, Turn } from '../document.ts';
import type { Engine, Raster } from '../engine.ts';
import { readTesseractEnglish, type TesseractModels } from '../models/tesseract-english.ts';
import { loadTesseract } from '../native.ts';
import { turned } from '../raster.ts';
import { linesOf, meanConfidence } from './tesseract-words.ts';

export interface TesseractOptions {
  readonly engine: 'tesseract';
}

/** Raised whenever the same models would read something differently. */
const VERSION = '1';

/** Upright text of any quality reads above this; text that stands on its head or side, as a rule, below 0.5. */
const SURELY_UPRIGHT = 0.7;

const OTHER_TURNS: readonly Turn[] = [90, 180, 270];

/**
 * Tesseract in WebAssembly, for English: a second opinion, which reads old and clean print well and everything else less well
 * than PP-OCR. Its packages are not installed with this one; they are loaded when a reader asks for this engine.
 *
 * Throws the Faults `ocr-package-missing`, `model-missing` and `model-changed`.
 */
export async function openTesseract(): Promise<Engine> {
  const models = await readTesseractEnglish();
  const read = new WeakMap<Raster, Promise<Line[]>>();
  const recognise = (page: Raster): Promise<Line[]> => {
    const known = read.get(page) ?? recognisePage(models, page);
    read.set(page, known);
    return known;
  };
  return {
    identity: { name: 'tesseract-eng', version: VERSION, models: models.identities },
    recognise,
    turnOf: (page) => turnOf(page, recognise),
    close: async () => undefined,
  };
}

/**
 * A tesseract of its own for each page: one that has read before reads otherwise, because it learns. Starting one takes some 40
 * ms, and what it held is free when the page is read.
 */
async function recognisePage({ program, recogniser }: TesseractModels, page: Raster): Promise<Line[]> {
  const tesseract = await loadTesseract().createOCREngine({ wasmBinary: program });
  try {
    // Without a file for its messages it writes to the console of the process.
    tesseract.setVariable('debug_file', '/dev/null');
    tesseract.loadModel(recogniser);
    tesseract.loadImage({ width: page.width, height: page.height, data: withAlpha(page) });
    return linesOf(tesseract.getTextBoxes('word'), page);
  } finally {
    tesseract.destroy();
  }
}

/** The turn at which the page reads best. Only a page that reads badly as it stands is tried at the others. */
async function turnOf(page: Raster, recognise: (page: Raster) => Promise<Line[]>): Promise<Turn> {
  const upright = await recognise(page);
  const wordsOf = (lines: readonly Line[]) => lines.flatMap(({ words }) => words);
  if (upright.length === 0 || meanConfidence(wordsOf(upright)) >= SURELY_UPRIGHT) return 0;
  let best: { readonly turn: Turn; readonly weight: number } = { turn: 0, weight: weightOf(wordsOf(upright)) };
  for (const turn of OTHER_TURNS) {
    const weight = weightOf(wordsOf(await recognise(await turned(page, turn))));
    if (weight > best.weight) best = { turn, weight };
  }
  return best.turn;
}

/** How much was read, and how surely: doubtful characters weigh little. */
function weightOf(words: readonly { readonly text: string; readonly confidence: number }[]): number {
  return words.reduce((sum, { text, confidence }) => sum + text.length * confidence ** 2, 0);
}

function withAlpha({ width, height, data }: Raster): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let from = 0, to = 0; from < width * height * 3; from += 3, to += 4) {
    pixels[to] = data[from] ?? 0;
    pixels[to + 1] = data[from + 1] ?? 0;
    pixels[to + 2] = data[from + 2] ?? 0;
  }
  return pixels;
}
