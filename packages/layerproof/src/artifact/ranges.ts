import type { RandomAccess } from '../formats/random-access.ts';
import type { Answer } from './exchange.ts';
import { CutOff } from './failure.ts';
import type { Transport } from './transport.ts';

/** A file at an address, of which parts have been fetched. */
export interface RemoteFile extends RandomAccess {
  /** Fetches the bytes `from` up to, and without, `to`; afterwards they can be read. False when the server no longer gives parts. */
  fetch(from: number, to: number): Promise<boolean>;
}

export interface RangeProgress {
  /** Bytes that have come, of all parts so far. */
  (received: number): void;
}

/** What {@link RemoteFile} throws when bytes are read that were not fetched before. */
export class NotFetched extends Error {
  readonly from: number;
  readonly to: number;
  constructor(address: string, from: number, to: number) {
    super(`bytes ${from} to ${to} of ${address} were not fetched`);
    this.from = from;
    this.to = to;
  }
}

interface Part {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/**
 * Opens a file by its last bytes (RFC 9110 section 14, range requests). Undefined when the server gives only whole files, or has
 * no such file. Reading what was not fetched throws {@link NotFetched}, which is no Fault.
 */
export async function openRemote(
  address: string,
  tail: number,
  transport: Transport,
  onProgress?: RangeProgress,
  size?: number,
): Promise<RemoteFile | undefined> {
  const parts: Part[] = [];
  let received = 0;
  const get = (range: string, most: number) =>
    transport.get(address, { 'accept-encoding': 'identity', range }, async (answer) => {
      const place = placeOf(answer);
      // More than was asked for would be held in memory, whatever it is.
      if (place === undefined || place.to - place.from > most) return undefined;
      const before = received;
      const chunks: Uint8Array[] = [];
      for await (const chunk of answer.body) {
        chunks.push(chunk);
        received += chunk.length;
        // A body that goes on and on is left.
        if (received - before > place.to - place.from) break;
        onProgress?.(received);
      }
      const bytes = Buffer.concat(chunks);
      if (bytes.length !== place.to - place.from) {
        received = before;
        throw new CutOff(`${bytes.length} of ${place.to - place.from} bytes came`);
      }
      keep(parts, { from: place.from, bytes });
      return place;
    });
  // Not every server knows `bytes=-N`, the last ones, so where the size is known the range is spelt out.
  const range = size === undefined ? `bytes=-${tail}` : `bytes=${Math.max(0, size - tail)}-${size - 1}`;
  const last = await get(range, tail);
  if (last === undefined) return undefined;
  return {
    size: last.size,
    fetch: async (from, to) => {
      const place = await get(`bytes=${from}-${to - 1}`, to - from);
      return place !== undefined && place.from === from && place.to === to;
    },
    read(offset, length) {
      const part = parts.find(({ from, bytes }) => from <= offset && offset + length <= from + bytes.length);
      if (part === undefined) throw missing(address, parts, offset, offset + length);
      return part.bytes.subarray(offset - part.from, offset - part.from + length);
    },
    close: () => void parts.splice(0),
  };
}

/** Joined to those that it touches, so that what was fetched in two is read as one. */
function keep(parts: Part[], added: Part): void {
  let joined = added;
  for (const part of parts.splice(0)) {
    const [first, second] = part.from <= joined.from ? [part, joined] : [joined, part];
    const end = first.from + first.bytes.length;
    if (end < second.from) parts.push(part);
    else joined = { from: first.from, bytes: Buffer.concat([first.bytes, second.bytes.subarray(end - second.from)]) };
  }
  parts.push(joined);
}

/** What is not there of the bytes that are to be read: where a part has their start or their end, only the rest. */
function missing(address: string, parts: readonly Part[], from: number, to: number): NotFetched {
  const ends = parts.map((part) => ({ from: part.from, to: part.from + part.bytes.length }));
  const start = ends.find((part) => part.from <= from && from < part.to)?.to ?? from;
  const end = ends.find((part) => part.from < to && to <= part.to)?.from ?? to;
  return new NotFetched(address, start, end);
}

/** Which bytes an answer holds (`Content-Range: bytes 0-99/1234`), `to` without; undefined when it is the whole file. */
export function placeOf(answer: Answer): { from: number; to: number; size: number } | undefined {
  const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(answer.header('content-range') ?? '') ?? [];
  if (answer.status !== 206 || first === undefined) return undefined;
  return { from: Number(first), to: Number(last) + 1, size: Number(size) };
}
