import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRequirements } from './requirements-file.ts';

const HASH = 'ab'.repeat(32);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'requirements-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, Object.keys(files)[0] ?? '');
}

const read = (files: Readonly<Record<string, string>>, environment = {}) =>
  readRequirements(write(files), environment, 'requirements.txt');

describe('readRequirements', () => {
  test('reads names, comments, continued lines, hashes and markers', () => {
    const { requirements } = read({
      'a.txt': [
        '\uFEFF# the layer',
        'Pillow==9.5.0   # for pages',
        '',
        'requests==2.31.0 \\',
        `    --hash=sha256:${HASH.toUpperCase()} \\`,
        `    --hash sha256:${'cd'.repeat(32)}`,
        'tomli>=2; python_version < "3.11"',
        'a @ https://host/a-1-py3-none-any.whl#sha256=00',
      ].join('\r\n'),
    });
    expect(
      requirements.map(({ requirement, origin, hashes }) => [requirement.name, requirement.specifier, origin, hashes]),
    ).toEqual([
      ['pillow', '==9.5.0', 'requirements.txt line 2', []],
      ['requests', '==2.31.0', 'requirements.txt line 4', [HASH, 'cd'.repeat(32)]],
      ['tomli', '>=2', 'requirements.txt line 7', []],
      ['a', '', 'requirements.txt line 8', []],
    ]);
    expect(requirements[2]?.requirement.marker).toBeDefined();
    expect(requirements[3]?.requirement.url).toBe('https://host/a-1-py3-none-any.whl#sha256=00');
  });

  test('includes files beside the one that names them, once each', () => {
    const { requirements, constraints } = read({
      'b.txt': '-r more/inner.txt\n--constraint=more/pins.txt\na\n',
      'more/inner.txt': '-r ../b.txt\n-rdeep.txt\nb',
      'more/deep.txt': 'c',
      'more/pins.txt': 'a==1',
    });
    expect(requirements.map(({ requirement, origin }) => `${requirement.name}: ${origin}`)).toEqual([
      'c: deep.txt line 1',
      'b: more/inner.txt line 3',
      'a: requirements.txt line 3',
    ]);
    expect(constraints.map(({ requirement }) => requirement.specifier)).toEqual(['==1']);
  });

  test('reads index options, with variables from the environment', () => {
    const { options } = read(
      {
        'c.txt':
          '-i https://${TOKEN}@host/simple\n--extra-index-url https://other/simple\n-f wheels\n--find-links=/abs\n--pre\n--only-binary :all:\na',
      },
      { TOKEN: 'me:secret' },
    );
    expect(options).toEqual({
      indexUrl: 'https://me:secret@host/simple',
      extraIndexUrls: ['https://other/simple'],
      findLinks: [join(folder, 'wheels'), '/abs'],
      noIndex: false,
      prereleases: true,
    });
  });

  test('reads whether hashes are required', () => {
    expect(read({ 'h.txt': '--require-hashes\na==1' }).hashesRequired).toBe(true);
    expect(read({ 'i.txt': 'a==1' }).hashesRequired).toBe(false);
  });

  test.each([
    ['-e .', 'requirements.txt line 1: the option `-e` is not known here'],
    ['a --global-option=x', 'requirements.txt line 1: the option `--global-option` is not known here'],
    ['a --hash=md5:00', 'requirements.txt line 1: `--hash=md5:00` is not `sha256:` and 64 hex digits'],
    ['-r', 'requirements.txt line 1: `-r` has no value'],
    [
      '\n\n==1',
      'requirements.txt line 3: Requirement `==1` cannot be read: it does not begin with the name of a distribution',
    ],
    ['-r gone.txt', 'There is no readable file gone.txt'],
  ])('%j is a fault that names the line', (text, message) => {
    expect(() => read({ 'd.txt': text })).toThrow(message);
  });
});
