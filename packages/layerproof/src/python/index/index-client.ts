import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { splitCredentials } from '../../artifact/address.ts';
import { hashMismatch } from '../../artifact/faults.ts';
import type { ArtifactStore } from '../../artifact/store.ts';
import type { Transport } from '../../artifact/transport.ts';
import { notAWheelAddress } from './faults.ts';
import { readWheelFolder } from './find-links.ts';
import type { IndexAnswer, IndexPage, WheelFile } from './index-file.ts';
import { parseHtmlPage, parseJsonPage } from './index-page.ts';
import type { Metadata } from '../standards/metadata.ts';
import type { PackageIndex } from './package-index.ts';
import type { PageCache } from './page-cache.ts';
import { fetchWheel, metadataOf, readWheelMetadata } from '../wheels/wheel-file.ts';
import { parseWheelName } from '../standards/wheel-name.ts';

export interface IndexClientOptions {
  /** Addresses that end in `/`; the first that knows a name counts. */
  readonly indexes: readonly string[];
  /** Folders of wheels, which are offered beside those of the index. */
  readonly folders: readonly string[];
  /** Undefined to take from the caches alone. */
  readonly transport: Transport | undefined;
  readonly store: ArtifactStore;
  readonly pages: PageCache;
  /** Told the credentials of a direct reference, which must not stay in its address. */
  readonly authorize?: (origin: string, authorization: string) => void;
}

/** JSON first; HTML for an index that has only that (PEP 691, "Content negotiation"). */
const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';

/** A package index over HTTP and folders. Every question is asked once. */
export function indexClient(options: IndexClientOptions): PackageIndex {
  const answers = new Map<string, Promise<IndexAnswer>>();
  const metadatas = new Map<string, Promise<Metadata>>();
  return {
    files: (name) => once(answers, name, () => askForFiles(name, options)),
    metadata: (wheel) => once(metadatas, wheel.url, () => askForMetadata(wheel, options)),
    wheelAt: async (address) => wheelAtAddress(address, options),
  };
}

function wheelAtAddress(address: string, { authorize }: IndexClientOptions): WheelFile {
  if (!URL.canParse(address) || !/^(?:https?|file):$/.test(new URL(address).protocol)) throw notAWheelAddress(address);
  const { url: plain, authorization } = splitCredentials(address);
  const url = new URL(plain);
  if (authorization !== undefined) authorize?.(url.origin, authorization);
  const sha256 = /^#sha256=([0-9a-fA-F]{64})$/.exec(url.hash)?.[1]?.toLowerCase();
  url.hash = '';
  const name = parseWheelName(decodeURIComponent(url.pathname.split('/').at(-1) ?? ''));
  const rest = { size: undefined, requiresPython: undefined, yanked: undefined, metadata: undefined };
  return { name, url: url.href, sha256, ...rest };
}

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const running = known.get(key);
  if (running !== undefined) return running;
  const started = ask();
  known.set(key, started);
  return started;
}

async function askForFiles(name: string, options: IndexClientOptions): Promise<IndexAnswer> {
  const local = options.folders.flatMap((folder) => readWheelFolder(folder, name));
  let isOffline = false;
  for (const index of options.indexes) {
    const page = await readPage(`${index}${name}/`, options);
    if (page === 'offline') isOffline = true;
    else if (page !== undefined) return { kind: 'found', page: { ...page, wheels: [...local, ...page.wheels] } };
  }
  if (local.length > 0) return { kind: 'found', page: { wheels: local, sourceVersions: [] } };
  return isOffline ? { kind: 'offline' } : { kind: 'unknown', asked: [...options.indexes, ...options.folders] };
}

async function readPage(
  address: string,
  { transport, pages }: IndexClientOptions,
): Promise<IndexPage | 'offline' | undefined> {
  const cached = pages.read(address, transport === undefined ? Infinity : undefined);
  if (cached !== undefined) return cached;
  if (transport === undefined) return 'offline';
  const page = await transport.get(address, { accept: ACCEPT }, async (response) => {
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const text = await response.text();
    return (isJson ? parseJsonPage : parseHtmlPage)(text, response.url);
  });
  if (page !== undefined) pages.write(address, page);
  return page;
}

async function askForMetadata(wheel: WheelFile, { transport, store }: IndexClientOptions): Promise<Metadata> {
  if (wheel.metadata !== undefined && transport !== undefined) {
    const text = await readMetadataBeside(wheel, transport);
    if (text !== undefined) return metadataOf(wheel.name, text);
  }
  return readWheelMetadata(await fetchWheel(wheel, store), wheel.name);
}

/** The METADATA file that the index serves beside the wheel (PEP 658); undefined when it is not there after all. */
async function readMetadataBeside(wheel: WheelFile, transport: Transport): Promise<string | undefined> {
  const bytes = await transport.get(`${wheel.url}.metadata`, {}, async (response) =>
    Buffer.from(await response.arrayBuffer()),
  );
  if (bytes === undefined) return undefined;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (typeof wheel.metadata === 'string' && wheel.metadata !== sha256) {
    throw hashMismatch(`${wheel.name.fileName}.metadata`, wheel.metadata, sha256);
  }
  return bytes.toString('utf8');
}
