import type { Engine } from '../engine.ts';
import { openPpOcr, type PpOcrOptions } from './pp-ocr.ts';
import { openTesseract, type TesseractOptions } from './tesseract.ts';

/** Which engine reads, PP-OCR unless another is named, and with what. */
export type EngineOptions = (PpOcrOptions & { readonly engine?: 'pp-ocr' }) | TesseractOptions;

/** Throws the Faults of {@link openPpOcr} or {@link openTesseract}. */
export function openEngine(options: EngineOptions): Promise<Engine> {
  return options.engine === 'tesseract' ? openTesseract() : openPpOcr(options);
}
