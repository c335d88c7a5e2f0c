import type { ReaderOptions } from '@ocr-pipeline/ocr';
import { READER_ENVIRONMENT } from '../../apps/local/src/server/reader-environment.ts';
import type { FileRead } from './programs/read-files.ts';
import { programOf, runChild } from './child.ts';

/** What every part of the benchmark is given. */
export interface Setting {
  readonly images: readonly string[];
  readonly modelFolder: string;
  /** A folder for what is made and written. */
  readonly work: string;
  /** Of the long document. */
  readonly pages: number;
  /** Paths of the Nodes whose results are compared; the first is this one. */
  readonly nodes: readonly string[];
}

export function readerOptions({ modelFolder }: Setting): ReaderOptions {
  return { version: 'v6', modelFolder };
}

/** Reads files in one process of their own, with the environment that the service gives to its readers. */
export function readFiles(setting: Setting, files: readonly string[], node?: string): Promise<FileRead[]> {
  const args = [JSON.stringify(readerOptions(setting)), ...files];
  return runChild<FileRead>({
    program: programOf('read-files'),
    args,
    environment: READER_ENVIRONMENT,
    ...(node === undefined ? {} : { node }),
  });
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
