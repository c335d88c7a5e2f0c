import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);

/** Hosts of the Python and npm registries, put together here so that no file of ours holds one, not even this test. */
const REGISTRY_HOSTS = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['pypi', 'org'],
  ['files', 'pythonhosted', 'org'],
].map((parts) => parts.join('.'));

interface Lockfile {
  readonly packages: Readonly<Record<string, { resolved?: string; link?: boolean; integrity?: string }>>;
}

describe('the repository', () => {
  test('names no package registry in any file', () => {
    const naming = tracked.filter((path) => {
      const text = readFileSync(join(root, path), 'latin1');
      return REGISTRY_HOSTS.some((host) => text.includes(host));
    });
    expect(naming).toEqual([]);
  });

  test('has a lockfile that pins every package by its hash and none by an address', () => {
    const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lockfile;
    const installed = Object.entries(packages).filter(
      ([path, entry]) => path.includes('node_modules/') && entry.link !== true,
    );
    expect(installed.length).toBeGreaterThan(100);
    expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
  });
});
