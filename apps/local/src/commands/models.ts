import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '@ocr-pipeline/fault';
import {
  DEFAULT_MODEL_SET,
  LANGUAGES,
  filesOf,
  folderOf,
  MODEL_SETS,
  type NamedModelSet,
  preparedFolder,
  stateOfModels,
} from '@ocr-pipeline/ocr';
import { defineCommand } from '../command.ts';
import { badArgument, missingArgument } from '../faults.ts';
import { setToAdd, setToRemove } from '../models/choose-models.ts';
import { modelsInstalled } from '../models/faults.ts';
import { modelFolder } from '../models/model-folder.ts';
import { fetchWithProgress, megabytes } from '../models/prepare-models.ts';
import type { Io } from '../io.ts';

const usage = 'ocr-pipeline models [add NAME... | remove NAME...] [--json]';

export default defineCommand({
  summary: 'List the models to read with; fetch or remove some',
  usage,
  options: { json: { type: 'boolean', about: 'Print them as a list of JSON' } },
  notes: [
    `\`add\` takes names of the list, or languages: ${LANGUAGES.map(({ name, about }) => `${name} (${about})`).join('; ')}.`,
    "Files are kept in the platform's cache folder, or in OCR_PIPELINE_MODEL_FOLDER.",
  ],

  async run({ positionals: [action, ...names], values: { json = false } }, io) {
    const folder = modelFolder(io.environment, io.folder);
    if (action === undefined) return list(MODEL_SETS, folder, json, io);
    if (action !== 'add' && action !== 'remove') throw badArgument(`Unexpected argument '${action}'`, usage);
    if (names.length === 0) throw missingArgument('name of models', usage);
    const sets = [...new Set(names.map(action === 'add' ? setToAdd : setToRemove))];
    for (const set of sets) await (action === 'add' ? add(set, folder, io) : remove(set, folder));
    return list(sets, folder, json, io);
  },
});

async function add(set: NamedModelSet, folder: string, io: Io): Promise<void> {
  if ((await stateOfModels(set, folder)) === 'present') return;
  if (set.source.kind === 'npm') throw modelsInstalled(set.name, 'add');
  await fetchWithProgress({ ...set, source: set.source }, folder, io);
}

function remove(set: NamedModelSet, folder: string): void {
  if (set.source.kind === 'npm') throw modelsInstalled(set.name, 'remove');
  for (const { file } of filesOf(set)) rmSync(join(folder, file), { force: true });
  rmSync(preparedFolder(folder), { recursive: true, force: true });
}

async function list(sets: readonly NamedModelSet[], folder: string, json: boolean, io: Io): Promise<typeof EXIT.ok> {
  const rows = await Promise.all(sets.map((set) => describe(set, folder)));
  if (json) io.out(`${JSON.stringify(rows, undefined, 2)}\n`);
  else io.out(table(rows));
  return EXIT.ok;
}

type Description = Awaited<ReturnType<typeof describe>>;

async function describe(set: NamedModelSet, folder: string) {
  const { name, about, languages, licence, source } = set;
  return {
    name,
    state: await stateOfModels(set, folder),
    default: name === DEFAULT_MODEL_SET,
    about,
    languages,
    bytes: filesOf(set).reduce((sum, { size }) => sum + size, 0),
    licence,
    source: source.kind === 'npm' ? source.purl : source.wheels.map(({ purl }) => purl).join(' '),
    folder: folderOf(set, folder),
  };
}

function table(rows: readonly Description[]): string {
  const cells = rows.map(({ name, state, languages, bytes, licence, source, default: isDefault }) => [
    isDefault ? `${name} (default)` : name,
    state,
    languages.join(', '),
    megabytes(bytes),
    licence,
    source,
  ]);
  const all = [['name', 'state', 'languages', 'size', 'licence', 'source'], ...cells];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}
