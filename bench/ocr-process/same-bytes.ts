import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import type { ReaderOptions } from '@ocr-pipeline/ocr';
import { programOf, runChild } from './child.ts';
import type { FileRead } from './programs/read-files.ts';
import { readerOptions, type Setting } from './setting.ts';

const SAMPLE = 8;

/** Which Node reads, and with which options of its own. */
export interface Reading {
  readonly node: string;
  readonly nodeOptions?: readonly string[];
  readonly options: ReaderOptions;
}

/** Reads some of the images in three orders on each Node. Throws an Error when an image is read in two ways. */
export async function sameBytes(setting: Setting): Promise<void> {
  const step = Math.max(1, Math.floor(setting.images.length / SAMPLE));
  const files = setting.images.filter((_, index) => index % step === 0);
  const readings = setting.nodes.map((node) => ({ node, options: readerOptions(setting) }));
  const different = await readInTwoWays(files, readings);
  if (different.length > 0) throw new Error(`Read in two ways: ${different.join(', ')}`);
  const versions = setting.nodes.map((node) => execFileSync(node, ['--version'], { encoding: 'utf8' }).trim());
  console.log(
    `same bytes in every format, ${files.length} images, each before and after others, in ${2 * versions.length} processes ` +
      `of Node ${versions.join(' and ')}: yes`,
  );
}

/**
 * Names of the files that are not read the same, in every format, by every process: each reading is made by one that reads them
 * in order and the first one again (A, B, A), and by one that reads them backwards.
 */
export async function readInTwoWays(files: readonly string[], readings: readonly Reading[]): Promise<string[]> {
  const found = new Map<string, Set<string>>();
  for (const reading of readings) {
    for (const order of [[...files, ...files.slice(0, 1)], files.toReversed()]) {
      for (const { file, sha256 } of await readFiles(order, reading)) {
        found.set(file, (found.get(file) ?? new Set()).add(sha256));
      }
    }
  }
  if (found.size !== files.length) throw new Error(`${found.size} of ${files.length} files were read`);
  return [...found].flatMap(([file, digests]) => (digests.size === 1 ? [] : [basename(file)]));
}

function readFiles(files: readonly string[], { node, nodeOptions = [], options }: Reading): Promise<FileRead[]> {
  return runChild<FileRead>({
    program: programOf('read-files'),
    args: [JSON.stringify(options), ...files],
    node,
    nodeOptions,
  });
}
