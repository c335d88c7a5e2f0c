import { cacheFolder } from '../artifact/cache-folder.ts';
import { printable, splitCredentials } from '../artifact/address.ts';
import { networkSettings } from '../artifact/network-settings.ts';
import { type ArtifactStore, type DownloadProgress, artifactStore } from '../artifact/store.ts';
import { httpTransport, type Transport } from '../artifact/transport.ts';
import { indexClient } from '../python/index/index-client.ts';
import { indexSettings, onlyIndex } from '../python/index/index-config.ts';
import type { PackageIndex } from '../python/index/package-index.ts';
import { metadataCache } from '../python/index/metadata-cache.ts';
import { pageCache } from '../python/index/page-cache.ts';
import { type WheelFactsCache, type WheelReader, wheelFactsCache } from '../python/wheels/wheel-facts.ts';
import { remoteFileOffline } from '../python/requirements/faults.ts';
import { withVariables } from '../python/requirements/variables.ts';
import type { IndexOptions } from '../python/requirements/requirements.ts';

/** Where packages come from. */
export interface Sources {
  readonly index: PackageIndex;
  /** One index alone, by its address, which may have credentials or name variables (`https://${TOKEN}@index.example/simple`). */
  readonly indexAt: (address: string) => PackageIndex;
  readonly store: ArtifactStore;
  readonly wheelFacts: WheelFactsCache;
  /** Undefined when nothing may be fetched. */
  readonly transport: Transport | undefined;
  /** Folders, files and pages of wheels that are looked through beside the indexes. */
  readonly findLinks: readonly string[];
  /** pip's or uv's configuration allows pre-releases. */
  readonly prereleases: boolean;
}

export interface SourceOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working folder. */
  readonly folder: string;
  readonly offline?: boolean;
  /** Index options of the requirements files; they win over the environment and the configuration. */
  readonly ofFiles?: Partial<IndexOptions>;
  readonly onProgress?: DownloadProgress;
  readonly onRetry?: (address: string, problem: string) => void;
  /** Reads wheels that were not read before, elsewhere than here. */
  readonly readWheel?: WheelReader | undefined;
}

/** The index and the store that the environment, pip's and uv's configuration, and the inputs name. */
export function openSources({
  environment,
  folder,
  offline = false,
  ofFiles = {},
  onProgress,
  onRetry,
  readWheel,
}: SourceOptions): Sources {
  const settings = indexSettings({ environment, folder }, ofFiles);
  const { credentials } = settings;
  const network = networkSettings(environment, settings.network);
  const isOffline = offline || settings.offline;
  const transport = isOffline
    ? undefined
    : httpTransport({ network, credentials, ...(onRetry === undefined ? {} : { onRetry }) });
  const cache = cacheFolder(environment);
  const store = artifactStore({ folder: cache, transport, ...(onProgress === undefined ? {} : { onProgress }) });
  const shared = { folder, transport, store, pages: pageCache(cache), metadatas: metadataCache(cache) };
  const single = new Map<string, PackageIndex>();
  const indexAt = (address: string) => {
    const { url, authorization } = splitCredentials(withVariables(address, environment));
    if (authorization !== undefined) credentials.add(url, authorization);
    const known = single.get(url) ?? indexClient({ ...shared, settings: onlyIndex(settings, url) });
    single.set(url, known);
    return known;
  };
  return {
    index: indexClient({ ...shared, settings }),
    indexAt,
    store,
    transport,
    wheelFacts: wheelFactsCache(cache, readWheel),
    findLinks: settings.findLinks,
    prereleases: settings.prereleases,
  };
}

/** A file of the web, such as requirements that others include, with the credentials and proxies that are configured. */
export async function fetchRemote(address: string, options: SourceOptions): Promise<Uint8Array | undefined> {
  const { url, authorization } = splitCredentials(address);
  const { transport } = openSources(options);
  if (transport === undefined) throw remoteFileOffline(printable(url));
  const headers = authorization === undefined ? {} : { authorization };
  return transport.get(url, headers, async ({ body }) => {
    const parts: Uint8Array[] = [];
    for await (const part of body) parts.push(part);
    return Buffer.concat(parts);
  });
}
