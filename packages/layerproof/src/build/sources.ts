import { resolve } from 'node:path';
import { cacheFolder } from '../artifact/cache-folder.ts';
import { applyNetworkSettings } from '../artifact/network-settings.ts';
import { type ArtifactStore, type DownloadProgress, artifactStore } from '../artifact/store.ts';
import { httpTransport, type Transport } from '../artifact/transport.ts';
import { indexClient } from '../python/index/index-client.ts';
import { indexSettings } from '../python/index/index-config.ts';
import type { PackageIndex } from '../python/index/package-index.ts';
import { pageCache } from '../python/index/page-cache.ts';
import type { IndexOptions } from '../python/requirements/requirements-file.ts';

/** Where packages come from. */
export interface Sources {
  readonly index: PackageIndex;
  readonly store: ArtifactStore;
  /** Undefined when nothing may be fetched. */
  readonly transport: Transport | undefined;
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
}

/** The index and the store that the environment, pip's and uv's configuration, and the inputs name. */
export function openSources({
  environment,
  folder,
  offline = false,
  ofFiles = {},
  onProgress,
  onRetry,
}: SourceOptions): Sources {
  const { indexes, folders, authorizations } = indexSettings({ environment, folder }, ofFiles);
  if (!offline) applyNetworkSettings(environment);
  const authorized = new Map(authorizations);
  const transport = offline
    ? undefined
    : httpTransport({ authorizations: authorized, ...(onRetry === undefined ? {} : { onRetry }) });
  const cache = cacheFolder(environment);
  const store = artifactStore({ folder: cache, transport, ...(onProgress === undefined ? {} : { onProgress }) });
  const local = folders.map((given) => (given.startsWith('file:') ? given : resolve(folder, given)));
  return {
    index: indexClient({
      indexes,
      folders: local,
      transport,
      store,
      pages: pageCache(cache),
      authorize: (origin, header) => authorized.set(origin, header),
    }),
    store,
    transport,
  };
}
