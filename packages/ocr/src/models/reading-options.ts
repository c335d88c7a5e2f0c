import type { PpOcrOptions } from '../engines/pp-ocr.ts';
import type { ModelSetName } from './model-sets.ts';

/** How the engine reads with a set whose files lie in `folder`; what npm installed is found by itself. */
export function readingOptions(set: ModelSetName, folder: string): PpOcrOptions {
  return set === 'pp-ocr-v4' ? { version: 'v4' } : { version: 'v6', modelFolder: folder };
}
