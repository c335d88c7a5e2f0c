import type { Rule } from '../rule.ts';
import elfWrongArch from './elf-wrong-arch.ts';
import glibcTooNew from './glibc-too-new.ts';
import missingDistribution from './missing-distribution.ts';
import missingSharedLibrary from './missing-shared-library.ts';
import notWorldReadable from './not-world-readable.ts';
import olderVersionTaken from './older-version-taken.ts';
import pathEscapes from './path-escapes.ts';
import purePythonFallback from './pure-python-fallback.ts';
import unzippedTooLarge from './unzipped-too-large.ts';
import wrongBinaryFormat from './wrong-binary-format.ts';
import wrongPythonAbiTag from './wrong-python-abi-tag.ts';
import wrongRootFolder from './wrong-root-folder.ts';

/** The catalogue. A rule is its file, its test, and its line here. */
export const RULES: readonly Rule[] = [
  elfWrongArch,
  glibcTooNew,
  missingDistribution,
  missingSharedLibrary,
  notWorldReadable,
  olderVersionTaken,
  pathEscapes,
  purePythonFallback,
  unzippedTooLarge,
  wrongBinaryFormat,
  wrongPythonAbiTag,
  wrongRootFolder,
];
