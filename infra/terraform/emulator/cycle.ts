// One full turn against an emulator: publish, change the layer, publish again, take everything away.
// node --conditions=source infra/terraform/emulator/cycle.ts
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT, formatFault, isFault } from '@ocr-pipeline/fault';
import { startMoto } from '../../../apps/aws/src/testing/moto.ts';
import { buildArtifacts } from '../../../scripts/aws-artifacts/artifacts.ts';
import { writeLayer } from '../../../scripts/aws-artifacts/layer-zip.ts';
import { copyConfiguration, initialise } from '../terraform.ts';
import { runDeployed } from './deployed-run.ts';
import { type Deployment, deployment, isKnownFlake, orFail } from './deployment.ts';
import { type LambdaState, lambdaState } from './lambda-state.ts';
import { requireTools } from './required-tools.ts';

const root = join(import.meta.dirname, '../../..');
const REGION = 'eu-central-1';
const NAME = 'ocr-pipeline';
const FUNCTIONS = [`${NAME}-presigned-url`, `${NAME}-ocr-processor`];
const LAYER = `${NAME}-dependencies`;

/** The newest runtime that the oldest provider we run (5.100) knows by name. */
const TARGET = { runtime: 'nodejs22.x', architecture: 'x86_64' } as const;

/** Prints one fact with the seconds that it took since the one before. */
function reporter(): (fact: string) => void {
  let before = performance.now();
  return (fact) => {
    const now = performance.now();
    console.log(`${((now - before) / 1000).toFixed(1).padStart(6)} s  ${fact}`);
    before = now;
  };
}

function check(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

async function main(work: string): Promise<void> {
  requireTools();
  const fact = reporter();
  const artifacts = join(work, 'artifacts');
  await buildArtifacts({ root, folder: artifacts, target: TARGET });
  fact(`built both functions and the layer for ${TARGET.runtime}/${TARGET.architecture}`);
  try {
    await turn(join(work, '1'), artifacts, fact);
  } catch (error) {
    if (!isKnownFlake(error)) throw error;
    fact('the emulator lost its answer to CreateFunction: once more, from nothing');
    await buildArtifacts({ root, folder: artifacts, target: TARGET });
    await turn(join(work, '2'), artifacts, fact);
  }
}

async function turn(work: string, artifacts: string, fact: (text: string) => void): Promise<void> {
  mkdirSync(work);
  copyConfiguration(work);
  const folder = join(work, 'examples/complete');
  orFail('init', await initialise(folder));
  const moto = await startMoto(['python3', join(import.meta.dirname, 'moto_server.py')]);
  try {
    const stack = deployment(folder, { artifacts, region: REGION, name: NAME, aws_endpoint: moto.endpoint, ...TARGET });
    const lambda = lambdaState(moto.endpoint, REGION);

    fact(await stack.apply());
    fact(await onVersion(1, stack, lambda));
    fact(await stack.planNothing());

    const run = { endpoint: moto.endpoint, artifacts, work: join(work, 'run'), name: NAME, lambda };
    for (const line of await runDeployed(run)) fact(line);

    await changeLayer(artifacts, join(work, 'changed-layer'));
    fact('changed the layer and built it again');
    fact(await stack.apply());
    fact(await onVersion(2, stack, lambda));
    const versions = (await lambda.versionsOf(LAYER)).join(', ');
    check(versions === '2, 1', `Versions ${versions} are published, not 2 and 1`);
    fact('version 1 is still published');
    fact(await stack.planNothing());

    fact(await stack.destroy());
    const left = await lambda.functionNames();
    check(left.length === 0, `Functions are left: ${left.join(', ')}`);
    fact('no function is left');
  } finally {
    await moto.stop();
  }
}

/** Both functions name one layer version, and it is this one. */
async function onVersion(version: number, stack: Deployment, lambda: LambdaState): Promise<string> {
  const arn = String((await stack.outputs())['layer_version_arn']);
  check(arn.endsWith(`:layer:${LAYER}:${version}`), `The layer is ${arn}, not version ${version}`);
  for (const name of FUNCTIONS) {
    const layers = (await lambda.layersOf(name)).join(', ');
    check(layers === arn, `${name} runs on ${layers === '' ? 'no layer' : layers}, not on ${arn}`);
  }
  return `layer version ${version} is on ${FUNCTIONS.join(' and ')}`;
}

/** The same layer with one file more, built by the same tool. */
async function changeLayer(artifacts: string, work: string): Promise<void> {
  execFileSync('python3', ['-m', 'zipfile', '-e', join(artifacts, 'layer.zip'), work]);
  writeFileSync(join(work, 'nodejs/changed.txt'), 'A second release\n');
  await writeLayer(work, artifacts, TARGET);
}

const work = mkdtempSync(join(tmpdir(), 'cycle-'));
try {
  await main(work);
} catch (error) {
  console.error(isFault(error) ? formatFault(error) : error);
  process.exitCode = isFault(error) ? EXIT.fault : EXIT.findings;
} finally {
  rmSync(work, { recursive: true, force: true });
}
