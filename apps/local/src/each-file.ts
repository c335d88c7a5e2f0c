import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXIT, type ExitCode, formatFault, isFault } from '@ocr-pipeline/fault';
import { inputTooLarge, READ_LIMITS } from '@ocr-pipeline/ocr';
import { fileUnreadable } from './faults.ts';
import type { Io } from './io.ts';

/** Works on one file. What it gives is done in the order of the files, as printing is. */
export type FileWork = (file: string, bytes: Uint8Array) => Promise<(() => Promise<void>) | undefined>;

/**
 * Works on files, `atOnce` of them at the same time. A file that ends in a Fault is reported in its turn, and the next ones are
 * worked on all the same; the exit code then says so. Anything else ends it all.
 */
export async function eachFile(files: readonly string[], io: Io, work: FileWork, atOnce = 1): Promise<ExitCode> {
  const begun: Promise<(() => Promise<void>) | undefined>[] = [];
  const begin = (file: string) => {
    io.status(`${begun.length + 1}/${files.length} ${file}`);
    const working = readInput(resolve(io.folder, file), file).then((bytes) => work(file, bytes));
    // How it ended is looked at in its turn.
    working.catch(() => undefined);
    begun.push(working);
  };
  let failed = 0;
  for (const [index, file] of files.entries()) {
    for (const next of files.slice(begun.length, index + atOnce)) begin(next);
    try {
      const finish = await begun[index];
      await finish?.();
    } catch (error) {
      if (!isFault(error)) throw error;
      failed++;
      io.status('');
      io.err(files.length === 1 ? formatFault(error) : `${file}: ${formatFault(error)}`);
    }
  }
  io.status('');
  if (failed > 0 && files.length > 1) io.err(`${failed} of ${files.length} files could not be read`);
  return failed > 0 ? EXIT.fault : EXIT.ok;
}

async function readInput(path: string, file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= READ_LIMITS.bytes) return await readFile(path);
    throw inputTooLarge(size, READ_LIMITS.bytes);
  } catch (error) {
    throw isFault(error) ? error : fileUnreadable(file, error);
  }
}
