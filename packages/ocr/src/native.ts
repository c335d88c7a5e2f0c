import { createRequire } from 'node:module';
import type * as OnnxRuntime from 'onnxruntime-node';
import type { default as Sharp } from 'sharp';
import type { TesseractWord } from './engines/tesseract-words.ts';
import { nativePackageMissing } from './faults.ts';
import type { Pdfium } from './sources/pdf/pdfium.ts';

/**
 * The one door to packages that carry native code or model files.
 *
 * On AWS Lambda they come from a layer, found through NODE_PATH. ESM `import` does not search NODE_PATH; `require` does
 * (https://nodejs.org/api/esm.html#no-node_path). So they are loaded by `require`, at first use: a function that only takes
 * a type or an export from this package loads none of them.
 */
const require = createRequire(import.meta.url);

let sharp: typeof Sharp | undefined;
let onnxRuntime: typeof OnnxRuntime | undefined;

/** Starts a PDFium. The package's own types leave out half of the functions that its WebAssembly exports. */
type PdfiumFactory = (options: {
  print(text: string): void;
  printErr(text: string): void;
}) => Promise<{ readonly wasmExports: Pdfium }>;

/** sharp, with its cache off and one thread, so that a page costs the same whatever was read before. Throws a Fault when it is not installed. */
export function loadSharp(): typeof Sharp {
  if (sharp === undefined) {
    sharp = load<typeof Sharp>('sharp');
    sharp.cache(false);
    sharp.concurrency(1);
  }
  return sharp;
}

/**
 * onnxruntime-node, which reports nothing to anybody: since 1.29 its Linux and macOS builds send the names and hashes of models
 * to their maker and keep a device id in the user's cache, unless this variable says otherwise
 * (`onnxruntime/core/platform/posix/telemetry.cc`). Throws a Fault when it is not installed.
 */
export function loadOnnxRuntime(): typeof OnnxRuntime {
  process.env['ORT_DISABLE_TELEMETRY'] = '1';
  onnxRuntime ??= load<typeof OnnxRuntime>('onnxruntime-node');
  return onnxRuntime;
}

/** What starts a PDFium, from @hyzyla/pdfium. Throws a Fault when it is not installed. */
export function loadPdfium(): PdfiumFactory {
  return load<{ readonly PDFiumModule: PdfiumFactory }>('@hyzyla/pdfium').PDFiumModule;
}

/** What of tesseract-wasm is used; where its package says what it exports, its types cannot be found. */
interface TesseractModule {
  createOCREngine(options: { readonly wasmBinary: Uint8Array }): Promise<{
    loadModel(model: Uint8Array): void;
    loadImage(image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }): void;
    getTextBoxes(unit: 'word'): readonly TesseractWord[];
    destroy(): void;
  }>;
}

/** Tesseract in WebAssembly. Throws a Fault when its package, which does not come with this one, is not installed. */
export function loadTesseract(): TesseractModule {
  return load<TesseractModule>('tesseract-wasm');
}

/** The path of a module that a package exports. Throws a Fault when the package is not installed. */
export function resolveModule(specifier: string): string {
  return orMissing(specifier, () => require.resolve(specifier));
}

function load<Module>(specifier: string): Module {
  return orMissing(specifier, () => require(specifier) as Module);
}

function orMissing<Value>(specifier: string, find: () => Value): Value {
  try {
    return find();
  } catch (error) {
    // Only the package itself: a missing part of an installed package is another defect and keeps its own message.
    const missing = error instanceof Error && error.message.startsWith(`Cannot find module '${specifier}'`);
    throw missing ? nativePackageMissing(specifier, error) : error;
  }
}
