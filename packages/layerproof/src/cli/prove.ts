import { resolve } from 'node:path';
import { EXIT } from '@ocr-pipeline/fault';
import { openLayer } from '../image/open-layer.ts';
import { proveImport } from '../prove/prove-import.ts';
import { parseTarget } from '../target/target.ts';
import { defineCommand } from './command.ts';
import { badArgument } from './faults.ts';

const usage = 'layerproof prove LAYER --runtime R --arch A [--import NAME,...] [--json]';

export default defineCommand({
  summary: 'Import the modules of a layer in a matching CPython',
  usage,
  options: {
    runtime: { type: 'string', value: 'R', about: 'the Lambda runtime, e.g. python3.9' },
    arch: { type: 'string', value: 'A', about: 'x86_64 or arm64' },
    import: {
      type: 'string',
      value: 'NAME,...',
      about: 'the modules to import (default: all at the top of the layer)',
    },
    json: { type: 'boolean', about: 'print the proof as JSON' },
  },

  async run({ positionals: [path, ...more], values }, io) {
    if (path === undefined || more.length > 0) throw badArgument('prove takes one layer', usage);
    if (values.runtime === undefined || values.arch === undefined) {
      throw badArgument('--runtime and --arch are needed', usage);
    }
    const target = parseTarget(values.runtime, values.arch);
    const modules = values.import?.split(',').map((name) => name.trim());
    const image = openLayer(resolve(io.cwd, path));
    try {
      const proof = await proveImport(image, target, {
        ...(modules === undefined ? {} : { modules }),
        host: { platform: process.platform, environment: io.env },
        progress: (name) => io.status(`importing ${name}`),
      });
      io.status('');
      if (values.json === true) io.out(JSON.stringify(proof, undefined, 2));
      else
        for (const { name, message } of proof.modules)
          io.out(message === undefined ? `ok    ${name}` : `error ${name}: ${message}`);
      const failed = proof.modules.filter(({ imported }) => !imported).length;
      io.err(
        `${proof.modules.length - failed} of ${proof.modules.length} modules imported by CPython ${proof.interpreter.version} (proof: import)`,
      );
      return failed === 0 ? EXIT.ok : EXIT.findings;
    } finally {
      image.close();
    }
  },
});
