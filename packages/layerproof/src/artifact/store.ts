import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { printable } from './address.ts';
import { isUnchanged, noteChecked, stampOf } from './checked-file.ts';
import { type AddressRecord, readRecord, writeRecord } from './address-record.ts';
import { cleanUpOnce } from './clean-up.ts';
import { download, type DownloadProgress, type Downloaded } from './download.ts';
import { artifactGone, hashMismatch, notInCache } from './faults.ts';
import { makeFolders } from './make-folders.ts';
import { claimPartial, releasePartial } from './partial-file.ts';
import { cacheProblem, removeTemporary, temporaryNameBeside, whenEnded } from './temporary-file.ts';
import type { Transport } from './transport.ts';

export type { DownloadProgress } from './download.ts';

/** What is wanted: a file by its address, and by its hash where one is known. */
export interface ArtifactRequest {
  /** For people: the file's name. */
  readonly name: string;
  readonly url: string;
  /** Lower-case hex; undefined when the index states none, and then only the download itself tells it. */
  readonly sha256: string | undefined;
  /** Another hash, of an index that states no sha256. */
  readonly digest?: Digest | undefined;
}

/** A hash that is not sha256. */
export interface Digest {
  /** As `node:crypto` and the Simple API name it: `sha512`, `md5`. */
  readonly algorithm: string;
  /** Lower-case hex. */
  readonly hex: string;
}

export interface Artifact {
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Artifacts by their content, on this machine, filled from the network. */
export interface ArtifactStore {
  /** The artifact with its hash checked, from the cache or else fetched into it. */
  fetch(request: ArtifactRequest): Promise<Artifact>;
}

export interface StoreOptions {
  /** Folder of the cache. */
  readonly folder: string;
  /** Undefined to take from the cache alone. */
  readonly transport: Transport | undefined;
  readonly onProgress?: DownloadProgress;
}

/**
 * A store under `artifacts/sha256/ab/<hex>`. Several processes may share it: a file appears by rename, whole, or not at all,
 * and two that fetch the same thing write the same bytes. What came of a large download that broke off stays in
 * `artifacts/partial` for the next one, a day at most.
 */
export function artifactStore(options: StoreOptions): ArtifactStore {
  const known = new Map<string, Promise<Artifact>>();
  return {
    fetch(request) {
      const key = request.sha256 ?? request.url;
      const running = known.get(key);
      if (running !== undefined) return running;
      const started = fetchArtifact(request, options);
      known.set(key, started);
      // A failure is not remembered: the next asker tries again.
      started.catch(() => known.delete(key));
      return started;
    },
  };
}

async function fetchArtifact(request: ArtifactRequest, options: StoreOptions): Promise<Artifact> {
  const { folder, transport } = options;
  const record = request.sha256 === undefined ? readRecord(folder, request.url) : undefined;
  const sha256 = request.sha256 ?? record?.sha256;
  const cached = sha256 === undefined ? undefined : readCached(folder, sha256);
  const isSure =
    request.sha256 !== undefined || transport === undefined || isSameDigest(request.digest, record?.digest);
  if (cached !== undefined && isSure) return cached;
  if (transport === undefined) throw notInCache(request.name);
  cleanUpOnce(folder);
  try {
    return await fetchInto(request, { ...options, transport }, cached === undefined ? undefined : { cached, record });
  } catch (error) {
    throw cacheProblem(folder, error);
  }
}

function isSameDigest(wanted: Digest | undefined, checked: Digest | undefined): boolean {
  return wanted !== undefined && wanted.algorithm === checked?.algorithm && wanted.hex === checked.hex;
}

/** The cached file when it is there and still what its name says; one that went bad on the disk is removed. */
function readCached(folder: string, sha256: string): Artifact | undefined {
  const path = pathOf(folder, sha256);
  if (!existsSync(path)) return undefined;
  const { size } = statSync(path);
  if (isUnchanged(folder, sha256, path)) return { path, sha256, size };
  const stamp = stampOf(path);
  if (sha256OfFile(path) === sha256) {
    noteChecked(folder, sha256, stamp);
    return { path, sha256, size };
  }
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw cacheProblem(path, error);
  }
  return undefined;
}

type Online = StoreOptions & { readonly transport: Transport };

interface Earlier {
  readonly cached: Artifact;
  readonly record: AddressRecord | undefined;
}

async function fetchInto(request: ArtifactRequest, options: Online, earlier: Earlier | undefined): Promise<Artifact> {
  const { name, url, sha256, digest } = request;
  const { folder } = options;
  const temporary =
    sha256 === undefined ? temporaryNameBeside(join(folder, 'artifacts', 'download')) : claimPartial(folder, sha256);
  makeFolders(dirname(temporary));
  let isWorthKeeping = false;
  try {
    const received = await fetchWhole(request, temporary, options, earlier).catch((error: unknown) => {
      // On a full disk what came is in the way, and bytes that are wrong are of no use.
      isWorthKeeping = cacheProblem(folder, error) === error;
      throw error;
    });
    if (received === 'unchanged' && earlier !== undefined) return earlier.cached;
    if (received === undefined || received === 'unchanged') throw artifactGone(printable(url));
    check(name, 'sha256', sha256, received.sha256);
    check(name, digest?.algorithm ?? '', digest?.hex, received.digest ?? '');
    const path = pathOf(folder, received.sha256);
    makeFolders(dirname(path));
    renameSync(temporary, path);
    whenEnded(temporary, undefined);
    const { etag, lastModified } = received;
    if (sha256 === undefined) writeRecord(folder, url, { sha256: received.sha256, digest, etag, lastModified });
    return { path, sha256: received.sha256, size: received.size };
  } finally {
    if (isWorthKeeping && sha256 !== undefined) releasePartial(folder, sha256, temporary);
    removeTemporary(temporary);
  }
}

/** The download; begun anew, once, when what an earlier one left turns out to be something else. */
async function fetchWhole(
  { name, url, sha256, digest }: ArtifactRequest,
  path: string,
  { transport, onProgress }: Online,
  earlier: Earlier | undefined,
): Promise<Downloaded | 'unchanged' | undefined> {
  const request = { name, url, algorithm: digest?.algorithm, isKnown: sha256 !== undefined };
  const conditions = conditionsOf(earlier?.record);
  const received = await download(request, path, transport, { conditions, onProgress });
  const isWrong =
    typeof received === 'object' &&
    ((sha256 !== undefined && received.sha256 !== sha256) || (digest !== undefined && received.digest !== digest.hex));
  if (!isWrong || !received.isResumed) return received;
  rmSync(path, { force: true });
  return download(request, path, transport, { onProgress });
}

function conditionsOf(record: AddressRecord | undefined): Record<string, string> {
  if (record?.etag !== undefined) return { 'if-none-match': record.etag };
  return record?.lastModified === undefined ? {} : { 'if-modified-since': record.lastModified };
}

function check(name: string, algorithm: string, expected: string | undefined, actual: string): void {
  if (expected !== undefined && expected !== actual) throw hashMismatch(name, expected, actual, algorithm);
}

function pathOf(folder: string, sha256: string): string {
  // A file that is not what its name says is removed: no other name may ever get here.
  if (!isSha256(sha256)) throw new TypeError(`not a sha256: ${JSON.stringify(sha256)}`);
  return join(folder, 'artifacts', 'sha256', sha256.slice(0, 2), sha256);
}

/** True for 64 hex digits in lower case. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

const CHUNK = 1 << 20;

/** Lower-case hex sha256 of a file, read piece by piece. */
export function sha256OfFile(path: string): string {
  const file = openSync(path, 'r');
  try {
    return sha256OfDescriptor(file);
  } finally {
    closeSync(file);
  }
}

/** The same of one that is open. */
export function sha256OfDescriptor(file: number): string {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  let at = 0;
  for (let read = readSync(file, buffer, 0, CHUNK, at); read > 0; read = readSync(file, buffer, 0, CHUNK, at)) {
    hash.update(buffer.subarray(0, read));
    at += read;
  }
  return hash.digest('hex');
}
