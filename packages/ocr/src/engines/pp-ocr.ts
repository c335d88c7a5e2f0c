import { detect } from '../detection/detect.ts';
import type { EngineIdentity, Line } from '../document.ts';
import type { Engine, Raster } from '../engine.ts';
import { boundsWithin, type Quadrilateral, unionOf } from '../geometry.ts';
import { PP_OCR_V4, readPpOcrV4 } from '../models/pp-ocr-v4.ts';
import { simplify } from '../graph/simplify.ts';
import { type Network, openNetwork } from '../network.ts';
import { alongText } from '../orientation/page-turn.ts';
import { turnOfPage } from '../orientation/turn-of-page.ts';
import { type Alphabet, alphabetOf, type Script } from '../recognition/alphabet.ts';
import { type Crop, cropOf } from '../recognition/crop.ts';
import { pyramidOf } from '../recognition/pyramid.ts';
import { type RecognisedLine, recognise } from '../recognition/recognise.ts';

export interface PpOcrOptions {
  /** Which characters may be read: `latin` (the default) or `all` that the model knows, Chinese above all. */
  readonly script?: Script;
  /** A folder with the model files; by default they come from the installed package. */
  readonly modelFolder?: string;
}

/** Raised whenever the same models would read something differently. */
const VERSION = '2';

/** Lines below this mean probability are texture that was taken for text. */
const CONFIDENCE_AT_LEAST = 0.5;

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
  const alphabet = alphabetOf(files.characters, script);
  const [detection, recognition, orientation] = await Promise.all([
    openNetwork(simplify(files.detection)),
    openNetwork(simplify(files.recognition, { classes: alphabet.classes })),
    openNetwork(simplify(files.orientation)),
  ]);
  return engineOf({ detection, recognition, orientation }, alphabet, script);
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
      const { boxes, pyramid } = await findOn(page);
      const read = (crops: readonly Crop[]) => recognise(networks.recognition, alphabet, pyramid, crops);
      return turnOfPage(boxes, pyramid, { classifier: networks.orientation, read });
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
