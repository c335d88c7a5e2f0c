import type { LanguageName } from './languages.ts';
import type { ModelFile } from './model-file.ts';

/** Models that are read with together, what they are good for, and where their files come from. */
export interface ModelSet {
  /** As the command line names it. */
  readonly name: string;
  /** For people, in one line. */
  readonly about: string;
  /** What it reads; see `languages.ts`. */
  readonly languages: readonly LanguageName[];
  /** SPDX identifier of the licence of every file. */
  readonly licence: string;
  readonly source: ModelSource;
}

export type ModelSource = InstalledSource | WheelsSource;

/** An npm package that is installed with this one. */
export interface InstalledSource {
  readonly kind: 'npm';
  /** https://github.com/package-url/purl-spec */
  readonly purl: string;
  readonly files: readonly SizedFile[];
}

/** Wheels of the Python index. */
export interface WheelsSource {
  readonly kind: 'wheels';
  readonly wheels: readonly ModelWheel[];
}

/** A wheel of the Python index that has models in it. Nothing of it is run; its files are data. */
export interface ModelWheel {
  /** https://github.com/package-url/purl-spec */
  readonly purl: string;
  readonly distribution: string;
  readonly version: string;
  readonly fileName: string;
  /** Of the whole wheel, lower-case hex. */
  readonly sha256: string;
  readonly files: readonly FileInWheel[];
  /** The licence and the notices that have to travel with the files (section 4 of Apache-2.0). */
  readonly notices: readonly FileInWheel[];
}

export interface SizedFile extends ModelFile {
  /** Bytes. */
  readonly size: number;
}

export interface FileInWheel extends SizedFile {
  /** Where the file lies in the wheel. */
  readonly path: string;
}
