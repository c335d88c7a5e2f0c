export type {
  Block,
  BlockKind,
  Box,
  Document,
  EngineIdentity,
  Line,
  ModelIdentity,
  Page,
  PageProblem,
  Turn,
  Word,
} from './document.ts';
export type { Engine, Raster } from './engine.ts';
export { nullEngine } from './engines/null.ts';
export { openPpOcr, type PpOcrOptions } from './engines/pp-ocr.ts';
export { toAlto } from './exports/alto.ts';
export { toCsv } from './exports/csv.ts';
export { toHocr } from './exports/hocr.ts';
export { toJson } from './exports/json.ts';
export { toMarkdown } from './exports/markdown.ts';
export { searchablePdf } from './exports/searchable-pdf.ts';
export { toText } from './exports/text.ts';
export { toTextract } from './exports/textract.ts';
export { createReader, type Reader, type ReaderOptions } from './reader.ts';
export { readDocument, type ReadMode, readPages, type ReadOptions } from './read-document.ts';
