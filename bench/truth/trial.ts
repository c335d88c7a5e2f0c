import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { buildLayer } from '../../packages/layerproof/src/build/build-layer.ts';
import type { Image } from '../../packages/layerproof/src/image/entry.ts';
import { openLayer } from '../../packages/layerproof/src/image/open-layer.ts';
import { parseTarget, type Target } from '../../packages/layerproof/src/target/target.ts';
import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';
import { type Report, verify } from '../../packages/layerproof/src/verify/verify.ts';
import { seededRandom } from '../../test/fuzz/random.ts';
import { baselineOf } from './baseline.ts';
import { MUTATIONS, type MutationKind } from './mutations.ts';
import { constraintsOf } from './layers.ts';
import type { Specimen } from './plan.ts';
import { failuresOf, importsOfSpoilt } from './spoilt.ts';
import { type FailedImport, type Imports, type Verdict, verdictOf } from './verdict.ts';

/** What verify and the interpreter said of one layer. */
export interface Trial {
  /** Of the specimen. */
  readonly number: number;
  readonly requirements: string;
  readonly runtime: string;
  readonly kind: MutationKind | 'as built';
  /** What was spoilt; empty for a layer as it was built. */
  readonly what: string;
  readonly verdict: Verdict;
  readonly errors: readonly Finding[];
  /** Of severity warning; those of them may have been errors. */
  readonly warnings: readonly Finding[];
  readonly failed: readonly FailedImport[];
  readonly failedWithin: readonly FailedImport[];
  /** How many modules were imported. */
  readonly modules: number;
}

export interface Setting {
  readonly seed: number;
  readonly offline: boolean;
  /** The newest that is taken of the index. */
  readonly moment: string;
  /** Folder that keeps what the interpreter said of layers as they were built. */
  readonly cache: string;
}

/** The zip that a layer was read from, and the setting. */
interface Place {
  readonly zip: string;
  readonly setting: Setting;
}

/** A built layer with what is known of it: the layer as it is, and the one that is spoilt. */
export async function trySpecimen(specimen: Specimen, setting: Setting): Promise<Trial[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-truth-'));
  try {
    for (const runtime of specimen.runtimes) {
      if (!(await build(specimen.requirements, runtime, folder, setting))) continue;
      const zip = join(folder, 'layer.zip');
      const image = openLayer(zip);
      try {
        return await tryPair(image, parseTarget(runtime, 'x86_64'), specimen, { zip, setting });
      } finally {
        image.close();
      }
    }
    return [];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** False when there is no wheel of it for the runtime. What the cache has is enough where it can be. */
async function build(requirements: string, runtime: string, folder: string, setting: Setting): Promise<boolean> {
  writeFileSync(join(folder, 'constraints.txt'), constraintsOf(runtime));
  writeFileSync(join(folder, 'requirements.txt'), ['-c constraints.txt', ...requirements.split(' ')].join('\n'));
  const request = { inputs: ['requirements.txt'], runtime, architecture: 'x86_64', folder, upgrade: true };
  for (const offline of setting.offline ? [true] : [true, false]) {
    try {
      const result = await buildLayer({ ...request, offline, excludeNewer: setting.moment }, {});
      return result.kind === 'built';
    } catch (error) {
      if (!isFault(error)) throw error;
    }
  }
  return false;
}

/** More than there are pairs, so that no seed gives to one pair what another one gave to its neighbour. */
const SEEDS_APART = 1000;

async function tryPair(image: Image, target: Target, specimen: Specimen, at: Place): Promise<Trial[]> {
  const baseline = await baselineOf(image, target, at.zip, at.setting.cache);
  const head = { number: specimen.number, requirements: specimen.requirements, runtime: target.runtime };
  const imports = { failed: failuresOf(baseline.top), failedWithin: [], modules: baseline.top.length };
  const built: Trial = { ...head, kind: 'as built', what: '', ...judged(verify(image, target), imports) };
  const random = seededRandom(1 + (at.setting.seed - 1) * SEEDS_APART + specimen.number);
  for (const kind of specimen.kinds) {
    const mutated = MUTATIONS[kind](image, random, target);
    if (mutated === undefined) continue;
    const report = verify(mutated.image, target);
    const spoilt = await importsOfSpoilt(image, mutated.image, mutated.paths, target, baseline);
    return [built, { ...head, kind, what: mutated.what, ...judged(report, spoilt) }];
  }
  return [built];
}

function judged({ findings }: Report, imports: Imports & { readonly modules: number }) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return { verdict: verdictOf(errors, imports), errors, warnings, ...imports };
}
