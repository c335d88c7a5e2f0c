// RECORD: https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file
import { posix } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import type { ImageEntry } from '../image/entry.ts';
import { parseRecord, type RecordLine as WrittenLine } from '../python/wheels/record.ts';

/** One file that a distribution installed. */
export interface RecordLine {
  /** In the layer. */
  readonly path: string;
  /** sha256 in URL-safe base64 without padding; undefined when RECORD states none, or another kind. */
  readonly digest: string | undefined;
  /** Bytes; undefined when RECORD states none. */
  readonly size: number | undefined;
}

/** What a RECORD lists. One that is no CSV, which no installer would follow either, lists nothing. */
export function readRecordLines(record: ImageEntry): RecordLine[] {
  const root = posix.dirname(posix.dirname(record.path));
  return writtenLines(record).map(({ path, hash, size }) => ({
    path: posix.join(root, path),
    digest: /^sha256=([\w-]+)=*$/.exec(hash)?.[1],
    size,
  }));
}

function writtenLines(record: ImageEntry): WrittenLine[] {
  try {
    return parseRecord(record.path, new TextDecoder().decode(record.read()));
  } catch (error) {
    if (isFault(error) && error.code === 'bad-wheel') return [];
    throw error;
  }
}
