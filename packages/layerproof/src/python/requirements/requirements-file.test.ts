import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRequirements } from './requirements-file.ts';

const HASH = 'ab'.repeat(32);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'requirements-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, Object.keys(files)[0] ?? '');
}

/** Files of the web by their addresses. */
const WEB: Readonly<Record<string, string>> = {
  'https://host.example/team/base.txt': 'a\n-r more/deep.txt\n-c https://host.example/pins.txt',
  'https://host.example/team/more/deep.txt': 'b',
  'https://host.example/pins.txt': 'a==1',
};
const fetchFile = async (address: string) => {
  const text = WEB[address];
  return text === undefined ? undefined : Buffer.from(text);
};

const read = (files: Readonly<Record<string, string | Uint8Array>>, environment = {}) =>
  readRequirements(write(files), { environment, label: 'requirements.txt', fetchFile, folder });

describe('readRequirements', () => {
  test('reads names, comments, continued lines, hashes and markers', async () => {
    const { requirements } = await read({
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

  test('joins lines as pip does: a comment line ends the line that it stands in, another comment takes the next line along', async () => {
    const { requirements } = await read({ 'j.txt': 'a>=1,\\\n<2\nb==1 \\\n# why\nc # never \\\nd\ne==\\\n1\\' });
    expect(requirements.map(({ requirement: { name, specifier } }) => name + specifier)).toEqual([
      'a>=1,<2',
      'b==1',
      'c',
      'e==1',
    ]);
  });

  test('includes files beside the one that names them, once each', async () => {
    const { requirements, constraints } = await read({
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

  test('includes files of the web, and those beside them there', async () => {
    const { requirements, constraints } = await read({ 'w.txt': '-r https://host.example/team/base.txt' });
    expect(requirements.map(({ requirement, origin }) => `${requirement.name}: ${origin}`)).toEqual([
      'a: https://host.example/team/base.txt line 1',
      'b: https://host.example/team/more/deep.txt line 1',
    ]);
    expect(constraints.map(({ requirement }) => requirement.specifier)).toEqual(['==1']);
    await expect(read({ 'w.txt': '-c https://me:secret@host.example/gone.txt' })).rejects.toThrow(
      'The server has no file https://host.example/gone.txt',
    );
  });

  test('reads index options, with variables from the environment, several on a line', async () => {
    mkdirSync(join(folder, 'wheels'), { recursive: true });
    const { options } = await read(
      {
        'c.txt':
          '-i https://${TOKEN}@host/simple --trusted-host host\n--extra-index-url "https://other/simple"\n-f wheels\n-f https://pages.example/wheels\n--find-links=${FOLDER}\n--pre\n--only-binary :all:\na',
      },
      { TOKEN: 'me:secret', FOLDER: folder },
    );
    expect(options).toEqual({
      indexUrl: 'https://me:secret@host/simple',
      extraIndexUrls: ['https://other/simple'],
      findLinks: [join(folder, 'wheels'), 'https://pages.example/wheels', folder],
      noIndex: false,
      prereleases: true,
      trustedHosts: ['host'],
    });
  });

  test('reads whether hashes are required, and hashes of other algorithms', async () => {
    expect((await read({ 'h.txt': '--require-hashes\na==1' })).hashesRequired).toBe(true);
    const [asked] = (await read({ 'i.txt': `a==1 --hash=sha512:${'AB'.repeat(64)}` })).requirements;
    expect(asked).toMatchObject({ hashes: [], otherHashes: [{ algorithm: 'sha512', hex: 'ab'.repeat(64) }] });
    expect((await read({ 'i.txt': 'a==1' })).hashesRequired).toBe(false);
  });

  test('reads wheels by their paths and addresses', async () => {
    mkdirSync(join(folder, 'dist'), { recursive: true });
    const wheel = join(folder, 'dist/My_Page-2.0-py3-none-any.whl');
    writeFileSync(wheel, '');
    const url = pathToFileURL(wheel).href;
    const { requirements } = await read({
      'p.txt': [
        './dist/My_Page-2.0-py3-none-any.whl',
        `dist/My_Page-2.0-py3-none-any.whl[Colour, b] ; python_version < "3.12"`,
        wheel,
        url,
        'my-page @ file:dist/My_Page-2.0-py3-none-any.whl',
        'https://host.example/page-1-py3-none-any.whl#sha256=00',
      ].join('\n'),
    });
    expect(requirements.map(({ requirement: { name, extras, url: at } }) => [name, extras, at])).toEqual([
      ['my-page', [], url],
      ['my-page', ['b', 'colour'], url],
      ['my-page', [], url],
      ['my-page', [], url],
      ['my-page', [], url],
      ['page', [], 'https://host.example/page-1-py3-none-any.whl#sha256=00'],
    ]);
    expect(requirements[1]?.requirement.marker).toBeDefined();
  });

  test('what is about building has no effect, and a note says so', async () => {
    const { notes, requirements } = await read({
      'n.txt': '--no-binary numpy\n--use-feature=fast-deps\na --config-settings="k=v w"\n--prefer-binary',
    });
    expect(requirements.map(({ requirement }) => requirement.name)).toEqual(['a']);
    expect(notes).toEqual([
      'requirements.txt line 1: `--no-binary numpy` is not followed, as nothing is built',
      'requirements.txt line 2: `--use-feature` has no effect here',
      'requirements.txt line 3: `--config-settings` is for building, and wheels are taken as they are',
    ]);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from('\uFEFFa # ü')],
    ['UTF-16, little-endian', Buffer.from('\uFEFFa # ü', 'utf16le')],
    ['UTF-16, big-endian', Buffer.from('\uFEFFa # ü', 'utf16le').swap16()],
    ['UTF-32, little-endian', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
    ['UTF-32, big-endian', Buffer.from([0, 0, 0xfe, 0xff, 0, 0, 0, 0x61])],
    ['what its second line says', Buffer.from('# first\n# -*- coding: latin-1 -*-\na # \xfc', 'latin1')],
  ])('reads a file in %s', async (_, bytes) => {
    const { requirements } = await read({ 'e.txt': bytes });
    expect(requirements.map(({ requirement }) => requirement.name)).toEqual(['a']);
  });

  test.each([
    ['-e .', 'requirements.txt line 1: `-e .` is an editable installation, which points at this machine'],
    ['--editable=git+https://host/a', '`-e git+https://host/a` is an editable installation'],
    ['git+https://host/a.git@main', 'line 1: `git+https://host/a.git@main` is a repository'],
    ['a @ git+https://host/a.git', 'line 1: `a @ git+https://host/a.git` is a repository'],
    ['https://host/a-1.tar.gz', 'line 1: `https://host/a-1.tar.gz` is a source archive'],
    ['a @ https://host/a-1.zip', 'line 1: `a @ https://host/a-1.zip` is a source archive'],
    ['.', 'line 1: `.` is a folder of sources'],
    ['./gone-1-py3-none-any.whl', 'line 1: there is no file ./gone-1-py3-none-any.whl'],
    ['https://host/a.whl', 'line 1: a.whl is not the file name of a wheel'],
    ['a --install-option=x', 'requirements.txt line 1: the option `--install-option` is not known here'],
    ['a --pre', 'requirements.txt line 1: `--pre` stands on a line of its own'],
    ['--hash=sha256:00', '`--hash` belongs to a requirement on the same line'],
    ['a --hash=md5:00', '`--hash=md5:00` is not sha256, sha384 or sha512 and its hex digits'],
    ['a --hash=sha256:00', '`--hash=sha256:00` has 2 hex digits, and sha256 has 64'],
    ['-i "https://host', 'a quote in `"https://host` is never closed'],
    ['-r', 'requirements.txt line 1: `-r` has no value'],
    [
      '\n\n==1',
      'requirements.txt line 3: Requirement `==1` cannot be read: it does not begin with the name of a distribution',
    ],
    ['-r gone.txt', 'There is no readable file gone.txt, which requirements.txt line 1 includes'],
    [Buffer.from('a # \xfc', 'latin1'), 'requirements.txt: its bytes are not text in utf-8'],
    ['# coding: klingon\na', 'requirements.txt: its bytes are not text in klingon'],
  ])('%j is a fault that names the line', async (text, message) => {
    await expect(read({ 'd.txt': text })).rejects.toThrow(message);
  });
});
