/**
 * Builds one project again and again, from its requirements and from its lock, with a folder of our own files, with the compiled
 * command as it is published: on Node 22, 24 and 26, and by chance under other umasks, locales, time zones, folders, homes, file
 * systems, orders of files and states of the cache, all at once. Prints the sha256 of each layer; exits 1 when anything that is
 * written differs.
 *
 *   npm run reproducible [-- --builds N] [--seed N]
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomNumbers } from '../test/typeset/random.ts';
import { installNode } from './install-node.ts';
import {
  buildVariant,
  describeVariant,
  OWN_FILES,
  type Project,
  randomVariant,
  readFiles,
  type Variant,
  type Written,
} from './reproducible/variant.ts';

const root = join(import.meta.dirname, '..');
const layerproof = join(root, 'packages/layerproof/dist/command/bin.js');
const TARGET = ['--runtime', 'python3.9', '--arch', 'x86_64'];
const NODES = [22, 24, 26];
const { values } = parseArgs({
  options: { builds: { type: 'string', default: '9' }, seed: { type: 'string', default: String(Date.now() % 1e9) } },
});
const work = mkdtempSync(join(tmpdir(), 'reproducible-'));
const memory = onMemory();

try {
  process.exitCode = main();
} finally {
  rmSync(work, { recursive: true, force: true });
  if (memory !== undefined) rmSync(memory, { recursive: true, force: true });
}

function main(): number {
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-b', 'packages/layerproof'], { cwd: root, stdio: 'inherit' });
  const bundle = join(root, 'scripts/bundle-command.ts');
  execFileSync(process.execPath, ['--conditions=source', bundle], { cwd: root, stdio: 'inherit' });
  const project = makeProject();
  const commands = NODES.map((major) => [installNode(major, work), layerproof] as const);
  const random = randomNumbers(Number(values.seed));
  console.log(`seed ${values.seed}`);
  const first = new Map<string, string>();
  const differences: string[] = [];
  for (let build = 0; build < Number(values.builds); build++) {
    // Every Node has its turn; the rest is by chance.
    const command = commands[build % commands.length];
    if (command === undefined) break;
    const variant = randomVariant(
      { commands: [command], roots: [work, ...(memory === undefined ? [] : [memory])] },
      random,
    );
    const written = buildVariant(project, variant);
    console.log(`${written.get('lock/layer.zip')}  ${nameOf(variant)}`);
    differences.push(...compare(first, written, build));
  }
  for (const difference of differences) console.log(difference);
  const files = [...first.keys()].join(', ');
  console.log(differences.length === 0 ? `${values.builds} builds, the same ${files}` : `${differences.length} differ`);
  return differences.length === 0 ? 0 : 1;
}

/** The same files everywhere, and the same zip from the requirements as from the lock. */
function compare(first: Map<string, string>, written: Written, build: number): string[] {
  const differences: string[] = [];
  for (const [name, sha256] of written) {
    if (!first.has(name)) first.set(name, sha256);
    if (first.get(name) !== sha256)
      differences.push(`build ${build + 1}: ${name} is ${sha256}, not ${first.get(name)}`);
  }
  if (written.get('lock/layer.zip') !== written.get('requirements/layer.zip')) {
    differences.push(`build ${build + 1}: the lock gives another zip than the requirements`);
  }
  return differences;
}

/** The lock and the cache of a first build, on this Node. */
function makeProject(): Project {
  const folder = join(work, 'first');
  const cache = join(work, 'first-cache');
  mkdirSync(folder);
  const requirements = 'Pillow==9.5.0\nrequests==2.31.0\n';
  writeFileSync(join(folder, 'requirements.txt'), requirements);
  execFileSync(process.execPath, [layerproof, 'build', 'requirements.txt', ...TARGET], {
    cwd: folder,
    env: { ...process.env, LAYERPROOF_CACHE_DIR: cache },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const files = new Map([...readFiles(folder)].filter(([path]) => /^(?:requirements\.txt|pylock\.toml)$/.test(path)));
  return { files: new Map([...files, ...OWN_FILES]), cache: readFiles(cache), target: TARGET };
}

function nameOf(variant: Variant): string {
  const version = execFileSync(variant.command[0], ['--version'], { encoding: 'utf8' }).trim();
  return `${version} ${describeVariant(variant).replace(`${variant.command[0]} `, '')}`;
}

/** A folder on a file system that gives files back in the order that they were made; undefined where there is none. */
function onMemory(): string | undefined {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return mkdtempSync('/dev/shm/reproducible-');
  } catch {
    console.log('there is no /dev/shm: everything is built on one file system');
    return undefined;
  }
}
