import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EXIT, type ExitCode, formatFault, isFault } from '@ocr-pipeline/fault';
import { inputTooLarge, READ_LIMITS } from '@ocr-pipeline/ocr';
import { fileUnreadable } from './faults.ts';
import type { Io } from './io.ts';

/**
 * Works on files one after another. A file that ends in a Fault is reported, and the next ones are worked on all the same; the
 * exit code then says so. Anything else ends it all.
 */
export async function eachFile(
  files: readonly string[],
  io: Io,
  work: (file: string, bytes: Uint8Array) => Promise<void>,
): Promise<ExitCode> {
  let failed = 0;
  for (const [index, file] of files.entries()) {
    io.status(`${index + 1}/${files.length} ${file}`);
    try {
      await work(file, await readInput(resolve(io.folder, file), file));
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
