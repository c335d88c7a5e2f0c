import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from './config-parser.ts';
import { indexSettings } from './index-config.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'configuration-files-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(home, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const settings = (environment: Record<string, string> = {}, platform: NodeJS.Platform = 'linux') =>
  indexSettings({
    environment: { XDG_CONFIG_DIRS: join(home, 'xdg'), ...environment },
    platform,
    home,
    folder: join(home, 'work'),
  });
const urls = (environment: Record<string, string> = {}, platform?: NodeJS.Platform) =>
  settings(environment, platform).indexes.map(({ url }) =>
    url.replace(/^https:\/\/([a-z]+)\.example\/simple\/$/, '$1'),
  );
const index = (name: string) => `https://${name}.example/simple`;
const NO_PIP = { PIP_CONFIG_FILE: '/dev/null' };

describe('a file as configparser reads it', () => {
  test('has values with `#`, `;` and quotes, values that go on, and comments on lines of their own', () => {
    const text =
      '# first\n[global]\nPassword: a;b#c"d" = e\nlist =\n  one\n  # between\n\n  two\n; last\n[install]\nempty =\nkey=1';
    const sections = parseConfig(`\uFEFF${text}`, 'pip.conf');
    expect(Object.fromEntries(sections.get('global') ?? [])).toEqual({ password: 'a;b#c"d" = e', list: '\none\ntwo' });
    expect(Object.fromEntries(sections.get('install') ?? [])).toEqual({ empty: '', key: '1' });
  });

  test.each(['key = 1', '[global]\nno key'])('that is none is a fault: %j', (text) => {
    expect(() => parseConfig(text, 'pip.conf')).toThrow(/^Configuration of pip\.conf: line \d is no `key = value`/);
  });
});

describe('pip', () => {
  test('reads its files in order, each place over the one before, and sections over files', () => {
    const places = ['xdg/pip/pip.conf', '.pip/pip.conf', '.config/pip/pip.conf', 'virtual/pip.conf', 'chosen.conf'];
    const environment = { VIRTUAL_ENV: join(home, 'virtual'), PIP_CONFIG_FILE: join(home, 'chosen.conf') };
    for (const [at, place] of places.entries()) {
      file(place, `[global]\nindex_url = ${index('abcde'[at] ?? '')}\n`);
      expect(urls(environment)).toEqual(['abcde'[at]]);
    }
    file(
      'xdg/pip/pip.conf',
      `[install]\nindex-url = ${index('install')}\n[download]\nindex-url = ${index('download')}\n`,
    );
    expect(urls(environment)).toEqual(['install']);
  });

  test('has places of its own on Windows and macOS', () => {
    file('Roaming/pip/pip.ini', `[global]\nindex-url = ${index('windows')}\n`);
    expect(urls({ APPDATA: join(home, 'Roaming') }, 'win32')).toEqual(['windows']);
    file('Library/Application Support/pip/pip.conf', `[global]\nindex-url = ${index('mac')}\n`);
    expect(urls({}, 'darwin')).toEqual(['mac']);
  });

  test('a variable takes the place of the same list in a file', () => {
    file(
      '.config/pip/pip.conf',
      `[global]\nindex-url = ${index('main')}\nextra-index-url = ${index('a')}\n  ${index('b')}\n`,
    );
    expect(urls()).toEqual(['a', 'b', 'main']);
    expect(urls({ PIP_EXTRA_INDEX_URL: index('c') })).toEqual(['c', 'main']);
  });

  test('its settings of the network, with who makes them', () => {
    const text =
      '[global]\ncert = ~/ca.pem\nclient-cert = /me.pem\nproxy = http://proxy:1\ntimeout = 7\nretries = 2\npre = true\ntrusted-host = a.example\n  b.example:8443\n';
    const path = file('.config/pip/pip.conf', text);
    const { network, prereleases } = settings();
    expect(prereleases).toBe(true);
    expect(network).toEqual({
      certificates: { path: join(home, 'ca.pem'), origin: `cert in ${path}` },
      clientCertificate: { path: '/me.pem', origin: `client-cert in ${path}` },
      proxy: 'http://proxy:1',
      timeout: 7,
      retries: 2,
      trustedHosts: ['a.example', 'b.example:8443'],
      systemCertificates: undefined,
    });
    const environment = {
      PIP_CERT: '/other.pem',
      PIP_DEFAULT_TIMEOUT: '9',
      PIP_TRUSTED_HOST: 'c.example',
      PIP_PRE: '0',
    };
    const changed = settings(environment);
    expect(changed.network).toMatchObject({
      certificates: { path: '/other.pem', origin: 'PIP_CERT' },
      trustedHosts: ['c.example'],
    });
    expect(changed.prereleases).toBe(false);
    expect(changed.network.timeout).toBe(9);
  });

  // A folder of that name, which not even root can read as a file.
  test('a file that cannot be read is a fault', () => {
    file('.config/pip/pip.conf/inside', '');
    expect(() => settings()).toThrow(/pip\.conf: it cannot be read$/);
  });
});

describe('uv', () => {
  test('joins the files of project, user and system, the nearest first', () => {
    file('uv.toml', `index-url = "${index('project')}"\nextra-index-url = ["${index('a')}"]\n`);
    file(
      '.config/uv/uv.toml',
      `index-url = "${index('user')}"\nextra-index-url = ["${index('b')}"]\nprerelease = "allow"\n`,
    );
    file('xdg/uv/uv.toml', `extra-index-url = ["${index('c')}"]\n`);
    expect(urls(NO_PIP)).toEqual(['a', 'b', 'c', 'project']);
    expect(settings(NO_PIP).prereleases).toBe(true);
    expect(urls({ ...NO_PIP, UV_CONFIG_FILE: file('only.toml', `index-url = "${index('only')}"\n`) })).toEqual([
      'only',
    ]);
  });

  test('reads [tool.uv] of pyproject.toml, unless uv.toml lies beside it', () => {
    file('pyproject.toml', `[tool.uv]\nindex-url = "${index('project')}"\n`);
    expect(urls(NO_PIP)).toEqual(['project']);
    file('uv.toml', `index-url = "${index('beside')}"\n`);
    expect(urls(NO_PIP)).toEqual(['beside']);
    file('work/pyproject.toml', '[project]\nname = "says-nothing-of-uv"\n');
    expect(urls(NO_PIP)).toEqual(['beside']);
  });

  test('an index may be the main one, only for some, or a flat list; paths start from the file', () => {
    const entries = [
      `{ url = "${index('flat')}", format = "flat" }`,
      '{ url = "wheels", format = "flat" }',
      `{ url = "${index('explicit')}", explicit = true, name = "x" }`,
      `{ url = "${index('main')}", default = true }`,
      `{ url = "${index('a')}", ignore-error-codes = [403] }`,
    ];
    file('uv.toml', `index = [${entries.join(', ')}]\nfind-links = ["more"]\nindex-strategy = "unsafe-best-match"\n`);
    expect(urls(NO_PIP)).toEqual(['a', 'main']);
    const { findLinks, indexes, strategy } = settings(NO_PIP);
    expect(findLinks).toEqual([index('flat'), join(home, 'wheels'), join(home, 'more')]);
    expect(indexes[0]?.absentStatuses).toEqual(new Set([403]));
    expect(strategy).toBe('unsafe-best-match');
  });

  test('its variables win over its files, and pip’s over uv’s', () => {
    file(
      'uv.toml',
      `offline = true\nnative-tls = true\nallow-insecure-host = ["a.example"]\nindex-url = "${index('file')}"\n`,
    );
    expect(settings(NO_PIP)).toMatchObject({
      offline: true,
      network: { systemCertificates: true, trustedHosts: ['a.example'] },
    });
    const environment = {
      ...NO_PIP,
      UV_OFFLINE: '0',
      UV_NATIVE_TLS: 'false',
      UV_INSECURE_HOST: 'b.example',
      UV_HTTP_TIMEOUT: '3',
      UV_HTTP_RETRIES: '4',
      UV_DEFAULT_INDEX: `named=${index('variable')}`,
      UV_FIND_LINKS: '/a,/b',
      PIP_TIMEOUT: '5',
    };
    expect(settings(environment)).toMatchObject({
      offline: false,
      findLinks: ['/a', '/b'],
      network: { systemCertificates: false, trustedHosts: ['b.example', 'a.example'], timeout: 5, retries: 4 },
    });
    expect(urls(environment)).toEqual(['variable']);
  });
});
