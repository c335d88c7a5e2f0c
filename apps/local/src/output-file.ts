import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { outputUnwritable } from './faults.ts';

/**
 * Writes a file whole or not at all: under another name beside it first. Makes the folder when it is missing.
 *
 * Throws a Fault `output-unwritable`.
 */
export async function writeOutputFile(path: string, bytes: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await replaceFile(path, bytes);
  } catch (error) {
    throw outputUnwritable(path, error);
  }
}

async function replaceFile(path: string, bytes: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
