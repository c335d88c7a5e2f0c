import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import { buildLayer } from '../../packages/layerproof/src/build/build-layer.ts';
import type { Image } from '../../packages/layerproof/src/image/entry.ts';
import { openLayer } from '../../packages/layerproof/src/image/open-layer.ts';
import { type ImportedModule, proveImport } from '../../packages/layerproof/src/prove/prove-import.ts';
import { topLevelModules } from '../../packages/layerproof/src/prove/top-level-modules.ts';
import { parseTarget, type Target } from '../../packages/layerproof/src/target/target.ts';
import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';
import { verify } from '../../packages/layerproof/src/verify/verify.ts';
import { seededRandom } from '../../test/fuzz/random.ts';
import { modulesBehind } from './modules-behind.ts';
import { MUTATIONS, type Mutated, type MutationKind } from './mutations.ts';
import type { Specimen } from './plan.ts';
import { type FailedImport, type Verdict, verdictOf } from './verdict.ts';

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
  readonly failedLater: readonly FailedImport[];
  /** How many modules were imported. */
  readonly modules: number;
}

export interface Setting {
  readonly seed: number;
  readonly offline: boolean;
  /** The newest that is taken of the index. */
  readonly moment: string;
}

/** A built layer with what is known of it: the layer as it is, and the one that is spoilt. */
export async function trySpecimen(specimen: Specimen, setting: Setting): Promise<Trial[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-truth-'));
  try {
    for (const runtime of specimen.runtimes) {
      if (!(await build(specimen.requirements, runtime, folder, setting))) continue;
      const image = openLayer(join(folder, 'layer.zip'));
      try {
        return await tryPair(image, parseTarget(runtime, 'x86_64'), specimen, setting);
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
  writeFileSync(join(folder, 'requirements.txt'), requirements.split(' ').join('\n'));
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

async function tryPair(image: Image, target: Target, specimen: Specimen, { seed }: Setting): Promise<Trial[]> {
  const good = await proveImport(image, target);
  const head = { number: specimen.number, requirements: specimen.requirements, runtime: target.runtime };
  const { findings } = verify(image, target);
  const failed = failuresOf(good.modules);
  const built: Trial = {
    ...head,
    kind: 'as built',
    what: '',
    ...judged(findings, failed, []),
    modules: good.modules.length,
  };
  const random = seededRandom(seed + specimen.number);
  for (const kind of specimen.kinds) {
    const mutated = MUTATIONS[kind](image, random, target);
    if (mutated === undefined) continue;
    const names = good.modules.filter(({ imported }) => imported).map(({ name }) => name);
    const trial = await tryMutated(image, mutated, target, names);
    return [built, { ...head, kind, what: mutated.what, ...trial }];
  }
  return [built];
}

/** What is expected of a spoilt layer: all that the good one imports, but not what was taken out as a whole. */
async function tryMutated(image: Image, mutated: Mutated, target: Target, imported: readonly string[]) {
  const gone = ownedBy(image, mutated.paths, target);
  const names = imported.filter((name) => !gone.has(name));
  const { findings } = verify(mutated.image, target);
  const failed =
    names.length === 0 ? [] : failuresOf((await proveImport(mutated.image, target, { modules: names })).modules);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isAlarm = failed.length === 0 && errors.length > 0;
  const paths = [...mutated.paths, ...errors.flatMap(({ path }) => path ?? [])];
  const later = isAlarm ? await failingLater(image, mutated.image, target, modulesBehind(image, target, paths)) : [];
  return { ...judged(findings, failed, later), modules: names.length };
}

/** Top-level modules all files of which are among those that are gone, when whole folders are. */
function ownedBy(image: Image, paths: readonly string[], target: Target): ReadonlySet<string> {
  if (paths.length === 1) return new Set();
  const gone = new Set(paths);
  const left = new Set(
    topLevelModules({ entries: image.entries.filter(({ path }) => !gone.has(path)), close() {} }, target),
  );
  return new Set(topLevelModules(image, target).filter((name) => !left.has(name)));
}

/** Of these modules, those that the good layer imports and the spoilt one does not. */
async function failingLater(
  good: Image,
  spoilt: Image,
  target: Target,
  modules: readonly string[],
): Promise<FailedImport[]> {
  if (modules.length === 0) return [];
  const before = await proveImport(good, target, { modules });
  const able = before.modules.filter(({ imported }) => imported).map(({ name }) => name);
  if (able.length === 0) return [];
  return failuresOf((await proveImport(spoilt, target, { modules: able })).modules);
}

function failuresOf(modules: readonly ImportedModule[]): FailedImport[] {
  return modules.flatMap(({ name, imported, message = '', optional }) =>
    imported || optional !== undefined ? [] : [{ name, message }],
  );
}

function judged(findings: readonly Finding[], failed: readonly FailedImport[], failedLater: readonly FailedImport[]) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return { verdict: verdictOf(errors, { failed, failedLater }), errors, warnings, failed, failedLater };
}
