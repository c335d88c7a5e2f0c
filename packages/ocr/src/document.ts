/**
 * What OCR yields. Every box is in pixels of the upright page (after EXIF orientation and any turn), origin top left.
 * The JSON of a document is exactly this shape; `schema` changes when it does.
 */
export interface Document {
  readonly schema: 'ocr-pipeline/document/2';
  readonly engine: EngineIdentity;
  /** Pages of the input, where only some of them were asked for; else left out. */
  readonly pageCount?: number;
  readonly pages: readonly Page[];
}

/** What read the page: results of two documents can be compared only when these are equal. */
export interface EngineIdentity {
  readonly name: string;
  readonly version: string;
  readonly models: readonly ModelIdentity[];
}

export interface ModelIdentity {
  readonly name: string;
  /** Lower-case hex digest of the model file. */
  readonly sha256: string;
}

export interface Page {
  /** Counted from 1. */
  readonly number: number;
  /** Size of the upright page in pixels; 0 by 0 when the page could not be read. */
  readonly width: number;
  readonly height: number;
  /** How the input, after its EXIF orientation, was turned to make the page upright; left out when it was not. */
  readonly turn?: Exclude<Turn, 0>;
  /** The text is the file's own and was not recognised; left out when it was. */
  readonly textLayer?: true;
  /** The page was recognised although the file has sound text of its own for it, to which a searchable PDF adds none; else left out. */
  readonly hasTextLayer?: true;
  /** Why this page could not be read; it then has no blocks, and the other pages are not affected. Left out when it was read. */
  readonly problem?: PageProblem;
  /** In reading order. */
  readonly blocks: readonly Block[];
}

export interface PageProblem {
  /** The code of a Fault, such as `pdf-page-corrupt`. */
  readonly code: string;
  readonly message: string;
  /** What to do about it, as a sentence. */
  readonly hint?: string;
}

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** Lines that belong together and are read from top to bottom. */
export interface Block {
  /** What the block is, where it is more than running text; then left out. The lines of a table are its cells, row by row. */
  readonly kind?: BlockKind;
  readonly box: Box;
  readonly lines: readonly Line[];
}

export type BlockKind = 'heading' | 'table';

export interface Line {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly box: Box;
  readonly words: readonly Word[];
}

export interface Word {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly box: Box;
  /**
   * Where its characters (the code points of `text`) lie: the x of the left edge of each, then of the right edge of the last, in
   * whole pixels, ascending. A character is as high as its word. Left out where that is not known, and of words that do not run
   * from left to right.
   */
  readonly edges?: readonly number[];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
