import { FORMATS_HELP, resultFormats } from '../arguments.ts';
import { createClient } from '../client/client.ts';
import { defineCommand } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { badArgument, missingArgument } from '../faults.ts';
import { contentTypeOf, readRequest, REQUEST_OPTIONS } from '../read-request.ts';
import { openResultOutput } from '../result-output.ts';

const usage = 'ocr-pipeline submit FILE... --endpoint URL [-f FORMAT,...] [-o DIR] [--mode MODE] [--pages 1-3,7]';

export default defineCommand({
  summary: 'Send files to a service, wait, and fetch what was read',
  usage,
  options: {
    endpoint: { type: 'string', value: 'URL', about: 'The address of the service' },
    format: { type: 'string', short: 'f', value: 'FORMAT,...', about: FORMATS_HELP },
    output: { type: 'string', short: 'o', value: 'DIR', about: 'Write files there, instead of to stdout' },
    ...REQUEST_OPTIONS,
  },

  async run({ positionals: files, values: { endpoint, format = 'text', output: folder, mode, pages } }, io) {
    if (files.length === 0) throw missingArgument('file', usage);
    if (endpoint === undefined) throw missingArgument('--endpoint', usage);
    if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
      throw badArgument(`--endpoint is ${endpoint}, not an address such as http://127.0.0.1:8787`, usage);
    }
    const formats = resultFormats(format, usage);
    const request = readRequest({ mode, pages }, usage);
    const output = openResultOutput({ files, formats, folder }, io);

    const client = createClient(endpoint);
    return eachFile(files, io, async (file, bytes) => {
      const job = await client.submit(file, bytes, contentTypeOf(file), request);
      await client.wait(job);
      for (const wanted of formats) await output(file, wanted, await client.result(job, wanted));
    });
  },
});
