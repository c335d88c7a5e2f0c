import type { PpOcrOptions } from '../engines/pp-ocr.ts';
import { type LanguageName, scriptOf } from './languages.ts';
import type { ModelSetName } from './model-sets.ts';

/** How the engine reads a language with a set whose files lie in `folder`; what npm installed is found by itself. */
export function readingOptions(set: ModelSetName, folder: string, language: LanguageName): PpOcrOptions {
  const script = scriptOf(language);
  return set === 'pp-ocr-v4' ? { version: 'v4', script } : { version: 'v6', modelFolder: folder, script };
}
