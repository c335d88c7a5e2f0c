import { createReader } from '@ocr-pipeline/ocr';
import type { DocumentReader } from '@ocr-pipeline/pipeline';

/** The one reader of a function's environment. It loads its models at the first page that it reads. */
export const reader: DocumentReader = createReader({ version: 'v4' });
