// npm's archives: POSIX.1-2017 pax, "pax Interchange Format"
import { gunzipSync } from 'node:zlib';

export interface TarFile {
  readonly path: string;
  readonly mode: number;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/** The regular files of a `.tgz`, in its order. */
export function readTarball(compressed: Uint8Array): TarFile[] {
  const tar = gunzipSync(compressed);
  const files: TarFile[] = [];
  let longPath: string | undefined;
  for (let at = 0; at + BLOCK <= tar.length;) {
    const header = tar.subarray(at, at + BLOCK);
    const name = text(header, 0, 100);
    if (name === '') break;
    const size = octal(header, 124, 12);
    const bytes = tar.subarray(at + BLOCK, at + BLOCK + size);
    const type = String.fromCharCode(header[156] ?? 0);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'x') {
      longPath = /\d+ path=([^\n]*)\n/.exec(bytes.toString('utf8'))?.[1];
      continue;
    }
    if (type === '0' || type === '\0') {
      const prefix = text(header, 345, 155);
      files.push({
        path: longPath ?? (prefix === '' ? name : `${prefix}/${name}`),
        mode: octal(header, 100, 8),
        bytes,
      });
    }
    longPath = undefined;
  }
  return files;
}

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end === -1 ? length : end).toString('utf8');
}

function octal(header: Buffer, start: number, length: number): number {
  return Number.parseInt(text(header, start, length).trim(), 8) || 0;
}
