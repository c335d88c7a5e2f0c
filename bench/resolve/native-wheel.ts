import { posix } from 'node:path';
import { NotFetched, openRemote } from '../../packages/layerproof/src/artifact/ranges.ts';
import type { Transport } from '../../packages/layerproof/src/artifact/transport.ts';
import { openZipIn, type ZipArchive, type ZipEntry } from '../../packages/layerproof/src/formats/zip-reader.ts';
import type { Image, ImageEntry } from '../../packages/layerproof/src/image/entry.ts';
import { sortedByPath } from '../../packages/layerproof/src/image/path-order.ts';
import type { WheelFile } from '../../packages/layerproof/src/python/index/index-file.ts';
import { isLibraryName } from '../../packages/layerproof/src/verify/native.ts';

/** The end of a wheel in which its directory is looked for; a second try takes more. */
const TAILS = [256 * 1024, 4 * 1024 * 1024];
/** Gaps between wanted files that are fetched along, since a request costs more. */
const MOST_GAP = 256 * 1024;

/**
 * The libraries of a wheel, where a layer has them, fetched without the rest of the wheel. Programs (`.data/scripts`) stay out,
 * as they do of a layer.
 */
export async function fetchLibraries(wheel: WheelFile, transport: Transport): Promise<Image> {
  for (const tail of TAILS) {
    const remote = await openRemote(wheel.url, tail, transport);
    if (remote === undefined) throw new Error(`the server gives no parts of ${wheel.name.fileName}`);
    const archive = directoryOf(() => openZipIn(remote, wheel.name.fileName));
    if (archive === undefined) continue;
    const entries = archive.entries.filter(({ path }) => isLibraryName(path) && !path.includes('.data/scripts/'));
    for (const { from, to } of spansOf(entries)) {
      if (!(await remote.fetch(from, to))) throw new Error(`a part of ${wheel.name.fileName} did not come`);
    }
    const files = entries.map((entry) => layerEntry(entry, archive.read(entry)));
    archive.close();
    return { entries: sortedByPath(files), close: () => undefined };
  }
  throw new Error(`the directory of ${wheel.name.fileName} is larger than ${TAILS.at(-1)} bytes`);
}

function directoryOf(open: () => ZipArchive): ZipArchive | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof NotFetched) return undefined;
    throw error;
  }
}

/** Stretches of the file that hold the entries, few rather than exact. */
export function spansOf(entries: readonly Pick<ZipEntry, 'offset' | 'end'>[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const { offset, end } of entries.toSorted((a, b) => a.offset - b.offset)) {
    const last = spans.at(-1);
    if (last !== undefined && offset - last.to <= MOST_GAP) last.to = Math.max(last.to, end);
    else spans.push({ from: offset, to: end });
  }
  return spans;
}

function layerEntry({ path }: ZipEntry, bytes: Uint8Array): ImageEntry {
  return {
    path: posix.join('python', path.replace(/^[^/]+\.data\/(?:purelib|platlib)\//, '')),
    mode: 0o644,
    kind: 'file',
    size: bytes.length,
    crc32: 0,
    read: () => bytes,
    compressed: undefined,
    artifact: undefined,
  };
}
