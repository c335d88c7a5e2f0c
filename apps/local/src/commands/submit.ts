import { extname } from 'node:path';
import { FORMATS_HELP, resultFormats } from '../arguments.ts';
import { createClient } from '../client/client.ts';
import { defineCommand } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { badArgument, missingArgument } from '../faults.ts';
import { openResultOutput } from '../result-output.ts';

const usage = 'ocr-pipeline submit FILE... --endpoint URL [-f FORMAT,...] [-o DIR]';

/** What a file is declared as, by its name. The service decides by the bytes. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.tif': 'image/tiff',
  '.tiff': 'image/tiff',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.bmp': 'image/bmp',
};

export default defineCommand({
  summary: 'Send files to a service, wait, and fetch what was read',
  usage,
  options: {
    endpoint: { type: 'string', value: 'URL', about: 'The address of the service' },
    format: { type: 'string', short: 'f', value: 'FORMAT,...', about: FORMATS_HELP },
    output: { type: 'string', short: 'o', value: 'DIR', about: 'Write files there, instead of to stdout' },
  },

  async run({ positionals: files, values: { endpoint, format = 'text', output: folder } }, io) {
    if (files.length === 0) throw missingArgument('file', usage);
    if (endpoint === undefined) throw missingArgument('--endpoint', usage);
    if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
      throw badArgument(`--endpoint is ${endpoint}, not an address such as http://127.0.0.1:8787`, usage);
    }
    const formats = resultFormats(format, usage);
    const output = openResultOutput({ files, formats, folder }, io);

    const client = createClient(endpoint);
    return eachFile(files, io, async (file, bytes) => {
      const contentType = CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
      const job = await client.submit(file, bytes, contentType);
      await client.wait(job);
      for (const wanted of formats) await output(file, wanted, await client.result(job, wanted));
    });
  },
});
