/**
 * How long `verify` takes, and how much memory, beside `auditwheel show` over the same wheels.
 *
 *   npm run bench:verify [-- ROUNDS]
 *
 * The command as it is published, on the zip alone: nothing of it is in a cache, so that every native file and every Python source
 * that the import graph reaches is read anew. auditwheel says of each wheel which symbol versions it needs; it is given those with
 * machine code, one process for each. Prints the fastest of the rounds and the most memory. Exit code 1 when a limit is passed.
 */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLayer } from '../../packages/layerproof/src/image/open-layer.ts';
import { run, withTemporaryFolder } from '../layer-build/measure.ts';
import { auditwheelShow, installAuditwheel, wheelsOf } from './auditwheel.ts';
import { ARCHITECTURE, LAYERS, type MeasuredLayer } from './layers.ts';
import { bestOf, inWords, NODE_USAGE, type Usage, usageOf } from './usage.ts';

const DEFAULT_ROUNDS = '3';
const rounds = Number(process.argv[2] ?? DEFAULT_ROUNDS);
const root = join(import.meta.dirname, '../..');
const command = join(root, 'packages/layerproof/dist/command/bin.js');
/** Without findings of severity error, and with. */
const EXITS = [0, 1];

await run(join(root, 'node_modules/.bin/tsc'), ['-b', 'packages/layerproof'], { cwd: root });
await run(process.execPath, ['--conditions=source', join(root, 'scripts/bundle-command.ts')], { cwd: root });
await withTemporaryFolder('bench-verify-', async (folder) => {
  const python = await installAuditwheel(folder);
  for (const layer of LAYERS) await measure(layer, python, folder);
});

async function measure(layer: MeasuredLayer, python: string, folder: string): Promise<void> {
  const zip = await build(layer, folder);
  const wheels = await wheelsOf(layer, python, folder);
  const target = ['--runtime', layer.runtime, '--arch', ARCHITECTURE];
  const ours: Usage[] = [];
  const theirs: Usage[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(usageOf(process.execPath, ['--import', NODE_USAGE, command, 'verify', zip, ...target], EXITS));
    theirs.push(auditwheelShow(python, wheels));
  }
  const best = bestOf(ours);
  console.log(`${layer.name}, ${layer.runtime}/${ARCHITECTURE}, ${sizesOf(zip)}`);
  console.log(`  layerproof verify: ${inWords(best)}`);
  console.log(`  auditwheel show (${wheels.length} wheels with machine code): ${inWords(bestOf(theirs))}`);
  const isWithin = best.seconds < layer.mostSeconds && best.peakMegabytes < layer.mostMegabytes;
  console.log(`  limit ${layer.mostSeconds} s and ${layer.mostMegabytes} MB: ${isWithin ? 'kept' : 'passed'}`);
  if (!isWithin) process.exitCode = 1;
}

async function build(layer: MeasuredLayer, folder: string): Promise<string> {
  const list = join(folder, `${layer.runtime}.txt`);
  const zip = join(folder, `${layer.runtime}.zip`);
  writeFileSync(list, layer.requirements.map((line) => `${line}\n`).join(''));
  const target = ['--runtime', layer.runtime, '--arch', ARCHITECTURE];
  await run(process.execPath, [command, 'build', list, ...target, '-o', zip]);
  return zip;
}

function sizesOf(zip: string): string {
  const image = openLayer(zip);
  const unzipped = image.entries.reduce((sum, { kind, size }) => sum + (kind === 'file' ? size : 0), 0);
  image.close();
  const megabytes = [statSync(zip).size, unzipped].map((bytes) => (bytes / 1e6).toFixed(1));
  return `${image.entries.length} files, ${megabytes.join(' MB zipped, ')} MB unzipped`;
}
