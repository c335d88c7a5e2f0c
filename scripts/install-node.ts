import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts the newest Node of this major into a folder, from the same packages that the repository itself takes it from. Gives the path
 * of the program.
 */
export function installNode(major: number, folder: string): string {
  const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const prefix = join(folder, `node${major}`);
  mkdirSync(prefix);
  writeFileSync(join(prefix, 'package.json'), '{}');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const options = ['--prefix', prefix, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(npm, ['install', ...options, `${packageName}@${major}`], {
    cwd: prefix,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const node = join(prefix, 'node_modules', packageName, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  if (!version.startsWith(`v${major}.`)) throw new Error(`${node} is ${version}, not ${major}`);
  return node;
}
