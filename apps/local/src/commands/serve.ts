import { resolve } from 'node:path';
import { EXIT, formatFault, isFault } from '@ocr-pipeline/fault';
import { wholeNumber } from '../arguments.ts';
import { defineCommand } from '../command.ts';
import { defaultDataFolder } from '../default-data-folder.ts';
import { badArgument } from '../faults.ts';
import { MODEL_OPTIONS } from '../models/choose-models.ts';
import { prepareModels, proveModels } from '../models/prepare-models.ts';
import { defaultProcesses, processReader } from '../server/process-reader.ts';
import { startServer } from '../server/server.ts';

const usage = 'ocr-pipeline serve [--port 8787] [--data DIR] [--workers N] [--model NAME] [-l LANGUAGE] [--json]';

export default defineCommand({
  summary: 'Serve the API and read what is sent to it, on this machine',
  usage,
  options: {
    port: { type: 'string', default: '8787', value: 'N', about: '8787 by default; 0 for any free one' },
    data: { type: 'string', value: 'DIR', about: "Uploads, jobs and results; by default the platform's data folder" },
    workers: {
      type: 'string',
      value: 'N',
      about: 'Files and pages read at the same time; by default one for each core, up to 4',
    },
    ...MODEL_OPTIONS,
    json: { type: 'boolean', about: 'Print the address as one line of JSON' },
  },

  async run({ positionals, values }, io) {
    const [extra] = positionals;
    if (extra !== undefined) throw badArgument(`Unexpected argument '${extra}'`, usage);
    const port = wholeNumber('--port', values.port, 0, 65_535, usage);
    const count =
      values.workers === undefined ? defaultProcesses() : wholeNumber('--workers', values.workers, 1, 64, usage);
    const dataFolder = resolve(io.folder, values.data ?? defaultDataFolder(process.platform, io.environment));

    const prepared = await prepareModels(values, io);
    await proveModels(prepared);
    const reader = processReader(prepared.options);
    const worker = processReader(prepared.options, { processes: count });
    const workers = Array.from({ length: count }, () => worker);
    const reportError = (error: unknown, id: string) => io.err(`${id}: ${textOf(error)}`);
    const server = await startServer({ dataFolder, port, reader, workers, reportError });

    const stopRequest = io.stopRequest();
    io.out(`${values.json === true ? JSON.stringify({ listening: server.origin }) : server.origin}\n`);
    io.err(
      `Serving at ${server.origin} with ${count === 1 ? 'one worker' : `${count} workers`}; data in ${dataFolder}`,
    );
    await stopRequest;
    io.err('Stopping: jobs in hand are ended first');
    await server.stop();
    await Promise.all([reader.close(), worker.close()]);
    return EXIT.ok;
  },
});

function textOf(error: unknown): string {
  if (isFault(error)) return formatFault(error);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
