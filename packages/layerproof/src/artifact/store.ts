import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashMismatch, notInCache, artifactGone } from './faults.ts';
import { printable } from './address.ts';
import { cacheProblem, removeTemporary, temporaryNameBeside } from './temporary-file.ts';
import { CutOff, type Transport } from './transport.ts';

/** What is wanted: a file by its address, and by its hash where one is known. */
export interface ArtifactRequest {
  /** For people: the file's name. */
  readonly name: string;
  readonly url: string;
  /** Lower-case hex; undefined when the index states none, and then only the download itself tells it. */
  readonly sha256: string | undefined;
}

export interface Artifact {
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

export interface DownloadProgress {
  (event: { readonly name: string; readonly received: number; readonly total: number | undefined }): void;
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
 * and two that fetch the same thing write the same bytes.
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

async function fetchArtifact(request: ArtifactRequest, { folder, transport, onProgress }: StoreOptions) {
  if (request.sha256 !== undefined) {
    const cached = readCached(pathOf(folder, request.sha256), request.sha256);
    if (cached !== undefined) return cached;
  }
  if (transport === undefined) throw notInCache(request.name);
  return download(request, folder, transport, onProgress);
}

/** The cached file when it is there and still what its name says; one that went bad on the disk is removed. */
function readCached(path: string, sha256: string): Artifact | undefined {
  if (!existsSync(path)) return undefined;
  if (sha256OfFile(path) === sha256) return { path, sha256, size: statSync(path).size };
  rmSync(path, { force: true });
  return undefined;
}

async function download(
  { name, url, sha256 }: ArtifactRequest,
  folder: string,
  transport: Transport,
  onProgress: DownloadProgress | undefined,
): Promise<Artifact> {
  const temporary = temporaryNameBeside(join(folder, 'artifacts', 'download'));
  try {
    mkdirSync(dirname(temporary), { recursive: true });
    const received = await transport.get(url, { 'accept-encoding': 'identity' }, (response) =>
      receive(name, response, temporary, onProgress),
    );
    if (received === undefined) throw artifactGone(printable(url));
    if (sha256 !== undefined && received.sha256 !== sha256) throw hashMismatch(name, sha256, received.sha256);
    const path = pathOf(folder, received.sha256);
    mkdirSync(dirname(path), { recursive: true });
    renameSync(temporary, path);
    return { path, ...received };
  } catch (error) {
    throw cacheProblem(folder, error);
  } finally {
    removeTemporary(temporary);
  }
}

async function receive(name: string, response: Response, path: string, onProgress: DownloadProgress | undefined) {
  const announced = response.headers.get('content-length');
  // The length counts bytes on the wire; a server that packs them anyway says nothing about the file.
  const isPacked = (response.headers.get('content-encoding') ?? 'identity') !== 'identity';
  const total = announced === null || isPacked ? undefined : Number(announced);
  const hash = createHash('sha256');
  let size = 0;
  const file = openSync(path, 'w');
  try {
    for await (const chunk of response.body ?? []) {
      hash.update(chunk);
      writeWhole(file, chunk);
      size += chunk.length;
      onProgress?.({ name, received: size, total });
    }
  } finally {
    closeSync(file);
  }
  if (total !== undefined && size !== total) throw new CutOff(`${size} of ${total} bytes came`);
  return { sha256: hash.digest('hex'), size };
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
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
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer))
      hash.update(buffer.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
