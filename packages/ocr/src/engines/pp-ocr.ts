import { detect } from '../detection/detect.ts';
import type { BoxSettings } from '../detection/text-boxes.ts';
import type { EngineIdentity, Line, ModelIdentity } from '../document.ts';
import type { Engine, Raster } from '../engine.ts';
import { boundsWithin, type Quadrilateral, unionOf } from '../geometry.ts';
import type { PpOcrModels } from '../models/pp-ocr-models.ts';
import { readPpOcrV4 } from '../models/pp-ocr-v4.ts';
import { readPpOcrV6 } from '../models/pp-ocr-v6.ts';
import { preparedModelsOf } from '../models/prepared-folder.ts';
import { ENGLISH_WORDS, readEnglishLexicon } from '../models/word-list.ts';
import { preparedModel } from '../graph/prepared-model.ts';
import type { Simplification } from '../graph/simplify.ts';
import { type Network, openNetwork } from '../network.ts';
import { alongText } from '../orientation/page-turn.ts';
import { turnOfPage } from '../orientation/turn-of-page.ts';
import { alphabetOf, type Script } from '../recognition/alphabet.ts';
import { edgesOnPage } from '../recognition/character-edges.ts';
import { type Crop, cropOf } from '../recognition/crop.ts';
import type { Lexicon } from '../recognition/lexicon.ts';
import { type Pyramid, pyramidOf } from '../recognition/pyramid.ts';
import { type ReadingSettings, type RecognisedLine, recognise } from '../recognition/recognise.ts';
import { rescore } from '../recognition/rescoring.ts';
import { readTwice } from '../recognition/second-reading.ts';
import type { SpacingSettings } from '../recognition/word-spacing.ts';
import { PP_OCR_V4_SETTINGS, PP_OCR_V6_SETTINGS } from './pp-ocr-settings.ts';

export type PpOcrOptions = ModelsOption & {
  /** Which characters may be read; `latin` by default. */
  readonly script?: Script;
  /**
   * The words that unsure letters are read by: `english` by default for the script `latin`, else none. On a page of another
   * language they change nothing.
   */
  readonly lexicon?: LexiconName | false;
};

export type LexiconName = 'english';

type ModelsOption =
  /**
   * PP-OCRv4: from the installed package, unless a folder with the model files is given. What is made of the files of a folder is
   * kept there, if it can be written to.
   */
  | { readonly version: 'v4'; readonly modelFolder?: string }
  /** PP-OCRv6, more accurate; no npm package carries its files, so they come from a folder. */
  | { readonly version: 'v6'; readonly modelFolder: string };

/** Raised whenever the same models would read something differently. */
const VERSION = '5';

/** Lines below this mean probability are texture that was taken for text. */
const CONFIDENCE_AT_LEAST = 0.5;

interface Networks {
  readonly detection: Network;
  readonly orientation: Network;
}

/** A recogniser with what it reads by. */
interface Recogniser extends ReadingSettings {
  readonly network: Network;
}

/** What was found on a page before any line was read; kept while the page is, because turning and reading both need it. */
interface Found {
  readonly boxes: readonly Quadrilateral[];
  readonly pyramid: Pyramid;
}

/** PP-OCR on onnxruntime. Throws the Faults `model-missing`, `model-changed` and `ocr-package-missing`. */
export async function openPpOcr(options: PpOcrOptions): Promise<Engine> {
  const { script = 'latin' } = options;
  const { lexicon: words = script === 'latin' ? 'english' : false } = options;
  const models = await (options.version === 'v6' ? readPpOcrV6(options.modelFolder) : readPpOcrV4(options.modelFolder));
  const kept = options.modelFolder === undefined ? undefined : preparedModelsOf(options.modelFolder);
  const open = async (model: Uint8Array, simplification: Simplification = {}) =>
    openNetwork(await preparedModel(model, simplification, kept));
  const recogniser = async (
    { recognition, characters }: Pick<PpOcrModels, 'recognition' | 'characters'>,
    spacing: SpacingSettings,
  ): Promise<Recogniser> => {
    const alphabet = alphabetOf(characters, script);
    return { network: await open(recognition, { classes: alphabet.classes }), alphabet, spacing };
  };
  const settings = options.version === 'v6' ? PP_OCR_V6_SETTINGS : PP_OCR_V4_SETTINGS;
  // The quick one was measured on Latin text alone.
  const quick = script === 'latin' ? models.quick : undefined;
  const [detection, orientation, careful, first, lexicon] = await Promise.all([
    open(models.detection),
    open(models.orientation),
    recogniser(models, settings.spacing),
    quick === undefined ? undefined : recogniser(quick, PP_OCR_V6_SETTINGS.quickSpacing),
    words === false ? undefined : readEnglishLexicon(),
  ]);
  const name = `pp-ocr-${options.version}${script === 'all' ? '' : `-${script}`}`;
  const identity = { name, version: VERSION, models: [...models.identities, ...identitiesOf(words)] };
  return engineOf(identity, { detection, orientation }, { careful, quick: first, lexicon }, settings.boxes);
}

/** What a page says depends on the words as it does on the models. */
function identitiesOf(words: LexiconName | false): ModelIdentity[] {
  return words === false ? [] : [{ name: ENGLISH_WORDS.name, sha256: ENGLISH_WORDS.sha256 }];
}

/** What the crops of a page are read with. */
interface ReadingMeans {
  readonly careful: Recogniser;
  readonly quick: Recogniser | undefined;
  readonly lexicon: Lexicon | undefined;
}

function engineOf(
  identity: EngineIdentity,
  networks: Networks,
  { careful, quick, lexicon }: ReadingMeans,
  boxSettings: BoxSettings,
): Engine {
  const found = new WeakMap<Raster, Promise<Found>>();
  const findOn = (page: Raster): Promise<Found> => {
    const known = found.get(page) ?? find(networks.detection, page, boxSettings);
    found.set(page, known);
    return known;
  };
  const readBy = (recogniser: Recogniser, pyramid: Pyramid) => (crops: readonly Crop[]) =>
    recognise(recogniser.network, recogniser, pyramid, crops);
  return {
    identity,
    async turnOf(page) {
      const { boxes, pyramid } = await findOn(page);
      const turn = await turnOfPage(boxes, pyramid, {
        classifier: networks.orientation,
        read: readBy(quick ?? careful, pyramid),
      });
      // What is read then is another raster, and both are large.
      if (turn !== 0) {
        found.delete(page);
        pyramid.release();
      }
      return turn;
    },
    async recognise(page) {
      const { boxes, pyramid } = await findOn(page);
      const crops = boxes.map((box) => cropOf(alongText(box)));
      const carefully = readBy(careful, pyramid);
      const read =
        quick === undefined
          ? await carefully(crops)
          : await readTwice(crops, readBy(quick, pyramid), carefully, (word) => lexicon?.has(word) === true);
      pyramid.release();
      const lines = lexicon === undefined ? read : rescore(read, lexicon);
      return lines.flatMap((line) => lineOnPage(line, page));
    },
    async close() {
      const open = [networks.detection, networks.orientation, careful.network, quick?.network];
      await Promise.all(open.map((network) => network?.close()));
    },
  };
}

async function find(detection: Network, page: Raster, settings: BoxSettings): Promise<Found> {
  return { boxes: await detect(detection, page, settings), pyramid: pyramidOf(page) };
}

function lineOnPage({ words, confidence }: RecognisedLine, page: Raster): Line[] {
  if (words.length === 0 || confidence < CONFIDENCE_AT_LEAST) return [];
  const placed = words.map((word) => {
    const box = boundsWithin(word.corners, page.width, page.height);
    const edges = edgesOnPage(word, box);
    return { text: word.text, confidence: word.confidence, box, ...(edges === undefined ? {} : { edges }) };
  });
  const text = placed.map((word) => word.text).join(' ');
  return [{ text, confidence, box: unionOf(placed.map(({ box }) => box)), words: placed }];
}
