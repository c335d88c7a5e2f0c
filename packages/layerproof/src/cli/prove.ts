import { resolve } from 'node:path';
import { EXIT } from '@ocr-pipeline/fault';
import { openLayer } from '../image/open-layer.ts';
import { type ImportedModule, type ImportProof, proveImport } from '../prove/prove-import.ts';
import { parseTarget } from '../target/target.ts';
import { type Io, defineCommand } from './command.ts';
import { badArgument, missingArgument } from './faults.ts';
import { recordProof } from './record-proof.ts';

const usage = 'layerproof prove LAYER --runtime R --arch A [--import NAME,...] [--level import] [--json]';

export default defineCommand({
  summary: 'Import the modules of a layer in a matching CPython or Node.js',
  usage,
  options: {
    runtime: { type: 'string', value: 'R', about: 'the Lambda runtime, e.g. python3.9' },
    arch: { type: 'string', value: 'A', about: 'x86_64 or arm64' },
    import: {
      type: 'string',
      value: 'NAME,...',
      about: 'the modules to import (default: all at the top of the layer)',
    },
    level: { type: 'string', value: 'LEVEL', about: 'how far to go: import (the default)' },
    json: { type: 'boolean', about: 'print the proof as JSON' },
  },

  async run({ positionals: [path, ...more], values }, io) {
    if (path === undefined) throw missingArgument('layer', usage);
    if (more.length > 0) throw badArgument('prove takes one layer', usage);
    if (values.runtime === undefined) throw missingArgument('--runtime', usage);
    if (values.arch === undefined) throw missingArgument('--arch', usage);
    if (values.level !== undefined && values.level !== 'import') {
      throw badArgument(`There is no level ${values.level}`, usage);
    }
    const target = parseTarget(values.runtime, values.arch);
    const modules = values.import
      ?.split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    if (modules?.length === 0) throw badArgument('--import names no module', usage);
    const layer = resolve(io.cwd, path);
    const image = openLayer(layer);
    try {
      const proof = await proveImport(image, target, {
        ...(modules === undefined ? {} : { modules }),
        host: { platform: process.platform, environment: io.env },
        progress: (name) => io.status(`importing ${name}`),
      });
      io.status('');
      if (values.json === true) io.out(JSON.stringify(proof, undefined, 2));
      else for (const module of proof.modules) print(module, io);
      io.err(summaryOf(proof));
      if (proof.modules.some(({ imported, optional }) => !imported && optional === undefined)) return EXIT.findings;
      const recorded = proof.isWhole ? await recordProof(layer, target, 'import') : undefined;
      if (recorded !== undefined) io.err(recorded);
      return EXIT.ok;
    } finally {
      image.close();
    }
  },
});

/** One line, and those that follow in the interpreter's words indented below it. */
function print({ name, message, at, afterOthers, optional }: ImportedModule, io: Io): void {
  if (message === undefined) {
    io.out(`ok    ${name}${afterOthers === true ? ' (after the other modules)' : ''}`);
    return;
  }
  if (optional !== undefined) {
    io.out(`skip  ${name}: ${message}, which is of ${optional}`);
    return;
  }
  const [first = '', ...rest] = message.split('\n').filter((line) => line.trim() !== '');
  io.out(`error ${name}: ${first}${at === undefined ? '' : ` (${at})`}`);
  for (const line of rest) io.out(`      ${line}`);
}

function summaryOf({ modules, interpreter, isolation }: ImportProof): string {
  const imported = `${modules.filter((module) => module.imported).length} of ${modules.length} modules imported`;
  const network =
    isolation.network === 'none' ? 'no network' : 'the network not taken away, which this machine forbids';
  return `${imported} by ${interpreter.name} ${interpreter.version} with ${network} (proof: import)`;
}
