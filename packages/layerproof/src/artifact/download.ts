import { createHash, type Hash } from 'node:crypto';
import { closeSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { freeMemory } from '../formats/free-memory.ts';
import { noteGarbage } from './collect-garbage.ts';
import type { Answer, Headers } from './exchange.ts';
import { CutOff } from './failure.ts';
import { placeOf } from './ranges.ts';
import type { Transport } from './transport.ts';

export interface DownloadProgress {
  (event: { readonly name: string; readonly received: number; readonly total: number | undefined }): void;
}

export interface DownloadRequest {
  /** For people. */
  readonly name: string;
  readonly url: string;
  /** What else is hashed on the way, beside sha256: an algorithm as `node:crypto` names it. */
  readonly algorithm: string | undefined;
  /** The bytes will be held against a hash, so those of an earlier download may be taken up without proof that they belong here. */
  readonly isKnown: boolean;
}

export interface Downloaded {
  readonly sha256: string;
  /** Of `algorithm`, lower-case hex. */
  readonly digest: string | undefined;
  readonly size: number;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
  /** Bytes of an earlier connection or process are among these. */
  readonly isResumed: boolean;
}

/**
 * Fetches a file into `path`, which may hold its beginning from an earlier download. When the connection breaks, it goes on where
 * it was (RFC 9110 section 14, ranges; section 13.1.5, `If-Range`), where the server can; else it begins anew.
 *
 * Undefined when the server has no such file, or says that what the caller has is still current (304).
 *
 * @param conditions Headers such as `If-None-Match`.
 */
export async function download(
  request: DownloadRequest,
  path: string,
  transport: Transport,
  {
    conditions = {},
    onProgress,
  }: { readonly conditions?: Headers; readonly onProgress?: DownloadProgress | undefined },
): Promise<Downloaded | 'unchanged' | undefined> {
  const state = openState(request, path);
  try {
    return await transport.get(
      request.url,
      () => ({ 'accept-encoding': 'identity', ...conditions, ...rangeOf(state, request) }),
      async (answer) => {
        if (answer.status === 304) return 'unchanged' as const;
        await receive(answer, state, request, onProgress);
        const { hash, second, size, etag, lastModified, isResumed } = state;
        return { sha256: hash.digest('hex'), digest: second?.digest('hex'), size, etag, lastModified, isResumed };
      },
    );
  } finally {
    closeSync(state.file);
  }
}

interface State {
  readonly file: number;
  hash: Hash;
  second: Hash | undefined;
  size: number;
  etag: string | undefined;
  lastModified: string | undefined;
  isResumed: boolean;
}

const CHUNK = 1 << 20;

/** What the file holds already is hashed again: the next process has nothing else to go on. */
function openState(request: DownloadRequest, path: string): State {
  // `a+` makes the file where there is none, and reads from its start.
  const file = openSync(path, 'a+');
  const state: State = { file, ...freshHashes(request), etag: undefined, lastModified: undefined, isResumed: false };
  const buffer = Buffer.allocUnsafe(CHUNK);
  for (let read = readSync(file, buffer, 0, CHUNK, 0); read > 0; read = readSync(file, buffer, 0, CHUNK, state.size)) {
    take(state, buffer.subarray(0, read));
  }
  return state;
}

function freshHashes({ algorithm }: DownloadRequest) {
  return {
    hash: createHash('sha256'),
    second: algorithm === undefined ? undefined : createHash(algorithm),
    size: 0,
  };
}

function take(state: State, bytes: Uint8Array): void {
  state.hash.update(bytes);
  state.second?.update(bytes);
  state.size += bytes.length;
}

function restart(state: State, request: DownloadRequest): void {
  ftruncateSync(state.file, 0);
  Object.assign(state, freshHashes(request), { isResumed: false });
}

function rangeOf({ size, etag, lastModified }: State, { isKnown }: DownloadRequest): Headers {
  const validator = etag ?? lastModified;
  if (size === 0 || (validator === undefined && !isKnown)) return {};
  return { range: `bytes=${size}-`, ...(validator === undefined ? {} : { 'if-range': validator }) };
}

async function receive(
  answer: Answer,
  state: State,
  request: DownloadRequest,
  onProgress: DownloadProgress | undefined,
): Promise<void> {
  if (answer.status === 416) {
    // `bytes */SIZE`: nothing is left to fetch, or what is here was never its beginning.
    if (answer.header('content-range') === `bytes */${state.size}`) return;
    restart(state, request);
    throw new CutOff('what an earlier download left does not belong to it');
  }
  const place = placeOf(answer);
  if (place !== undefined && place.from === state.size) state.isResumed = true;
  else restart(state, request);
  // A weak tag does not vouch for every byte (RFC 9110 section 8.8.1).
  const etag = answer.header('etag');
  state.etag = etag?.startsWith('"') === true ? etag : undefined;
  state.lastModified = answer.header('last-modified');
  const total = place?.size ?? lengthOf(answer);
  for await (const chunk of answer.body) {
    for (let written = 0; written < chunk.length;) written += writeSync(state.file, chunk, written);
    take(state, chunk);
    freeMemory(chunk);
    noteGarbage(chunk.length);
    onProgress?.({ name: request.name, received: state.size, total });
  }
  if (total !== undefined && state.size !== total) throw new CutOff(`${state.size} of ${total} bytes came`);
}

/** The length counts bytes on the wire; a server that packs them anyway says nothing about the file. */
function lengthOf(answer: Answer): number | undefined {
  const announced = answer.header('content-length');
  const isPacked = (answer.header('content-encoding') ?? 'identity') !== 'identity';
  return announced === undefined || isPacked ? undefined : Number(announced);
}
