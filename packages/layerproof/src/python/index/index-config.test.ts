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
const settings = (environment: Record<string, string> = {}, ofFile = {}) =>
  indexSettings({ environment, platform: 'linux', home, folder: join(home, 'work') }, ofFile);

const NO_PIP_FILES = { PIP_CONFIG_FILE: '/dev/null' };
const publicIndex = UrlConverter.toDownloadUrl(PackageURL.fromString('pkg:pypi/x@0'))?.url.replace(/x\/$/, '');

describe('indexSettings', () => {
  test('is the public index when nobody says anything', () => {
    expect(settings(NO_PIP_FILES)).toEqual({ indexes: [publicIndex], folders: [], authorizations: new Map() });
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

  test('credentials are kept apart from the address, by origin', () => {
    const { indexes, authorizations } = settings({
      ...NO_PIP_FILES,
      PIP_INDEX_URL: 'https://me:secret@host.example/simple',
    });
    expect(indexes).toEqual(['https://host.example/simple/']);
    expect([...authorizations]).toEqual([
      ['https://host.example', `Basic ${Buffer.from('me:secret').toString('base64')}`],
    ]);
  });

  test('credentials of the netrc file, where the address has none', () => {
    file(
      '.netrc',
      'machine a.example login me\n  password secret # mine\nmacdef init\nmachine b.example\n\ndefault login all password open\n',
    );
    const header = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
    const of = (address: string) => [...settings({ ...NO_PIP_FILES, PIP_INDEX_URL: address }).authorizations.values()];
    expect(of('https://a.example/simple')).toEqual([header('me:secret')]);
    expect(of('https://you:own@a.example/simple')).toEqual([header('you:own')]);
    expect(of('https://b.example/simple')).toEqual([header('all:open')]);
    const other = file('other-netrc', 'machine c.example login x password y');
    expect(settings({ ...NO_PIP_FILES, NETRC: other }).authorizations.size).toBe(0);
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
    expect(settings().folders).toEqual(['/wheels/a', '/wheels/b']);
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
    expect(settings({ ...NO_PIP_FILES, PIP_NO_INDEX: '1', PIP_FIND_LINKS: '/wheels' })).toEqual({
      indexes: [],
      folders: ['/wheels'],
      authorizations: new Map(),
    });
  });

  test('a broken file or address is a fault', () => {
    file('uv.toml', 'index-url = [');
    expect(() => settings(NO_PIP_FILES)).toThrow(/uv\.toml: it is not TOML/);
    expect(() => settings({ ...NO_PIP_FILES, PIP_INDEX_URL: 'me:secret@host', UV_NO_CONFIG: '1' })).toThrow(
      /^Configuration of index: an index address is no URL of the web$/,
    );
  });
});
