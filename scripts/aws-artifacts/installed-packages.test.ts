import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { formatFault, isFault } from '@ocr-pipeline/fault';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installedClosure } from './installed-packages.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'installed-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Needs {
  readonly dependencies?: readonly string[];
  readonly optionalDependencies?: readonly string[];
}

/** Installs a package of no files: `path` is relative to `node_modules`. */
function install(path: string, { dependencies = [], optionalDependencies = [] }: Needs = {}): void {
  const folder = join(root, 'node_modules', path);
  mkdirSync(folder, { recursive: true });
  const ranges = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, '*']));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      version: '1.0.0',
      dependencies: ranges(dependencies),
      optionalDependencies: ranges(optionalDependencies),
    }),
  );
}

function closure(names: readonly string[], cpu: 'x64' | 'arm64' = 'x64'): string[] {
  return installedClosure(root, names, cpu).map(({ folder }) => relative(join(root, 'node_modules'), folder));
}

function faultOf(find: () => unknown): string {
  try {
    find();
  } catch (error) {
    if (isFault(error)) return formatFault(error);
    throw error;
  }
  return 'no fault';
}

describe('the packages of the layer', () => {
  test('are those named and all that they depend on, each once, also in a circle', () => {
    install('a', { dependencies: ['b', 'c'] });
    install('b', { dependencies: ['c'] });
    install('c', { dependencies: ['a'] });
    install('d');
    expect(closure(['a'])).toEqual(['a', 'b', 'c']);
  });

  test('take the version that the dependent itself would find', () => {
    install('a', { dependencies: ['b'] });
    install('b');
    install('a/node_modules/b');
    install('c', { dependencies: ['b'] });
    expect(closure(['a'])).toEqual(['a', 'a/node_modules/b']);
    expect(closure(['c'])).toEqual(['b', 'c']);
  });

  test('have the native code of the one system that the layer is for', () => {
    const forIt = ['@a/linux-x64', '@b/b-linux-x64', '@c/c-linux-x64-gnu'];
    const forOthers = ['@a/linux-arm64', '@b/b-linuxmusl-x64', '@b/b-darwin-x64', '@c/c-linux-x64-musl'];
    const optionalDependencies = [...forIt, ...forOthers];
    install('a', { optionalDependencies });
    for (const name of optionalDependencies) install(name);
    expect(closure(['a'])).toEqual([...forIt, 'a']);
  });

  test('are refused when one is not installed, with the command that installs it', () => {
    install('a', { optionalDependencies: ['@a/a-linux-x64', '@a/a-linux-arm64'] });
    install('@a/a-linux-x64');
    expect(closure(['a'])).toEqual(['@a/a-linux-x64', 'a']);
    expect(faultOf(() => closure(['a'], 'arm64'))).toMatchInlineSnapshot(`
      "error[package-not-installed]: a needs @a/a-linux-arm64 in the layer, and it is not installed here

      hint: Install the packages of the layer's target first: npm install --os=linux --cpu=arm64 --libc=glibc"
    `);
    expect(faultOf(() => closure(['another']))).toContain('the pipeline needs another in the layer');
  });
});
