/**
 * A process that does one after another what `ocr-pipeline read` does before its first result, and says how long each step took.
 *
 *   node first-page.ts MODEL-FOLDER IMAGE
 */
import { readFileSync } from 'node:fs';

/** The one line of JSON on stdout: by step, in order, milliseconds by the clock and of processor time. */
export type Steps = Readonly<Record<string, readonly [clock: number, processor: number]>>;

const steps: Record<string, [number, number]> = {};
let last: [number, number] = [0, 0];

function step(name: string): void {
  const now = times();
  steps[name] = [now[0] - last[0], now[1] - last[1]];
  last = now;
}

function times(): [clock: number, processor: number] {
  const { user, system } = process.cpuUsage();
  return [performance.now(), (user + system) / 1000];
}

// Parts that the package keeps to itself, as they were built.
const built = (path: string) => import(new URL(`../../../packages/ocr/dist/${path}`, import.meta.url).href);

step('start of Node');
const { openPpOcr, readDocument, toText } = await import('@ocr-pipeline/ocr');
await import('@ocr-pipeline/pipeline/results');
step('modules');

const native = (await built('native.js')) as typeof import('../../../packages/ocr/src/native.ts');
native.loadOnnxRuntime();
native.loadSharp();
step('native modules');

const [modelFolder = '', image = ''] = process.argv.slice(2);
const { readPpOcrV6 } = (await built(
  'models/pp-ocr-v6.js',
)) as typeof import('../../../packages/ocr/src/models/pp-ocr-v6.ts');
const models = await readPpOcrV6(modelFolder);
step('models read and proven');

const { alphabetOf } = (await built(
  'recognition/alphabet.js',
)) as typeof import('../../../packages/ocr/src/recognition/alphabet.ts');
const { preparedModel } = (await built(
  'graph/prepared-model.js',
)) as typeof import('../../../packages/ocr/src/graph/prepared-model.ts');
const { preparedModelsOf } = (await built(
  'models/prepared-folder.js',
)) as typeof import('../../../packages/ocr/src/models/prepared-folder.ts');
const { classes } = alphabetOf(models.characters, 'latin');
const kept = preparedModelsOf(modelFolder);
const prepared = [
  await preparedModel(models.detection, {}, kept),
  await preparedModel(models.recognition, { classes }, kept),
  await preparedModel(models.orientation, {}, kept),
];
if (models.quick !== undefined) {
  const alphabet = alphabetOf(models.quick.characters, 'latin');
  prepared.push(await preparedModel(models.quick.recognition, { classes: alphabet.classes }, kept));
}
step('prepared models');

const { openNetwork } = (await built('network.js')) as typeof import('../../../packages/ocr/src/network.ts');
for (const model of prepared) await (await openNetwork(model)).close();
step('sessions');

const engine = await openPpOcr({ version: 'v6', modelFolder });
last = times();
toText(await readDocument(readFileSync(image), { engine }));
step('page');
await engine.close();
console.log(JSON.stringify(steps));
