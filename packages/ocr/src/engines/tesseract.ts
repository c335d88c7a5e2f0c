import type { Turn } from '../document.ts';
import type { Engine, Raster } from '../engine.ts';
import { readTesseractEnglish, type TesseractModels } from '../models/tesseract-english.ts';
import { loadTesseract } from '../native.ts';
import { turned } from '../raster.ts';
import { linesOf, meanConfidence, type TesseractWord } from './tesseract-words.ts';

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
  const known = new WeakMap<Raster, Promise<readonly TesseractWord[]>>();
  const wordsOn = (page: Raster): Promise<readonly TesseractWord[]> => {
    const words = known.get(page) ?? readWords(models, page);
    known.set(page, words);
    return words;
  };
  return {
    identity: { name: 'tesseract-eng', version: VERSION, models: models.identities },
    recognise: async (page) => linesOf(await wordsOn(page), page),
    turnOf: (page) => turnOf(page, wordsOn),
    close: async () => undefined,
  };
}

/**
 * A tesseract of its own for each page: one that has read before reads otherwise, because it learns. Starting one takes some 40
 * ms, and what it held is free when the page is read.
 */
async function readWords({ program, recogniser }: TesseractModels, page: Raster): Promise<readonly TesseractWord[]> {
  const { createOCREngine } = loadTesseract();
  const tesseract = await withoutWarnings(() => createOCREngine({ wasmBinary: program }));
  try {
    tesseract.loadModel(recogniser);
    tesseract.loadImage({ width: page.width, height: page.height, data: withAlpha(page) });
    return tesseract.getTextBoxes('word');
  } finally {
    tesseract.destroy();
  }
}

/**
 * What `start` takes hold of as the console while it is called cannot warn. Tesseract's remarks ("Estimating resolution as 227")
 * go to the console that there is when it is started, and it can be given no other; it is started before its first `await`, so
 * that no warning of anyone else's is lost.
 */
function withoutWarnings<Started>(start: () => Started): Started {
  const { console } = globalThis;
  const silent = Object.assign(Object.create(console) as Console, { warn: () => undefined });
  globalThis.console = silent;
  try {
    return start();
  } finally {
    globalThis.console = console;
  }
}

/** The turn at which the page reads best. Only a page that reads badly as it stands, or not at all, is tried at the others. */
async function turnOf(page: Raster, wordsOn: (page: Raster) => Promise<readonly TesseractWord[]>): Promise<Turn> {
  const upright = await wordsOn(page);
  if (meanConfidence(upright) >= SURELY_UPRIGHT) return 0;
  let best: { readonly turn: Turn; readonly weight: number } = { turn: 0, weight: weightOf(upright) };
  for (const turn of OTHER_TURNS) {
    const weight = weightOf(await wordsOn(await turned(page, turn)));
    if (weight > best.weight) best = { turn, weight };
  }
  return best.turn;
}

/** How much was read, and how surely: doubtful characters weigh little. */
function weightOf(words: readonly TesseractWord[]): number {
  return words.reduce((sum, { text, confidence }) => sum + text.trim().length * confidence ** 2, 0);
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
