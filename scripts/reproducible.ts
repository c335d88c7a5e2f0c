/**
 * Builds one lock, with a folder of our own files, again and again, on Node 22 and 24, under another umask, time zone, locale and folder, with the compiled
 * command as it is published. Prints the sha256 of each layer; exits 1 when two differ.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installNode } from './install-node.ts';

const root = join(import.meta.dirname, '..');
const layerproof = join(root, 'packages/layerproof/dist/bin.js');
const target = ['--runtime', 'python3.9', '--arch', 'x86_64'];
const work = mkdtempSync(join(tmpdir(), 'reproducible-'));

interface Variant {
  readonly name: string;
  readonly node: string;
  readonly umask: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
}

try {
  process.exitCode = main();
} finally {
  rmSync(work, { recursive: true, force: true });
}

function main(): number {
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-b'], { cwd: root, stdio: 'inherit' });
  const lock = makeLock();
  const sums = variants().map((variant) => {
    const sha256 = build(variant, lock);
    console.log(`${sha256}  ${variant.name}`);
    return sha256;
  });
  const different = new Set(sums).size;
  console.log(
    different === 1 ? `${sums.length} builds, one sha256` : `${sums.length} builds, ${different} different layers`,
  );
  return different === 1 ? 0 : 1;
}

function makeLock(): string {
  const requirements = join(work, 'requirements.txt');
  writeFileSync(requirements, 'Pillow==9.5.0\nrequests==2.31.0\n');
  run(process.execPath, ['build', requirements, ...target, '-o', join(work, 'first.zip')], work, {});
  return join(work, 'pylock.toml');
}

function variants(): Variant[] {
  const plain = { umask: 0o022, environment: {}, folder: 'plain' };
  const node22 = installNode(22, work);
  const node24 = installNode(24, work);
  return [
    { name: 'Node 24', node: node24, ...plain },
    { name: 'Node 22', node: node22, ...plain, folder: 'node-22' },
    { name: 'Node 24, umask 077', node: node24, ...plain, umask: 0o077, folder: 'umask' },
    { name: 'Node 24, umask 000', node: node24, ...plain, umask: 0, folder: 'umask-open' },
    {
      name: 'Node 24, Asia/Kathmandu',
      node: node24,
      ...plain,
      environment: { TZ: 'Asia/Kathmandu' },
      folder: 'time-zone',
    },
    {
      name: 'Node 22, Turkish',
      node: node22,
      ...plain,
      environment: { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      folder: 'locale',
    },
    {
      name: 'Node 22, all at once, a folder with a space',
      node: node22,
      umask: 0o077,
      environment: { TZ: 'America/St_Johns' },
      folder: 'a folder/ü',
    },
  ];
}

function build(variant: Variant, lock: string): string {
  const folder = join(work, 'variants', variant.folder);
  mkdirSync(folder, { recursive: true });
  const before = process.umask(variant.umask);
  try {
    copyFileSync(lock, join(folder, 'pylock.toml'));
    // Files of one's own have no stream to copy: they show that the compressor is the lock's, not Node's.
    mkdirSync(join(folder, 'own/python'), { recursive: true });
    writeFileSync(
      join(folder, 'own/python/settings.py'),
      'ANSWERS = {\n' + '    "question": 42,\n'.repeat(5000) + '}\n',
    );
    run(variant.node, ['build', 'pylock.toml', 'own', ...target, '-o', 'layer.zip'], folder, variant.environment);
  } finally {
    process.umask(before);
  }
  return createHash('sha256')
    .update(readFileSync(join(folder, 'layer.zip')))
    .digest('hex');
}

function run(node: string, args: readonly string[], cwd: string, environment: Readonly<Record<string, string>>): void {
  execFileSync(node, [layerproof, ...args], {
    cwd,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
