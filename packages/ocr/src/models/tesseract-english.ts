import { dirname } from 'node:path';
import type { ModelIdentity } from '../document.ts';
import { resolveModule } from '../native.ts';
import { type ModelFile, readModel } from './model-file.ts';

/**
 * Tesseract's English recogniser (`eng`, the integer form of `best`, of tessdata 4.0.0, Apache-2.0,
 * https://github.com/tesseract-ocr/tessdata), as the npm package `@tesseract.js-data/eng` 1.0.0 carries it.
 */
export const TESSERACT_ENGLISH = {
  name: 'tesseract-eng-4.0.0-best-int',
  file: '4.0.0_best_int/eng.traineddata.gz',
  sha256: '45b4cb346724ac1774f1c36f42f182b887bcdb28ebe63e6fff90ac41f3fcff91',
} as const satisfies ModelFile;

/**
 * Tesseract itself, compiled to WebAssembly with SIMD, as the npm package `tesseract-wasm` 0.11.0 carries it (BSD-2-Clause;
 * Tesseract Apache-2.0). It is pinned as the recogniser is: another build may read otherwise.
 */
export const TESSERACT_PROGRAM = {
  name: 'tesseract-wasm-0.11.0',
  file: 'tesseract-core.wasm',
  sha256: '3822dc6ee83d507f2bd2f83b97a3dd5dabf3ea71a9836d951602c9054615137e',
} as const satisfies ModelFile;

export interface TesseractModels {
  readonly identities: readonly ModelIdentity[];
  readonly program: Uint8Array;
  /** As tesseract takes it, unpacked. */
  readonly recogniser: Uint8Array;
}

/** Reads and proves both files from the installed packages. Throws the Faults of {@link readModel} and `ocr-package-missing`. */
export async function readTesseractEnglish(): Promise<TesseractModels> {
  const [program, packed] = await Promise.all([
    readModel(dirname(resolveModule('tesseract-wasm')), TESSERACT_PROGRAM),
    readModel(dirname(resolveModule('@tesseract.js-data/eng')), TESSERACT_ENGLISH),
  ]);
  const identities = [TESSERACT_PROGRAM, TESSERACT_ENGLISH].map(({ name, sha256 }) => ({ name, sha256 }));
  return { identities, program, recogniser: await unpacked(packed) };
}

async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
