import { detect } from '../detection/detect.ts';
import type { EngineIdentity, Line, Turn } from '../document.ts';
import type { Engine, Raster } from '../engine.ts';
import { boundsWithin, type Quadrilateral, unionOf } from '../geometry.ts';
import { PP_OCR_V4, readPpOcrV4 } from '../models/pp-ocr-v4.ts';
import { type Network, openNetwork } from '../network.ts';
import { alongText, liesOnItsSide } from '../orientation/page-turn.ts';
import { countUpsideDown } from '../orientation/upside-down.ts';
import { type Alphabet, alphabetOf, type Script } from '../recognition/alphabet.ts';
import { type Crop, cropOf, upsideDown } from '../recognition/crop.ts';
import { pyramidOf } from '../recognition/pyramid.ts';
import { type RecognisedLine, recognise } from '../recognition/recognise.ts';

export interface PpOcrOptions {
  /** Which characters may be read: `latin` (the default) or `all` that the model knows, Chinese above all. */
  readonly script?: Script;
  /** A folder with the model files; by default they come from the installed package. */
  readonly modelFolder?: string;
}

/** Raised whenever the same models would read something differently. */
const VERSION = '1';

/** Lines below this mean probability are texture that was taken for text. */
const CONFIDENCE_AT_LEAST = 0.5;

/** How many lines decide whether a page stands on its head, and how many of them confirm it by being read both ways. */
const SAMPLES = 24;
const CONFIRMATIONS = 6;
/** Lines shorter than this, in pixels of a crop of 48, are not asked. */
const SAMPLE_WIDTH = 3 * 48;
/** A line's full weight in the confirmation, in characters. */
const FULL_WEIGHT = 8;

interface Networks {
  readonly detection: Network;
  readonly recognition: Network;
  readonly orientation: Network;
}

/** What was found on a page before any line was read; kept while the page is, because turning and reading both need it. */
interface Found {
  readonly boxes: readonly Quadrilateral[];
  readonly pyramid: readonly Raster[];
}

/** PP-OCRv4 on onnxruntime. Throws the Faults `model-missing`, `model-changed` and `ocr-package-missing`. */
export async function openPpOcr({ script = 'latin', modelFolder }: PpOcrOptions = {}): Promise<Engine> {
  const files = await readPpOcrV4(modelFolder);
  const [detection, recognition, orientation] = await Promise.all([
    openNetwork(files.detection),
    openNetwork(files.recognition),
    openNetwork(files.orientation),
  ]);
  return engineOf({ detection, recognition, orientation }, alphabetOf(files.characters, script), script);
}

function engineOf(networks: Networks, alphabet: Alphabet, script: Script): Engine {
  const found = new WeakMap<Raster, Promise<Found>>();
  const findOn = (page: Raster): Promise<Found> => {
    const known = found.get(page) ?? find(networks.detection, page);
    found.set(page, known);
    return known;
  };
  return {
    identity: identityOf(script),
    async turnOf(page) {
      return turnOf(networks, alphabet, await findOn(page));
    },
    async recognise(page) {
      const { boxes, pyramid } = await findOn(page);
      const crops = boxes.map((box) => cropOf(alongText(box)));
      const lines = await recognise(networks.recognition, alphabet, pyramid, crops);
      return lines.flatMap((line) => lineOnPage(line, page));
    },
    async close() {
      await Promise.all([networks.detection.close(), networks.recognition.close(), networks.orientation.close()]);
    },
  };
}

function identityOf(script: Script): EngineIdentity {
  const models = Object.values(PP_OCR_V4).map(({ name, sha256 }) => ({ name, sha256 }));
  return { name: script === 'latin' ? 'pp-ocr-v4-latin' : 'pp-ocr-v4', version: VERSION, models };
}

async function find(detection: Network, page: Raster): Promise<Found> {
  return { boxes: await detect(detection, page), pyramid: pyramidOf(page) };
}

async function turnOf(networks: Networks, alphabet: Alphabet, { boxes, pyramid }: Found): Promise<Turn> {
  const sideways = liesOnItsSide(boxes);
  const samples = boxes
    .map((box) => cropOf(alongText(box)))
    .filter(({ width }) => width > SAMPLE_WIDTH)
    .toSorted((a, b) => b.width - a.width)
    .slice(0, SAMPLES);
  const turnedOver =
    samples.length >= 2 &&
    (await countUpsideDown(networks.orientation, pyramid, samples)) * 2 > samples.length &&
    (await readsBetterUpsideDown(networks.recognition, alphabet, pyramid, samples.slice(0, CONFIRMATIONS)));
  // On a page that lies on its side the text was taken to run downward; it then stands right after three quarter turns.
  if (sideways) return turnedOver ? 90 : 270;
  return turnedOver ? 180 : 0;
}

/** The classifier errs on capitals and digits, so the recogniser has the last word. */
async function readsBetterUpsideDown(
  recognition: Network,
  alphabet: Alphabet,
  pyramid: readonly Raster[],
  samples: readonly Crop[],
): Promise<boolean> {
  const score = (lines: readonly RecognisedLine[]) =>
    lines.reduce((sum, { words, confidence }) => {
      const length = words.reduce((characters, { text }) => characters + text.length, 0);
      return sum + confidence * Math.min(1, length / FULL_WEIGHT);
    }, 0);
  const upright = score(await recognise(recognition, alphabet, pyramid, samples));
  return score(await recognise(recognition, alphabet, pyramid, samples.map(upsideDown))) > upright;
}

function lineOnPage({ words, confidence }: RecognisedLine, page: Raster): Line[] {
  if (words.length === 0 || confidence < CONFIDENCE_AT_LEAST) return [];
  const placed = words.map((word) => ({
    text: word.text,
    confidence: word.confidence,
    box: boundsWithin(word.corners, page.width, page.height),
  }));
  const text = placed.map((word) => word.text).join(' ');
  return [{ text, confidence, box: unionOf(placed.map(({ box }) => box)), words: placed }];
}
