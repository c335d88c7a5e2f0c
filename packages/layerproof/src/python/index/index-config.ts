import { PackageURL, UrlConverter } from '@socketregistry/packageurl-js';
import { splitCredentials } from '../../artifact/address.ts';
import { badConfiguration } from './faults.ts';
import { type IndexSource, isTrue, type Machine, words } from './index-source.ts';
import { netrcAuthorization } from './netrc.ts';
import { fromPipFiles } from './pip-configuration.ts';
import type { IndexOptions } from '../requirements/requirements-file.ts';
import { fromUvFiles } from './uv-configuration.ts';

/** Where distributions are looked for. */
export interface IndexSettings {
  /** Addresses without credentials, asked in this order; the first that knows a name is the one that counts. */
  readonly indexes: readonly string[];
  /** Folders of wheels. */
  readonly folders: readonly string[];
  /** `Authorization` headers by origin. */
  readonly authorizations: ReadonlyMap<string, string>;
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
function fromEnvironment(environment: Machine['environment']): IndexSource {
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
