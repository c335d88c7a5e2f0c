// Builds what Terraform deploys: both functions and the layer that they share.
// node --conditions=source scripts/aws-artifacts.ts --output dist/aws [--runtime nodejs24.x] [--arch x86_64]
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, Fault, formatFault, isFault } from '@ocr-pipeline/fault';
import { parseTarget } from '../packages/layerproof/src/target/target.ts';
import { buildArtifacts } from './aws-artifacts/artifacts.ts';

const USAGE =
  'node --conditions=source scripts/aws-artifacts.ts --output FOLDER [--runtime nodejs24.x] [--arch x86_64]';

function readArguments() {
  try {
    return parseArgs({
      options: {
        output: { type: 'string', default: 'dist/aws' },
        runtime: { type: 'string', default: 'nodejs24.x' },
        arch: { type: 'string', default: 'x86_64' },
      },
    }).values;
  } catch (error) {
    throw new Fault('bad-arguments', error instanceof Error ? error.message : String(error), {
      hint: `Usage: ${USAGE}`,
    });
  }
}

try {
  const { output, runtime, arch } = readArguments();
  const folder = resolve(output);
  await buildArtifacts({ root: join(import.meta.dirname, '..'), folder, target: parseTarget(runtime, arch) });
  for (const file of ['presigned-url.zip', 'ocr-processor.zip', 'layer.zip']) {
    console.log(`${join(output, file)}: ${statSync(join(folder, file)).size} bytes`);
  }
} catch (error) {
  if (!isFault(error)) throw error;
  console.error(formatFault(error));
  process.exitCode = EXIT.fault;
}
