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
export { openTesseract, type TesseractOptions } from './engines/tesseract.ts';
export { toAlto } from './exports/alto.ts';
export type { CharacterOptions } from './exports/characters.ts';
export { toCsv } from './exports/csv.ts';
export { toHocr } from './exports/hocr.ts';
export { toJson } from './exports/json.ts';
export { toMarkdown } from './exports/markdown.ts';
export { searchablePdf } from './exports/searchable-pdf.ts';
export { toText } from './exports/text.ts';
export { toTextract } from './exports/textract.ts';
export { DEFAULT_LANGUAGE, isLanguage, type LanguageName, LANGUAGES } from './models/languages.ts';
export { DEFAULT_MODEL_SET, MODEL_SETS, modelSetNamed, type NamedModelSet } from './models/model-sets.ts';
export type { FileInWheel, ModelSet, ModelSource, ModelWheel, WheelsSource } from './models/model-set.ts';
export { preparedFolder } from './models/prepared-folder.ts';
export { readModel } from './models/model-file.ts';
export { filesOf, folderOf, hasModels, modelFilesOf, type ModelState, stateOfModels } from './models/model-state.ts';
export { readingOptions } from './models/reading-options.ts';
export { inputTooLarge } from './faults.ts';
export { READ_LIMITS } from './limits.ts';
export { checkPageRanges } from './page-ranges.ts';
export { createReader, type Reader, type ReaderOptions } from './reader.ts';
export {
  collectPages,
  failedPage,
  type OnPage,
  openReading,
  READ_MODES,
  readDocument,
  type Reading,
  type ReadMode,
  readPages,
  type ReadOptions,
  type ReadRequest,
} from './read-document.ts';
