import { createReader, DEFAULT_MODEL_SET, type LanguageName, readingOptions } from '@ocr-pipeline/ocr';
import type { DocumentReader } from '@ocr-pipeline/pipeline';

/** Lambda unpacks layers into /opt (https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html); ours has this folder. */
const MODELS_OF_LAYER = '/opt/models';

/** The one reader of a function's environment. It loads its models at the first page that it reads, and fetches none. */
export function layerReader(language: LanguageName, environment: NodeJS.ProcessEnv = process.env): DocumentReader {
  const folder = environment['OCR_PIPELINE_MODEL_FOLDER'] ?? MODELS_OF_LAYER;
  return createReader(readingOptions(DEFAULT_MODEL_SET, folder, language));
}
