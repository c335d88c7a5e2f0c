// RECORD: https://packaging.python.org/en/latest/specifications/binary-distribution-format/#the-dist-info-directory and
// https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-record-file
import { badWheel } from './faults.ts';

/** A line of RECORD. */
export interface RecordLine {
  /** Relative to the folder of packages, with `/`. */
  readonly path: string;
  /** `<algorithm>=<digest>`, the digest in URL-safe base64 without padding; empty where the line has none. */
  readonly hash: string;
  /** Bytes; undefined where the line has none. */
  readonly size: number | undefined;
}

/** The lines of a RECORD, which is CSV. @throws Fault `bad-wheel` for one that is not. */
export function parseRecord(fileName: string, text: string): RecordLine[] {
  return rowsOf(fileName, text).map((fields) => {
    // Old tools wrote paths with commas without quotes; hash and size never have any.
    const size = fields.at(-1) ?? '';
    const path = fields.slice(0, -2).join(',');
    if (fields.length < 3 || path === '' || !/^\d*$/.test(size)) {
      throw badWheel(
        fileName,
        `its RECORD has the line ${JSON.stringify(fields.join(','))}, not a path, a hash and a size`,
      );
    }
    return { path, hash: fields.at(-2) ?? '', size: size === '' ? undefined : Number(size) };
  });
}

function rowsOf(fileName: string, text: string): string[][] {
  if (!text.includes('"')) {
    return text
      .split(/\r\n|\n|\r/)
      .filter((line) => line !== '')
      .map((line) => line.split(','));
  }
  const rows: string[][] = [];
  let row: string[] = [];
  // A field, in quotes or not, and what ends it (RFC 4180).
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const [, inQuotes, plain = '', end] = field.exec(text) ?? [];
    if (end === undefined) throw badWheel(fileName, `its RECORD is no CSV from character ${at} on`);
    row.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === ',') continue;
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push([...row, '']);
  return rows;
}

/** RECORD as text, sorted by the bytes of the paths. */
export function printRecord(lines: readonly RecordLine[]): string {
  return lines
    .map((line) => ({ line, bytes: Buffer.from(line.path) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ line: { path, hash, size } }) => `${quoted(path)},${hash},${size ?? ''}\n`)
    .join('');
}

function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
