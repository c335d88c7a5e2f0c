import { expect, test } from 'vitest';
import { parseCommandLine, RUNTIMES } from './command-line.ts';
import { PACKAGES } from './packages.ts';

test('everything, unless some packages or runtimes are named', () => {
  const all = { packages: PACKAGES, runtimes: RUNTIMES, architecture: 'x86_64', everyModule: false, offline: false };
  expect(parseCommandLine([])).toEqual({ ...all, report: undefined, json: undefined });
  const some = parseCommandLine(['--packages', 'pillow,numpy', '--runtimes', 'python3.9', '-o', 'a.md', '--offline']);
  expect(some.packages.map(({ requirement }) => requirement)).toEqual(['Pillow', 'numpy']);
  expect(some).toMatchObject({ runtimes: ['python3.9'], report: 'a.md', offline: true });
});

test('a package that is not in the list is an error that names those that are', () => {
  expect(() => parseCommandLine(['--packages', 'requests'])).toThrow(
    /^requests is not in packages\.ts, which has aiohttp, /,
  );
});
