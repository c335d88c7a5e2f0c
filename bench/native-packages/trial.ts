import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../packages/layerproof/src/build/manifest.ts';
import type { ImportProof } from '../../packages/layerproof/src/prove/prove-import.ts';
import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';
import { RULES } from '../../packages/layerproof/src/verify/rules/index.ts';
import type { Report } from '../../packages/layerproof/src/verify/verify.ts';
import type { NativePackage } from './packages.ts';
import { layerproof, type Session } from './session.ts';

/** What became of one package for one runtime. */
export interface Trial {
  readonly requirement: string;
  readonly runtime: string;
  readonly build: 'built' | 'refused' | 'fault' | 'damaged';
  /** What layerproof said when it did not build. */
  readonly words: string;
  /** Of the package itself; undefined without a layer. */
  readonly version: string | undefined;
  readonly packages: number;
  readonly zippedBytes: number;
  readonly unzippedBytes: number;
  readonly findings: readonly Finding[];
  readonly modules: readonly { readonly name: string; readonly message: string | undefined }[];
  readonly interpreter: string | undefined;
  readonly seconds: { readonly build: number; readonly verify: number; readonly prove: number };
}

export interface TrialSetting {
  readonly runtime: string;
  readonly architecture: string;
  readonly everyModule: boolean;
  readonly offline: boolean;
  /** An empty folder, which the caller removes. */
  readonly folder: string;
}

/** The module that puts the package to use; it lies in the layer beside it. */
const USE_MODULE = 'used_in_native_packages';

/**
 * Builds a layer of the package with the real command, checks the zip and imports its modules. A layer that `build` refuses
 * is built once more with the findings let through, so that they can be held against what the interpreter says.
 */
export async function tryPackage(native: NativePackage, setting: TrialSetting): Promise<Trial> {
  const { runtime, architecture, folder, everyModule } = setting;
  const target = ['--runtime', runtime, '--arch', architecture];
  writeFileSync(join(folder, 'requirements.txt'), `${native.requirement}\n`);
  mkdirSync(join(folder, 'use/python'), { recursive: true });
  writeFileSync(join(folder, `use/python/${USE_MODULE}.py`), `${native.use}\n`);
  const args = ['build', 'requirements.txt', 'use', ...target, '--json', ...(setting.offline ? ['--offline'] : [])];
  const first = await layerproof(args, folder);
  const isRefused = first.exit === 1;
  const built = isRefused ? await layerproof([...args, ...RULES.flatMap(({ id }) => ['--allow', id])], folder) : first;
  const facts = { requirement: native.requirement, runtime, words: built.exit === 0 ? '' : wordsOf(built) };
  if (built.exit !== 0) return { ...facts, ...NOTHING, seconds: { ...NOTHING.seconds, build: first.seconds } };

  const { packages, layer } = JSON.parse(built.out) as Manifest;
  const verified = await layerproof(['verify', 'layer.zip', ...target, '--format', 'json'], folder);
  const modules = everyModule ? [] : ['--import', [...native.modules, USE_MODULE].join(',')];
  const proved = await layerproof(['prove', 'layer.zip', ...target, ...modules, '--json'], folder);
  // What verify cannot even read is no layer.
  if (verified.exit > 1) return { ...facts, ...NOTHING, build: 'damaged', words: wordsOf(verified) };
  const proof = proved.exit > 1 ? undefined : (JSON.parse(proved.out) as ImportProof);
  return {
    ...facts,
    build: isRefused ? 'refused' : 'built',
    version: packages.find(({ name }) => name === nameOf(native.requirement))?.version,
    packages: packages.length,
    zippedBytes: layer.bytes,
    unzippedBytes: layer.unzippedBytes,
    findings: (JSON.parse(verified.out) as Report).findings,
    modules: proof?.modules.flatMap(({ name, message, optional }) =>
      optional === undefined ? { name, message } : [],
    ) ?? [{ name: 'prove', message: wordsOf(proved) }],
    interpreter: proof?.interpreter.version,
    seconds: { build: first.seconds, verify: verified.seconds, prove: proved.seconds },
  };
}

const NOTHING = {
  build: 'fault',
  version: undefined,
  packages: 0,
  zippedBytes: 0,
  unzippedBytes: 0,
  findings: [],
  modules: [],
  interpreter: undefined,
  seconds: { build: 0, verify: 0, prove: 0 },
} as const;

function wordsOf({ out, err }: Session): string {
  return (err === '' ? out : err).trim();
}

function nameOf(requirement: string): string {
  return (/^[\w.-]+/.exec(requirement)?.[0] ?? '').toLowerCase().replaceAll(/[-_.]+/g, '-');
}
