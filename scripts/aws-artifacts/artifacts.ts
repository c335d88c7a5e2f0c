import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { notANodeRuntime } from './faults.ts';
import { bundleFunction, FUNCTIONS } from './function-bundle.ts';
import type { Cpu } from './installed-packages.ts';
import { assembleLayerFolder } from './layer-folder.ts';
import { addModels } from './layer-models.ts';
import { type LayerTarget, writeLayer } from './layer-zip.ts';

export interface ArtifactOptions {
  /** Root of the repository, where `npm ci` has installed the packages. */
  readonly root: string;
  /** Where `presigned-url.zip`, `ocr-processor.zip`, `layer.zip` and what belongs to it go. */
  readonly folder: string;
  /** A Node runtime of Lambda and its CPU. */
  readonly target: LayerTarget;
}

/** npm's names of Lambda's architectures. */
const CPU: Readonly<Record<LayerTarget['architecture'], Cpu>> = { x86_64: 'x64', arm64: 'arm64' };

/**
 * Builds what `infra/terraform/modules/ocr-pipeline` deploys. The same sources, lock and target give the same bytes.
 *
 * Everything is built beside the folder's files and moved among them when all of it is there. Throws a Fault
 * `not-a-node-runtime` or `package-not-installed`, those of `addModels`, or layerproof's when the packages make no layer for the
 * target.
 */
export async function buildArtifacts({ root, folder, target }: ArtifactOptions): Promise<void> {
  const nodeMajor = nodeMajorOf(target.runtime);
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}.building-`);
  try {
    const [layer, ready] = [join(work, 'layer'), join(work, 'ready')];
    mkdirSync(ready);
    for (const name of FUNCTIONS) {
      writeFileSync(join(ready, `${name}.zip`), await bundleFunction(root, name, nodeMajor));
    }
    assembleLayerFolder(root, layer, CPU[target.architecture]);
    await addModels(layer);
    await writeLayer(layer, ready, target);
    mkdirSync(folder, { recursive: true });
    for (const file of readdirSync(ready)) renameSync(join(ready, file), join(folder, file));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function nodeMajorOf(runtime: string): number {
  const major = /^nodejs(\d+)\.x$/.exec(runtime)?.[1];
  if (major === undefined) throw notANodeRuntime(runtime);
  return Number(major);
}
