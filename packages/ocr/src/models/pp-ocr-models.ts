import type { ModelIdentity } from '../document.ts';

/** What PP-OCR reads with: three ONNX models, and what the recogniser's classes mean. */
export interface PpOcrModels {
  /** Every file that the results depend on. */
  readonly identities: readonly ModelIdentity[];
  readonly detection: Uint8Array;
  readonly recognition: Uint8Array;
  /** Tells lines that stand on their heads. */
  readonly orientation: Uint8Array;
  /** In the order of the classes; the blank comes before and the space after them. */
  readonly characters: readonly string[];
  /** A recogniser several times as quick and less accurate, for what is easy to read. */
  readonly quick?: QuickRecognition;
}

export interface QuickRecognition {
  readonly recognition: Uint8Array;
  readonly characters: readonly string[];
}

/** One character a line, with either kind of line end. */
export function charactersOf(dictionary: string): string[] {
  const lines = dictionary.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
