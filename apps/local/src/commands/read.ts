import { renderDocument } from '@ocr-pipeline/pipeline/results';
import { FORMATS_HELP, resultFormats, wholeNumber } from '../arguments.ts';
import { defineCommand } from '../command.ts';
import { eachFile, type FileWork } from '../each-file.ts';
import { missingArgument } from '../faults.ts';
import { MODEL_OPTIONS } from '../models/choose-models.ts';
import { prepareModels, withAdvice } from '../models/prepare-models.ts';
import { contentTypeOf, LIMITS_HELP, readRequest, REQUEST_OPTIONS } from '../read-request.ts';
import { openResultOutput } from '../result-output.ts';
import { defaultProcesses, processReader } from '../server/process-reader.ts';

const usage =
  'ocr-pipeline read FILE... [-f FORMAT,...] [-o DIR] [--workers N] [--mode MODE] [--pages 1-3,7] [--model NAME] [-l LANGUAGE]';

export default defineCommand({
  summary: 'Read files here and now, without a server',
  usage,
  options: {
    format: { type: 'string', short: 'f', value: 'FORMAT,...', about: FORMATS_HELP },
    output: { type: 'string', short: 'o', value: 'DIR', about: 'Write files there, instead of to stdout' },
    workers: {
      type: 'string',
      value: 'N',
      about: 'Files and pages read at the same time; by default one for each core, up to 4',
    },
    ...REQUEST_OPTIONS,
    ...MODEL_OPTIONS,
  },
  notes: LIMITS_HELP,

  async run({ positionals: files, values: { format = 'text', output: folder, workers, mode, pages, ...models } }, io) {
    if (files.length === 0) throw missingArgument('file', usage);
    const formats = resultFormats(format, usage);
    const request = readRequest({ mode, pages }, usage);
    const processes = workers === undefined ? defaultProcesses() : wholeNumber('--workers', workers, 1, 64, usage);
    const output = openResultOutput({ files, formats, folder }, io);

    const prepared = await prepareModels(models, io);
    const reader = withAdvice(processReader(prepared.options, { processes }), prepared);
    try {
      const read: FileWork = async (file, bytes) => {
        const document = await reader.read(bytes, { ...request, declaredType: contentTypeOf(file) }, (done, total) => {
          if (total > 1) io.status(`${file}: ${done} of ${total} pages`);
        });
        return async () => {
          io.status('');
          for (const { problem, number } of document.pages) {
            if (problem === undefined) continue;
            const hint = problem.hint === undefined ? '' : `\n\nhint: ${problem.hint}`;
            io.err(`${file}, page ${number}: error[${problem.code}]: ${problem.message}${hint}`);
          }
          for (const wanted of formats) {
            await output(file, wanted, await renderDocument(document, wanted, bytes, reader));
          }
        };
      };
      return await eachFile(files, io, read, processes);
    } finally {
      await reader.close();
    }
  },
});
