import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PackageURL, UrlConverter } from '@socketregistry/packageurl-js';
import { indexSettings } from './index-config.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'index-config-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(home, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** On Linux, with this home alone: PIP_CONFIG_FILE is given where pip's other files must not matter. */
function settings(environment: Record<string, string> = {}, ofFile = {}) {
  const found = indexSettings({ environment, platform: 'linux', home, folder: join(home, 'work') }, ofFile);
  return { ...found, indexes: found.indexes.map(({ url }) => url) };
}

/** The header that is sent to an address, as user and password. */
async function sent(address: string, { credentials }: ReturnType<typeof settings>): Promise<string | undefined> {
  const header = await credentials.headerFor(new URL(address));
  return header === undefined ? undefined : Buffer.from(header.replace('Basic ', ''), 'base64').toString();
}

const NO_PIP_FILES = { PIP_CONFIG_FILE: '/dev/null' };
const publicIndex = UrlConverter.toDownloadUrl(PackageURL.fromString('pkg:pypi/x@0'))?.url.replace(/x\/$/, '');

describe('indexSettings', () => {
  test('is the public index when nobody says anything', () => {
    const { indexes, findLinks, strategy } = settings(NO_PIP_FILES);
    expect({ indexes, findLinks, strategy }).toEqual({
      indexes: [publicIndex],
      findLinks: [],
      strategy: 'first-index',
    });
  });

  test('the requirements file wins over the environment, the environment over pip.conf, pip.conf over uv.toml', () => {
    const pip = file('pip.conf', '[global]\nindex-url = https://pip.example/simple\n');
    file('.config/uv/uv.toml', 'index-url = "https://uv.example/simple"\n');
    const environment = { PIP_CONFIG_FILE: pip, PIP_INDEX_URL: 'https://environment.example/simple/' };
    expect(settings(environment, { indexUrl: 'https://file.example/simple' }).indexes).toEqual([
      'https://file.example/simple/',
    ]);
    expect(settings(environment).indexes).toEqual(['https://environment.example/simple/']);
    expect(settings({ PIP_CONFIG_FILE: pip }).indexes).toEqual(['https://pip.example/simple/']);
    expect(settings(NO_PIP_FILES).indexes).toEqual(['https://uv.example/simple/']);
  });

  test('extra indexes come before the main one', () => {
    const environment = {
      ...NO_PIP_FILES,
      PIP_INDEX_URL: 'https://main.example/simple',
      PIP_EXTRA_INDEX_URL: 'https://one.example/simple https://two.example/simple',
      UV_INDEX: 'named=https://three.example/simple',
    };
    expect(settings(environment).indexes).toEqual([
      'https://one.example/simple/',
      'https://two.example/simple/',
      'https://three.example/simple/',
      'https://main.example/simple/',
    ]);
  });

  test('credentials are kept apart from the address, and sent to what lies nearest', async () => {
    const found = settings({
      ...NO_PIP_FILES,
      PIP_INDEX_URL: 'https://me:se%40cret@host.example/a/simple',
      PIP_EXTRA_INDEX_URL: 'https://TOKEN@host.example/b/simple',
    });
    expect(found.indexes).toEqual(['https://host.example/b/simple/', 'https://host.example/a/simple/']);
    expect(await sent('https://host.example/a/files/x.whl', found)).toBe('me:se@cret');
    expect(await sent('https://host.example/b/files/x.whl', found)).toBe('TOKEN:');
    expect(await sent('https://other.example/a/simple/x/', found)).toBeUndefined();
    expect(await sent('http://host.example/a/simple/x/', found)).toBeUndefined();
  });

  test('credentials of the netrc file, where the address has none', async () => {
    file(
      '.netrc',
      'machine a.example login me\n  password secret # mine\nmacdef init\nmachine b.example\n\ndefault login all password open\n',
    );
    const of = (address: string) => sent(address, settings({ ...NO_PIP_FILES, PIP_INDEX_URL: address }));
    expect(await of('https://a.example/simple')).toBe('me:secret');
    expect(await of('https://you:own@a.example/simple')).toBe('you:own');
    expect(await of('https://b.example/simple')).toBe('all:open');
    const other = file('other-netrc', 'machine c.example account x login "x" password y');
    const chosen = settings({ ...NO_PIP_FILES, NETRC: other });
    expect(await sent('https://a.example/', chosen)).toBeUndefined();
    expect(await sent('https://c.example/', chosen)).toBe('x:y');
  });

  test('credentials of a named index come from its variables', async () => {
    const found = settings({
      ...NO_PIP_FILES,
      UV_INDEX: 'my-index.1=https://host.example/simple',
      UV_INDEX_MY_INDEX_1_USERNAME: 'me',
      UV_INDEX_MY_INDEX_1_PASSWORD: 'secret',
    });
    expect(await sent('https://host.example/simple/x/', found)).toBe('me:secret');
  });

  test('pip.conf: [install] wins over [global], lists stand on their own lines, later files win', () => {
    file(
      '.config/pip/pip.conf',
      '[global]\nindex-url = https://user.example/simple\nfind-links =\n    /wheels/a\n    /wheels/b\n',
    );
    const chosen = file(
      'chosen.conf',
      '[global]\nindex-url=https://global.example/simple\n[install]\nindex-url=https://install.example/simple\n',
    );
    expect(settings().indexes).toEqual(['https://user.example/simple/']);
    expect(settings().findLinks).toEqual(['/wheels/a', '/wheels/b']);
    expect(settings({ PIP_CONFIG_FILE: chosen }).indexes).toEqual(['https://install.example/simple/']);
  });

  test('uv.toml: the nearest one upwards, with its named indexes', () => {
    file('.config/uv/uv.toml', 'index-url = "https://user.example/simple"\n');
    file(
      'uv.toml',
      '[[index]]\nname = "a"\nurl = "https://a.example/simple"\n[[index]]\nurl = "https://main.example/simple"\ndefault = true\n[[index]]\nname = "b"\nurl = "https://b.example/simple"\nexplicit = true\n',
    );
    expect(settings(NO_PIP_FILES).indexes).toEqual(['https://a.example/simple/', 'https://main.example/simple/']);
  });

  test('no index at all, folders alone', () => {
    const found = settings({ ...NO_PIP_FILES, PIP_NO_INDEX: '1', PIP_FIND_LINKS: '/wheels ~/wheels' });
    expect(found.indexes).toEqual([]);
    expect(found.findLinks).toEqual(['/wheels', join(home, 'wheels')]);
  });

  test('a broken file or address is a fault', () => {
    file('uv.toml', 'index-url = [');
    expect(() => settings(NO_PIP_FILES)).toThrow(/uv\.toml: it is not TOML/);
    expect(() => settings({ ...NO_PIP_FILES, PIP_INDEX_URL: 'me:secret@host', UV_NO_CONFIG: '1' })).toThrow(
      /^Configuration of PIP_INDEX_URL: `…@host` is not the address of an index$/,
    );
  });
});
