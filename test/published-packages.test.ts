import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folders = ['packages', 'apps'].flatMap((room) => readdirSync(join(root, room)).map((name) => `${room}/${name}`));

interface Package {
  readonly name: string;
  readonly private?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const packages = folders.map((folder) => {
  const {
    name,
    private: isPrivate,
    dependencies,
  } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Package;
  return { folder, name, isPrivate: isPrivate === true, dependencies };
});
const published = packages.filter(({ isPrivate }) => !isPrivate);

describe.each(published)('the package $name', ({ folder, dependencies = {} }) => {
  // npm itself says what it would pack; it opens no connection for that.
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--offline'], { cwd: join(root, folder), encoding: 'utf8' }),
  ) as [{ files: { path: string }[] }];
  const paths = packed.files.map(({ path }) => path);

  test('carries its licence and says what it is', () => {
    expect(paths).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json']));
    expect(readFileSync(join(root, folder, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
  });

  test('carries no source, no test and no help for tests', () => {
    expect(paths.filter((path) => /^src\/|\.test\.|\/testing\/|tsbuildinfo/.test(path))).toEqual([]);
  });

  test('needs nothing of this repository that is not published', () => {
    const hidden = new Set(packages.filter(({ isPrivate }) => isPrivate).map(({ name }) => name));
    expect(Object.keys(dependencies).filter((name) => hidden.has(name))).toEqual([]);
  });
});
