import { NotFetched, openRemote, type RangeProgress } from '../../artifact/ranges.ts';
import type { Transport } from '../../artifact/transport.ts';
import { openZipIn, type ZipArchive, type ZipEntry } from '../../formats/zip-reader.ts';
import { badWheel } from './faults.ts';
import type { WheelFile } from '../index/index-file.ts';

/** Holds the directory of a wheel of some thousand files: a directory entry is 46 bytes and the name (APPNOTE.TXT 4.3.12). */
const TAIL = 256 * 1024;

/**
 * Files of a wheel by their paths in it, fetched without the rest of the wheel. The wheel's own hash cannot be checked so: the
 * caller has to know what each file must be. Undefined when the server gives only whole files, or the wheel's directory is larger
 * than usual; then the whole wheel is the way.
 *
 * @throws Fault `bad-wheel` when it has no such file, and those of a damaged zip.
 */
export async function fetchWheelParts(
  { name: { fileName }, url }: WheelFile,
  paths: readonly string[],
  transport: Transport,
  onProgress?: RangeProgress,
): Promise<Uint8Array[] | undefined> {
  if (url.startsWith('file:')) return undefined;
  const remote = await openRemote(url, TAIL, transport, onProgress);
  if (remote === undefined) return undefined;
  const archive = directoryOf(() => openZipIn(remote, fileName));
  if (archive === undefined) return undefined;
  try {
    const entries = paths.map((path) => entryOf(archive, path, fileName));
    for (const { offset, end } of entries) if (!(await remote.fetch(offset, end))) return undefined;
    return entries.map((entry) => archive.read(entry));
  } finally {
    archive.close();
  }
}

/** A directory that does not lie in the tail cannot be read; a damaged zip is a Fault as ever. */
function directoryOf(open: () => ZipArchive): ZipArchive | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof NotFetched) return undefined;
    throw error;
  }
}

function entryOf(archive: ZipArchive, path: string, fileName: string): ZipEntry {
  const entry = archive.entries.find((candidate) => candidate.path === path);
  if (entry === undefined) throw badWheel(fileName, `it has no ${path}`);
  return entry;
}
