import { PackageURL, UrlConverter } from '@socketregistry/packageurl-js';
import { basicAuthorization, splitCredentials } from '../../artifact/address.ts';
import { type Credentials, credentialsBook } from '../../artifact/credentials.ts';
import type { NetworkOptions } from '../../artifact/network-settings.ts';
import type { IndexOptions } from '../requirements/requirements.ts';
import { badConfiguration } from './faults.ts';
import type { IndexEntry, IndexSource, IndexStrategy, Machine } from './index-source.ts';
import { keyringPassword } from './keyring.ts';
import { netrcBook } from './netrc.ts';
import { pipSources } from './pip-configuration.ts';
import { shownAddress } from './shown-address.ts';
import { fromUvEnvironment, fromUvFiles } from './uv-configuration.ts';

/** An index that is asked. */
export interface IndexAddress {
  /** Without credentials, ending in `/`. */
  readonly url: string;
  /** Statuses by which it says that it does not have a distribution, beside 404. */
  readonly absentStatuses: ReadonlySet<number>;
}

/** Where distributions are looked for, and how. */
export interface IndexSettings {
  /** In this order. */
  readonly indexes: readonly IndexAddress[];
  /**
   * `first-index`: the first index that knows a name counts. `unsafe-best-match`: what all indexes have is put together, as pip
   * does it, so that anybody who may publish on one of them can take over a name of another.
   */
  readonly strategy: IndexStrategy;
  /** Folders, pages of links and single wheels, without credentials: paths, `file:` or `https:`. */
  readonly findLinks: readonly string[];
  readonly credentials: Credentials;
  readonly network: NetworkOptions;
  readonly prereleases: boolean;
  readonly offline: boolean;
}

/** What a requirements file may say, as pip has it. */
export type FileOptions = Partial<IndexOptions> & { readonly trustedHosts?: readonly string[] };

/**
 * The settings that hold: of the requirements files, else of pip's variables, uv's variables, pip's files, uv's files, else the
 * public index as the purl library has it. Lists are joined, but a variable of pip takes the place of the same list in its files.
 *
 * Extra indexes come before the main one, and the first that knows a name is the one that counts, whatever versions it has: so
 * nobody can take over a private name by publishing it on a public index ("dependency confusion"). That is uv's rule and default.
 * pip puts the versions of all indexes together; whoever wants that says so by `index-strategy = "unsafe-best-match"` in uv.toml
 * or `UV_INDEX_STRATEGY`.
 *
 * @throws Fault `bad-configuration`.
 */
export function indexSettings(machine: Machine, ofFile: FileOptions = {}): IndexSettings {
  const pip = pipSources(machine);
  const sources = [fromFile(ofFile), pip.environment, fromUvEnvironment(machine), pip.files, ...fromUvFiles(machine)];
  const first = <K extends keyof IndexSource>(key: K) =>
    sources.map((source) => source[key]).find((value) => value !== undefined);
  const netrc = netrcBook(machine);
  const credentials = credentialsBook(({ hostname }) => netrc(hostname));
  const toAddress = (entry: IndexEntry) => addressOf(entry, credentials, first('keyring') === true, machine);

  const main = first('main') ?? { url: publicIndex() };
  const extra = sources.flatMap((source) => source.extra ?? []);
  const entries = sources.some((source) => source.noIndex === true) ? [] : [...extra, main];
  // Also of those that are not asked the credentials are kept: an input may name them.
  const addresses = entries.map((entry) => ({ isAsked: entry.isExplicit !== true, address: toAddress(entry) }));
  const asked = addresses.filter(({ isAsked }) => isAsked).map(({ address }) => [address.url, address] as const);
  return {
    indexes: [...new Map(asked).values()],
    strategy: first('strategy') ?? 'first-index',
    findLinks: [
      ...new Set(sources.flatMap((source) => source.findLinks ?? []).map((link) => linkOf(link, credentials))),
    ],
    credentials,
    network: networkOf(sources),
    prereleases: sources.some((source) => source.prereleases === true),
    offline: first('offline') === true,
  };
}

/** The settings with one index alone, and nothing beside it. */
export function onlyIndex(settings: IndexSettings, address: string): IndexSettings {
  const url = address.endsWith('/') ? address : `${address}/`;
  const known = settings.indexes.find((index) => index.url === url);
  return { ...settings, indexes: [known ?? { url, absentStatuses: new Set() }], findLinks: [] };
}

function fromFile({
  indexUrl,
  extraIndexUrls,
  findLinks,
  noIndex,
  prereleases,
  trustedHosts,
}: FileOptions): IndexSource {
  return {
    main: indexUrl === undefined ? undefined : { url: indexUrl },
    extra: (extraIndexUrls ?? []).map((url) => ({ url })),
    findLinks,
    noIndex,
    prereleases,
    network: { trustedHosts },
  };
}

/** Each option from the first source that says anything; trusted hosts of all. */
function networkOf(sources: readonly IndexSource[]): NetworkOptions {
  const options = sources.flatMap(({ network }) => network ?? []);
  const first = <K extends keyof NetworkOptions>(key: K) =>
    options.map((option) => option[key]).find((value) => value !== undefined);
  return {
    proxy: first('proxy'),
    certificates: first('certificates'),
    clientCertificate: first('clientCertificate'),
    trustedHosts: options.flatMap(({ trustedHosts }) => trustedHosts ?? []),
    timeout: first('timeout'),
    retries: first('retries'),
    systemCertificates: first('systemCertificates'),
  };
}

function addressOf(entry: IndexEntry, credentials: Credentials, hasKeyring: boolean, machine: Machine): IndexAddress {
  const split = splitCredentials(checked(entry.url, entry.origin ?? 'index'));
  const named = credentialsOfName(entry.name, machine.environment);
  const user = named?.user ?? split.user;
  const password = named === undefined ? split.password : named.password;
  const url = split.url.endsWith('/') ? split.url : `${split.url}/`;
  if (user !== undefined) {
    const header = basicAuthorization(user, password ?? '');
    const fromKeyring = async () => {
      const found = await keyringPassword(split.url, user, machine.environment);
      return found === undefined ? header : basicAuthorization(user, found);
    };
    credentials.add(url, hasKeyring && password === undefined ? fromKeyring : header);
  }
  return { url, absentStatuses: new Set(entry.absentStatuses) };
}

/** `UV_INDEX_<NAME>_USERNAME` and `_PASSWORD`: the name in capitals, all but letters and digits as `_`. */
function credentialsOfName(name: string | undefined, environment: Machine['environment']) {
  if (name === undefined) return undefined;
  const variable = `UV_INDEX_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
  const [user, password] = [environment[`${variable}_USERNAME`], environment[`${variable}_PASSWORD`]];
  return user === undefined && password === undefined ? undefined : { user: user ?? '', password };
}

function linkOf(link: string, credentials: Credentials): string {
  if (!/^https?:/i.test(link)) return link;
  const { url, authorization } = splitCredentials(checked(link, 'find-links'));
  if (authorization !== undefined) credentials.add(url, authorization);
  return url;
}

/** The address of the public index: what the purl library gives for the type `pypi`, without the name at its end. */
function publicIndex(): string {
  const address = UrlConverter.toDownloadUrl(PackageURL.fromString('pkg:pypi/x@0'))?.url;
  if (address === undefined) throw badConfiguration('index', 'no index address is set, and none is known');
  return address.replace(/x\/$/, '');
}

function checked(address: string, origin: string): string {
  if (!URL.canParse(address) || !/^(?:https?|file):$/.test(new URL(address).protocol)) {
    throw badConfiguration(origin, `\`${shownAddress(address)}\` is not the address of an index`);
  }
  return address;
}
