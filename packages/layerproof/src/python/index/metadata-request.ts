import { createHash } from 'node:crypto';
import { hashMismatch } from '../../artifact/faults.ts';
import { NotFetched, openRemote, type RemoteFile } from '../../artifact/ranges.ts';
import type { ArtifactStore } from '../../artifact/store.ts';
import type { Transport } from '../../artifact/transport.ts';
import { openZipIn } from '../../formats/zip-reader.ts';
import type { Metadata } from '../standards/metadata.ts';
import { fetchWheel, metadataOf, readDistInfo, readWheelMetadata } from '../wheels/wheel-file.ts';
import type { WheelFile } from './index-file.ts';
import type { MetadataCache } from './metadata-cache.ts';

export interface MetadataSources {
  readonly transport: Transport | undefined;
  readonly store: ArtifactStore;
  readonly metadatas: MetadataCache;
  /** Origins that were seen to give only whole files. */
  readonly withoutRanges: Set<string>;
}

/**
 * METADATA of a wheel, with as few bytes as there is a way: from the cache, from beside the wheel (PEP 658, its hash checked), from
 * within the wheel by ranges, and at last from the whole wheel, whose hash is checked.
 */
export async function askForMetadata(wheel: WheelFile, sources: MetadataSources): Promise<Metadata> {
  const { transport, store, metadatas, withoutRanges } = sources;
  const cached = metadatas.read(wheel);
  if (cached !== undefined) return metadataOf(wheel.name, cached);
  if (transport === undefined || wheel.url.startsWith('file:')) {
    return readWheelMetadata(await fetchWheel(wheel, store), wheel.name);
  }
  let text = wheel.metadata === undefined ? undefined : await readBeside(wheel, wheel.metadata, transport);
  const { origin } = new URL(wheel.url);
  if (text === undefined && !withoutRanges.has(origin)) {
    text = await readWithin(wheel, transport);
    if (text === undefined) withoutRanges.add(origin);
  }
  if (text === undefined) return readWheelMetadata(await fetchWheel(wheel, store), wheel.name);
  const metadata = metadataOf(wheel.name, text);
  metadatas.write(wheel, text);
  return metadata;
}

/** The METADATA file that the index serves beside the wheel (PEP 658); undefined when it is not there after all. */
async function readBeside(wheel: WheelFile, hash: string | true, transport: Transport): Promise<string | undefined> {
  const url = new URL(wheel.url);
  url.pathname += '.metadata';
  const bytes = await transport.get(url.href, { 'accept-encoding': 'gzip' }, (answer) => answer.bytes());
  if (bytes === undefined) return undefined;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (hash !== true && hash !== sha256) throw hashMismatch(`${wheel.name.fileName}.metadata`, hash, sha256);
  return bytes.toString('utf8');
}

/**
 * What the first request asks for: where a zip's end record can begin (65,557 bytes, APPNOTE 4.3.16) and a little more. The
 * directories of nine in ten wheels lie in it, and METADATA, which tools write last, with most of them.
 */
const TAIL = 72 * 1024;
/** What is read after the directory lies before it: a part that is not in the tail is fetched with this much in front of it. */
const MARGIN = 16 * 1024;
/** The end, the directory, METADATA: a zip that asks for more is made to keep us busy. */
const MOST_PARTS = 4;

/** METADATA read out of the wheel where it lies; undefined when the server gives only whole files. */
async function readWithin(wheel: WheelFile, transport: Transport): Promise<string | undefined> {
  const remote = await openRemote(wheel.url, TAIL, transport, undefined, wheel.size);
  if (remote === undefined) return undefined;
  for (let part = 0; part < MOST_PARTS; part++) {
    const found = tryToRead(wheel, remote);
    if (typeof found === 'string') return found;
    const from = Math.max(0, found.from - MARGIN);
    if (!(await remote.fetch(from, found.to))) return undefined;
  }
  return undefined;
}

function tryToRead({ name }: WheelFile, remote: RemoteFile): string | NotFetched {
  try {
    // Not closed: what was fetched is read again when another part has come.
    const zip = openZipIn({ ...remote, close: () => undefined }, name.fileName);
    return readDistInfo(zip, name, 'METADATA');
  } catch (error) {
    if (error instanceof NotFetched) return error;
    throw error;
  }
}
