import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { asRecord, recordsOf, textOf, textsOf, type Untyped } from '../untyped.ts';
import { readTomlFile } from './configuration-file.ts';
import { badConfiguration } from './faults.ts';
import {
  flagOf,
  type IndexEntry,
  type IndexSource,
  isTrue,
  type IndexStrategy,
  type Machine,
  numberOf,
  words,
} from './index-source.ts';

/** Variables of uv (https://docs.astral.sh/uv/reference/environment/). */
export function fromUvEnvironment({ environment }: Machine): IndexSource {
  const text = (name: string) => (environment[name] === '' ? undefined : environment[name]);
  const entries = (name: string) => words(text(name)).map((entry) => namedEntry(entry, name));
  const mainVariable = ['UV_DEFAULT_INDEX', 'UV_INDEX_URL'].find((name) => text(name) !== undefined);
  const provider = text('UV_KEYRING_PROVIDER');
  const strategy = text('UV_INDEX_STRATEGY');
  const prerelease = text('UV_PRERELEASE');
  return {
    main: mainVariable === undefined ? undefined : namedEntry(text(mainVariable) ?? '', mainVariable),
    extra: [...entries('UV_INDEX'), ...entries('UV_EXTRA_INDEX_URL')],
    findLinks: (text('UV_FIND_LINKS') ?? '').split(/[\s,]+/).filter((word) => word !== ''),
    noIndex: flagOf(text('UV_NO_INDEX')),
    prereleases: prerelease === undefined ? undefined : prerelease === 'allow',
    offline: flagOf(text('UV_OFFLINE')),
    strategy: strategy === undefined ? undefined : strategyOf(strategy, 'UV_INDEX_STRATEGY'),
    keyring: provider === undefined ? undefined : provider === 'subprocess',
    network: {
      trustedHosts: text('UV_INSECURE_HOST') === undefined ? undefined : words(text('UV_INSECURE_HOST')),
      timeout: numberOf(text('UV_HTTP_TIMEOUT') ?? text('UV_REQUEST_TIMEOUT') ?? text('HTTP_TIMEOUT')),
      retries: numberOf(text('UV_HTTP_RETRIES')),
      systemCertificates: flagOf(text('UV_SYSTEM_CERTS') ?? text('UV_NATIVE_TLS')),
    },
  };
}

/** uv takes `name=address` wherever it takes an address. */
function namedEntry(text: string, origin: string): IndexEntry {
  const [, name, url = text] = /^([\w.-]+)=([a-z][a-z\d+.-]*:.*)$/i.exec(text) ?? [];
  return { url, name, origin };
}

function strategyOf(text: string, where: string): IndexStrategy {
  if (text === 'first-index' || text === 'unsafe-best-match') return text;
  throw badConfiguration(where, `\`${text}\` is none of the strategies first-index and unsafe-best-match`);
}

/**
 * Settings of uv's files (https://docs.astral.sh/uv/concepts/configuration-files/): the project's, then the user's, then the
 * system's. Of what can stand once the first counts; lists are joined.
 */
export function fromUvFiles(machine: Machine): IndexSource[] {
  return uvFiles(machine).map(({ path, settings }) => fromSettings(path, settings));
}

function fromSettings(path: string, file: Untyped): IndexSource {
  const pip = asRecord(file['pip']);
  const given = (name: string) => file[name] ?? pip[name];
  const listed = recordsOf(file['index']).filter((entry) => typeof entry['url'] === 'string');
  const isMain = (entry: Untyped) => entry['default'] === true;
  const [flat, simple] = [
    listed.filter((entry) => entry['format'] === 'flat'),
    listed.filter((entry) => entry['format'] !== 'flat'),
  ];
  const main = simple.find(isMain);
  const url = textOf(given('index-url'));
  const strategy = textOf(given('index-strategy'));
  const provider = textOf(given('keyring-provider'));
  const prerelease = textOf(given('prerelease'));
  const insecure = given('allow-insecure-host');
  return {
    main: main === undefined ? (url === undefined ? undefined : { url, origin: path }) : entryOf(main, path),
    extra: [
      ...simple.filter((entry) => entry !== main).map((entry) => entryOf(entry, path)),
      ...textsOf(given('extra-index-url')).map((extra) => ({ url: extra, origin: path })),
    ],
    findLinks: [...flat.map((entry) => String(entry['url'])), ...textsOf(given('find-links'))].map((link) =>
      besideFile(link, path),
    ),
    noIndex: booleanOf(given('no-index')),
    prereleases: prerelease === undefined ? undefined : prerelease === 'allow',
    offline: booleanOf(file['offline']),
    strategy: strategy === undefined ? undefined : strategyOf(strategy, path),
    keyring: provider === undefined ? undefined : provider === 'subprocess',
    network: {
      trustedHosts: Array.isArray(insecure) ? textsOf(insecure) : undefined,
      systemCertificates: booleanOf(file['system-certs'] ?? file['native-tls']),
    },
  };
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function entryOf(entry: Untyped, origin: string): IndexEntry {
  const codes = entry['ignore-error-codes'];
  return {
    origin,
    url: String(entry['url']),
    name: textOf(entry['name']),
    isExplicit: entry['explicit'] === true,
    absentStatuses: Array.isArray(codes) ? codes.filter((code) => typeof code === 'number') : [],
  };
}

/** Paths in a file start from its folder. */
function besideFile(link: string, path: string): string {
  return isAbsolute(link) || /^[a-z][a-z\d+.-]+:/i.test(link) ? link : join(dirname(path), link);
}

interface UvFile {
  readonly path: string;
  readonly settings: Untyped;
}

/** `UV_CONFIG_FILE` alone; else the project's, the user's and the system's. */
function uvFiles(machine: Machine): UvFile[] {
  const chosen = machine.environment['UV_CONFIG_FILE'];
  if (chosen !== undefined && chosen !== '') return read(chosen);
  if (isTrue(machine.environment['UV_NO_CONFIG'])) return [];
  return [...projectFile(machine.folder), ...sharedFiles(machine).flatMap(read)];
}

function read(path: string): UvFile[] {
  const settings = readTomlFile(path);
  return settings === undefined ? [] : [{ path, settings }];
}

/** The nearest upwards. In one folder uv.toml counts, and not what pyproject.toml says of uv. */
function projectFile(folder: string | undefined): UvFile[] {
  for (let at = folder; at !== undefined; at = dirname(at) === at ? undefined : dirname(at)) {
    const own = readTomlFile(join(at, 'uv.toml'));
    const path = join(at, 'pyproject.toml');
    const tool = asRecord(asRecord(readTomlFile(path)?.['tool'])['uv']);
    if (own !== undefined) return [{ path: join(at, 'uv.toml'), settings: own }];
    if (Object.keys(tool).length > 0) return [{ path, settings: tool }];
  }
  return [];
}

function sharedFiles({ environment, platform = process.platform, home = homedir() }: Machine): string[] {
  if (platform === 'win32') {
    return [
      join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'uv', 'uv.toml'),
      join(environment['SYSTEMDRIVE'] ?? 'C:', 'ProgramData', 'uv', 'uv.toml'),
    ];
  }
  const shared = (environment['XDG_CONFIG_DIRS'] || '/etc/xdg').split(':').filter((folder) => folder !== '');
  return [
    join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'uv', 'uv.toml'),
    ...shared.map((folder) => join(folder, 'uv', 'uv.toml')),
    '/etc/uv/uv.toml',
  ];
}
