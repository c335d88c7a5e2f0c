import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { PackageURL, UrlConverter } from '@socketregistry/packageurl-js';
import { parse as parseIni } from 'ini';
import { parse as parseToml } from 'smol-toml';
import { splitCredentials } from '../artifact/address.ts';
import { badConfiguration } from './faults.ts';
import { netrcAuthorization } from './netrc.ts';
import type { IndexOptions } from './requirements-file.ts';

/** Where distributions are looked for. */
export interface IndexSettings {
  /** Addresses without credentials, asked in this order; the first that knows a name is the one that counts. */
  readonly indexes: readonly string[];
  /** Folders of wheels. */
  readonly folders: readonly string[];
  /** `Authorization` headers by origin. */
  readonly authorizations: ReadonlyMap<string, string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings as pip or uv words them, before they are merged; undefined where a source says nothing. */
interface Source {
  readonly indexUrl?: string | undefined;
  readonly extraIndexUrls?: readonly string[] | undefined;
  readonly findLinks?: readonly string[] | undefined;
  readonly noIndex?: boolean | undefined;
}

export interface Machine {
  readonly environment: Environment;
  readonly platform?: NodeJS.Platform;
  readonly home?: string;
  /** Where uv.toml is looked for, upwards. */
  readonly folder?: string;
}

/**
 * The index settings that hold: of the requirements file, else of the environment, else of pip's and uv's files, else the
 * public index as the purl library has it. Extra indexes come before the main one, and the first that knows a name counts: so
 * nobody can take over a private name by publishing it elsewhere (uv's rule; pip would merge them).
 */
export function indexSettings(machine: Machine, ofFile: Partial<IndexOptions> = {}): IndexSettings {
  const sources = [ofFile, fromEnvironment(machine.environment), fromPipFiles(machine), fromUvFiles(machine)];
  const noIndex = sources.find((source) => source.noIndex !== undefined && source.noIndex)?.noIndex === true;
  const main = sources.find((source) => source.indexUrl !== undefined)?.indexUrl ?? publicIndex();
  const extra = sources.flatMap((source) => source.extraIndexUrls ?? []);
  const authorizations = new Map<string, string>();
  const indexes = (noIndex ? [] : [...extra, main]).map((address) => {
    const { url, authorization } = splitCredentials(checked(address));
    const { origin, hostname } = new URL(url);
    const known = authorization ?? netrcAuthorization(hostname, machine.environment, machine.home);
    if (known !== undefined) authorizations.set(origin, known);
    return url.endsWith('/') ? url : `${url}/`;
  });
  const folders = sources.flatMap((source) => source.findLinks ?? []);
  return { indexes: [...new Set(indexes)], folders: [...new Set(folders)], authorizations };
}

/** The address of the public index: what the purl library gives for the type `pypi`, without the name at its end. */
function publicIndex(): string {
  const address = UrlConverter.toDownloadUrl(PackageURL.fromString('pkg:pypi/x@0'))?.url;
  if (address === undefined) throw badConfiguration('index', 'no index address is set, and none is known');
  return address.replace(/x\/$/, '');
}

function checked(address: string): string {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw badConfiguration('index', 'an index address is no URL of the web');
  }
  return address;
}

// https://pip.pypa.io/en/stable/topics/configuration/#environment-variables, https://docs.astral.sh/uv/reference/environment/
function fromEnvironment(environment: Environment): Source {
  const text = (name: string) => (environment[name] === '' ? undefined : environment[name]);
  return {
    indexUrl: text('PIP_INDEX_URL') ?? text('UV_DEFAULT_INDEX') ?? text('UV_INDEX_URL'),
    extraIndexUrls: [text('PIP_EXTRA_INDEX_URL'), text('UV_INDEX'), text('UV_EXTRA_INDEX_URL')].flatMap((list) =>
      // uv takes `name=address` as well.
      words(list).map((word) => word.replace(/^[\w-]+=(?=[a-z]+:)/, '')),
    ),
    findLinks: [text('PIP_FIND_LINKS'), text('UV_FIND_LINKS')].flatMap((list) => words(list?.replaceAll(',', ' '))),
    noIndex: isTrue(text('PIP_NO_INDEX')) || isTrue(text('UV_NO_INDEX')) ? true : undefined,
  };
}

// https://pip.pypa.io/en/stable/topics/configuration/#location: later files win; `[install]` wins over `[global]`.
function fromPipFiles(machine: Machine): Source {
  const settings: Record<string, string> = {};
  for (const path of pipFiles(machine)) {
    const file: Readonly<Record<string, unknown>> = parseIni(joinLines(readFileSync(path, 'utf8')));
    for (const section of ['global', 'install']) {
      for (const [name, value] of Object.entries(asRecord(file[section]))) settings[name] = String(value);
    }
  }
  return {
    indexUrl: settings['index-url'],
    extraIndexUrls: words(settings['extra-index-url']),
    findLinks: words(settings['find-links']),
    noIndex: isTrue(settings['no-index']) ? true : undefined,
  };
}

/** pip's files continue a value on lines that begin with space (Python's `configparser`), which INI files in general do not. */
function joinLines(text: string): string {
  return text.replace(/\r?\n[ \t]+(?=[^\s#;])/g, ' ');
}

function pipFiles({ environment, platform = process.platform, home = homedir() }: Machine): string[] {
  const chosen = environment['PIP_CONFIG_FILE'];
  const configHome = environment['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const virtual = environment['VIRTUAL_ENV'];
  const files =
    platform === 'win32'
      ? [
          join(environment['ProgramData'] ?? 'C:\\ProgramData', 'pip', 'pip.ini'),
          join(home, 'pip', 'pip.ini'),
          join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'pip', 'pip.ini'),
          ...(virtual === undefined ? [] : [join(virtual, 'pip.ini')]),
        ]
      : [
          ...(platform === 'darwin' ? ['/Library/Application Support/pip/pip.conf'] : ['/etc/xdg/pip/pip.conf']),
          '/etc/pip.conf',
          join(home, '.pip', 'pip.conf'),
          ...(platform === 'darwin' ? [join(home, 'Library', 'Application Support', 'pip', 'pip.conf')] : []),
          join(configHome, 'pip', 'pip.conf'),
          ...(virtual === undefined ? [] : [join(virtual, 'pip.conf')]),
        ];
  // os.devnull in PIP_CONFIG_FILE turns all of them off.
  if (chosen === '/dev/null' || chosen === 'nul') return [];
  return [...files, ...(chosen === undefined ? [] : [chosen])].filter((path) => existsSync(path));
}

// https://docs.astral.sh/uv/concepts/configuration-files/ and https://docs.astral.sh/uv/concepts/indexes/
function fromUvFiles(machine: Machine): Source {
  const path = uvFile(machine);
  if (path === undefined) return {};
  const file = readToml(path);
  const pip = asRecord(file['pip']);
  const listed = (Array.isArray(file['index']) ? file['index'] : []).map((entry: unknown) => asRecord(entry));
  const isMain = (entry: Readonly<Record<string, unknown>>) => entry['default'] === true;
  // An explicit index is only for the names that point at it, which no input of ours does.
  const usable = listed.filter((entry) => entry['explicit'] !== true && typeof entry['url'] === 'string');
  return {
    indexUrl: textOf(usable.find(isMain)?.['url']) ?? textOf(file['index-url']) ?? textOf(pip['index-url']),
    extraIndexUrls: [
      ...usable.filter((entry) => !isMain(entry)).map((entry) => String(entry['url'])),
      ...textsOf(file['extra-index-url'] ?? pip['extra-index-url']),
    ],
    findLinks: textsOf(file['find-links'] ?? pip['find-links']),
    noIndex: file['no-index'] === true || pip['no-index'] === true ? true : undefined,
  };
}

function readToml(path: string): Readonly<Record<string, unknown>> {
  try {
    return parseToml(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw badConfiguration(path, 'it is not TOML', cause);
  }
}

/** `UV_CONFIG_FILE`, else the nearest uv.toml from the working folder upwards, else the user's, else the system's. */
function uvFile({ environment, platform = process.platform, home = homedir(), folder }: Machine): string | undefined {
  const chosen = environment['UV_CONFIG_FILE'];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : undefined;
  if (isTrue(environment['UV_NO_CONFIG'])) return undefined;
  const candidates: string[] = [];
  for (let at = folder; at !== undefined; at = dirname(at) === at ? undefined : dirname(at)) {
    candidates.push(join(at, 'uv.toml'));
  }
  if (platform === 'win32') {
    candidates.push(join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'uv', 'uv.toml'));
    candidates.push(join(environment['SYSTEMDRIVE'] ?? 'C:', 'ProgramData', 'uv', 'uv.toml'));
  } else {
    candidates.push(join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'uv', 'uv.toml'));
    candidates.push('/etc/xdg/uv/uv.toml', '/etc/uv/uv.toml');
  }
  return candidates.find((path) => existsSync(path));
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter((word) => word !== '');
}

function isTrue(text: string | undefined): boolean {
  return /^(?:1|true|yes|on|y|t)$/i.test(text ?? '');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
