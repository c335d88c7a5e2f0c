import { homedir } from 'node:os';
import { join } from 'node:path';
import type { NamedFile } from '../../artifact/certificates.ts';
import { parseConfig } from './config-parser.ts';
import { readConfigurationFile } from './configuration-file.ts';
import { flagOf, type IndexSource, type Machine, numberOf, words } from './index-source.ts';

/** Options by pip's long names, with who sets each. */
type Options = ReadonlyMap<string, { readonly value: string; readonly origin: string }>;

/**
 * Settings of pip: `environment`, the variables `PIP_*`, and `files`, without the options that a variable sets, because with pip
 * the variable takes their place, also for lists (https://pip.pypa.io/en/stable/topics/configuration/).
 */
export function pipSources(machine: Machine): { readonly environment: IndexSource; readonly files: IndexSource } {
  const variables = fromVariables(machine);
  const files = new Map([...fromFiles(machine)].filter(([name]) => !variables.has(name)));
  return { environment: sourceOf(variables, machine), files: sourceOf(files, machine) };
}

/** One of pip's options by its long name: of its variable, else of its files; with who sets it, for messages. */
export function pipOption(
  name: string,
  machine: Machine,
): { readonly value: string; readonly origin: string } | undefined {
  return fromVariables(machine).get(name) ?? fromFiles(machine).get(name);
}

function sourceOf(options: Options, { home = homedir() }: Machine): IndexSource {
  const text = (name: string) => options.get(name)?.value;
  const withHome = (path: string) => (/^~(?=$|[\\/])/.test(path) ? join(home, path.slice(1)) : path);
  const file = (name: string): NamedFile | undefined => {
    const option = options.get(name);
    return option === undefined ? undefined : { path: withHome(option.value), origin: option.origin };
  };
  const main = options.get('index-url') ?? options.get('pypi-url');
  const extra = options.get('extra-index-url');
  const provider = text('keyring-provider');
  return {
    main: main === undefined ? undefined : { url: main.value, origin: main.origin },
    extra: words(extra?.value).map((url) => ({ url, origin: extra?.origin })),
    findLinks: words(text('find-links')).map(withHome),
    noIndex: flagOf(text('no-index')),
    prereleases: flagOf(text('pre')),
    // `auto` and `import` would run a Python, which there need not be.
    keyring: provider === undefined ? undefined : provider === 'subprocess',
    network: {
      proxy: text('proxy'),
      certificates: file('cert'),
      clientCertificate: file('client-cert'),
      trustedHosts: options.has('trusted-host') ? words(text('trusted-host')) : undefined,
      timeout: numberOf(text('timeout') ?? text('default-timeout')),
      retries: numberOf(text('retries')),
    },
  };
}

function fromVariables({ environment }: Machine): Options {
  const options = new Map<string, { value: string; origin: string }>();
  for (const [variable, value] of Object.entries(environment)) {
    const name = /^PIP_([A-Z0-9_]+)$/.exec(variable)?.[1];
    if (name === undefined || value === undefined || value === '') continue;
    options.set(name.toLowerCase().replaceAll('_', '-'), { value, origin: variable });
  }
  return options;
}

/** Later files win, and `[install]` of any file wins over `[global]` of all. */
function fromFiles(machine: Machine): Options {
  const sections = { global: new Map<string, Entry>(), install: new Map<string, Entry>() };
  for (const path of pipFiles(machine)) {
    const text = readConfigurationFile(path);
    if (text === undefined) continue;
    const parsed = parseConfig(text, path);
    for (const section of ['global', 'install'] as const) {
      for (const [name, value] of parsed.get(section) ?? []) {
        const entry = { value: value.trim(), origin: `${name} in ${path}` };
        if (entry.value !== '') sections[section].set(name.replaceAll('_', '-'), entry);
      }
    }
  }
  return new Map([...sections.global, ...sections.install]);
}

interface Entry {
  readonly value: string;
  readonly origin: string;
}

/** https://pip.pypa.io/en/stable/topics/configuration/#location, from the first to the last that counts. */
function pipFiles({ environment, platform = process.platform, home = homedir() }: Machine): string[] {
  const chosen = environment['PIP_CONFIG_FILE'];
  // os.devnull in PIP_CONFIG_FILE turns all of them off.
  if (chosen === '/dev/null' || chosen?.toLowerCase() === 'nul') return [];
  const virtual = environment['VIRTUAL_ENV'];
  const inVirtual =
    virtual === undefined || virtual === '' ? [] : [join(virtual, platform === 'win32' ? 'pip.ini' : 'pip.conf')];
  return [...sharedFiles(environment, platform, home), ...inVirtual, ...(chosen ? [chosen] : [])];
}

function sharedFiles(environment: Machine['environment'], platform: NodeJS.Platform, home: string): string[] {
  if (platform === 'win32') {
    return [
      join(environment['ProgramData'] ?? 'C:\\ProgramData', 'pip', 'pip.ini'),
      join(home, 'pip', 'pip.ini'),
      join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'pip', 'pip.ini'),
    ];
  }
  const isMac = platform === 'darwin';
  const shared = (environment['XDG_CONFIG_DIRS'] || '/etc/xdg').split(':').filter((folder) => folder !== '');
  return [
    ...(isMac
      ? ['/Library/Application Support/pip/pip.conf']
      : shared.map((folder) => join(folder, 'pip', 'pip.conf'))),
    '/etc/pip.conf',
    join(home, '.pip', 'pip.conf'),
    ...(isMac ? [join(home, 'Library', 'Application Support', 'pip', 'pip.conf')] : []),
    join(environment['XDG_CONFIG_HOME'] || join(home, '.config'), 'pip', 'pip.conf'),
  ];
}
