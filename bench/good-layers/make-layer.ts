import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { platformTags } from '../../packages/layerproof/src/target/platform-tags.ts';
import { parseTarget, type Target } from '../../packages/layerproof/src/target/target.ts';
import { RULES } from '../../packages/layerproof/src/verify/rules/index.ts';
import { layerproof } from '../native-packages/session.ts';
import type { GoodLayer, Maker } from './layers.ts';
import { virtualEnvironment } from './virtual-environment.ts';

const run = promisify(execFile);
/** Enough for the words of a failing installer. */
const MOST_WORDS = 16 << 20;

/** Where the layer lies, a zip or a folder; or why there is none. */
export type Made = { readonly path: string } | { readonly problem: string };

export interface MakeSetting {
  /** An empty folder, which the caller removes. */
  readonly folder: string;
  /** Holds the virtual environments of pip, for all layers. */
  readonly shared: string;
  /** Take everything from the caches. */
  readonly offline: boolean;
}

const MAKERS: Readonly<Record<Maker, (layer: GoodLayer, setting: MakeSetting) => Promise<Made>>> = {
  layerproof: byLayerproof,
  pip: byPip,
  npm: byNpm,
};

export async function makeLayer(layer: GoodLayer, setting: MakeSetting): Promise<Made> {
  return MAKERS[layer.maker](layer, setting);
}

/** Builds first from the cache, then with the network; with the findings let through, since they are what is asked for. */
async function byLayerproof({ requirement, runtime, architecture }: GoodLayer, setting: MakeSetting): Promise<Made> {
  const { folder, offline } = setting;
  writeFileSync(join(folder, 'requirements.txt'), `${requirement}\n`);
  const allowed = RULES.flatMap(({ id }) => ['--allow', id]);
  const args = ['build', 'requirements.txt', '--runtime', runtime, '--arch', architecture, '--json', ...allowed];
  const fromCache = await layerproof([...args, '--offline'], folder);
  const built = fromCache.exit === 0 || offline ? fromCache : await layerproof(args, folder);
  return built.exit === 0 ? { path: join(folder, 'layer.zip') } : { problem: built.err };
}

/** `pip install --platform … --only-binary=:all: --target`, as AWS tells people to do it, with every tag that the runtime takes. */
async function byPip({ requirement, runtime, architecture }: GoodLayer, setting: MakeSetting): Promise<Made> {
  const target = parseTarget(runtime, architecture);
  const version = target.facts.python?.version ?? '';
  // pip reads markers such as `python_version < "3.11"` for the Python that runs it, whatever `--python-version` says.
  const python = await virtualEnvironment([version, ...FALLBACKS], join(setting.shared, `pip-${version}`));
  if (python === undefined) return { problem: 'there is no CPython on this machine' };
  const platforms = platformTags(target).flatMap((tag) => ['--platform', tag]);
  const choice = ['--only-binary=:all:', '--implementation', 'cp', '--python-version', version, ...platforms];
  const quiet = ['--quiet', '--no-input', '--disable-pip-version-check', ...(setting.offline ? ['--no-index'] : [])];
  const into = ['--target', join(setting.folder, 'layer/python')];
  return installed(setting, python, ['-m', 'pip', 'install', ...quiet, ...into, ...choice, requirement]);
}

/** No script of a package is run. */
async function byNpm({ requirement, runtime, architecture }: GoodLayer, setting: MakeSetting): Promise<Made> {
  const prefix = join(setting.folder, 'layer/nodejs');
  mkdirSync(prefix, { recursive: true });
  writeFileSync(join(prefix, 'package.json'), '{}\n');
  const cpu = architecture === 'arm64' ? 'arm64' : 'x64';
  const target: Target = parseTarget(runtime, architecture);
  const system = ['--os=linux', `--cpu=${cpu}`, '--libc=glibc', `--node-version=${target.facts.node?.major}.0.0`];
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const source = setting.offline ? ['--offline'] : ['--prefer-offline'];
  return installed(setting, 'npm', ['install', '--prefix', prefix, ...system, ...quiet, ...source, requirement]);
}

async function installed({ folder }: MakeSetting, program: string, args: readonly string[]): Promise<Made> {
  try {
    await run(program, [...args], { cwd: folder, maxBuffer: MOST_WORDS });
    return { path: join(folder, 'layer') };
  } catch (error) {
    if (!(error instanceof Error && 'stderr' in error)) throw error;
    return { problem: lastLine(String(error.stderr)) };
  }
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n');
  return lines.findLast((line) => /error/i.test(line)) ?? lines.at(-1) ?? '';
}

/** Versions whose environment markers come nearest, where the machine has not the one itself. */
const FALLBACKS = ['3.13', '3.12', '3.11', '3.10', '3.9'];
