import { createReader, DEFAULT_LANGUAGE, DEFAULT_MODEL_SET, readingOptions } from '@ocr-pipeline/ocr';
import type { DocumentReader } from '@ocr-pipeline/pipeline';

/** Lambda unpacks layers into /opt (https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html); ours has this folder. */
const MODELS_OF_LAYER = '/opt/models';

const folder = process.env['OCR_PIPELINE_MODEL_FOLDER'] ?? MODELS_OF_LAYER;

/** The one reader of a function's environment. It loads its models at the first page that it reads, and fetches none. */
export const reader: DocumentReader = createReader(readingOptions(DEFAULT_MODEL_SET, folder, DEFAULT_LANGUAGE));
