import { splitCredentials } from '../../artifact/address.ts';
import type { ArtifactStore } from '../../artifact/store.ts';
import type { Transport } from '../../artifact/transport.ts';
import type { Metadata } from '../standards/metadata.ts';
import { parseWheelName } from '../standards/wheel-name.ts';
import { notAWheelAddress } from './faults.ts';
import { hashesOfFragment } from './file-hashes.ts';
import { fileNameOf } from './index-page.ts';
import { linkedWheels } from './find-links.ts';
import type { IndexSettings } from './index-config.ts';
import type { IndexAnswer, IndexPage, WheelFile } from './index-file.ts';
import type { MetadataCache } from './metadata-cache.ts';
import { askForMetadata } from './metadata-request.ts';
import type { PackageIndex } from './package-index.ts';
import type { PageCache } from './page-cache.ts';
import { askForPage } from './page-request.ts';

export interface IndexClientOptions {
  readonly settings: IndexSettings;
  /** What a relative path of `--find-links` starts from. */
  readonly folder: string;
  /** Undefined to take from the caches alone. */
  readonly transport: Transport | undefined;
  readonly store: ArtifactStore;
  readonly pages: PageCache;
  readonly metadatas: MetadataCache;
}

/** A package index over HTTP, folders and pages of links. Every question is asked once. */
export function indexClient(options: IndexClientOptions): PackageIndex {
  const answers = new Map<string, Promise<IndexAnswer>>();
  const metadatas = new Map<string, Promise<Metadata>>();
  const links = new Map<string, ReturnType<typeof linkedWheels>>();
  const sources = { ...options, withoutRanges: new Set<string>() };
  const linked = (link: string) => once(links, link, () => linkedWheels(link, options.folder, options));
  return {
    files: (name) => once(answers, name, () => askForFiles(name, options, linked)),
    metadata: (wheel) => once(metadatas, wheel.url, () => askForMetadata(wheel, sources)),
    wheelAt: async (address) => wheelAtAddress(address, options.settings),
  };
}

function wheelAtAddress(address: string, { credentials }: IndexSettings): WheelFile {
  if (!URL.canParse(address) || !/^(?:https?|file):$/.test(new URL(address).protocol)) throw notAWheelAddress(address);
  const { url: plain, authorization } = splitCredentials(address);
  const url = new URL(plain);
  const hashes = hashesOfFragment(url.hash);
  url.hash = '';
  if (authorization !== undefined) credentials.add(url.href, authorization);
  const fileName = fileNameOf(url.pathname);
  if (!fileName.endsWith('.whl')) throw notAWheelAddress(address);
  const name = parseWheelName(fileName);
  const rest = { size: undefined, requiresPython: undefined, yanked: undefined, metadata: undefined };
  return { name, url: url.href, ...hashes, ...rest };
}

function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  const running = known.get(key);
  if (running !== undefined) return running;
  const started = ask();
  known.set(key, started);
  return started;
}

async function askForFiles(
  name: string,
  options: IndexClientOptions,
  linked: (link: string) => ReturnType<typeof linkedWheels>,
): Promise<IndexAnswer> {
  const { settings } = options;
  const local: WheelFile[] = [];
  let isOffline = false;
  for (const wheels of await Promise.all(settings.findLinks.map(linked))) {
    if (wheels === 'offline') isOffline = true;
    else local.push(...wheels.filter((wheel) => wheel.name.distribution === name));
  }
  const pages = await askIndexes(name, options);
  if (pages === 'offline') isOffline = true;
  else if (pages.length > 0) return { kind: 'found', page: joined(local, pages) };
  if (local.length > 0) return { kind: 'found', page: { wheels: local, sourceVersions: [] } };
  if (isOffline) return { kind: 'offline' };
  return { kind: 'unknown', asked: [...settings.indexes.map(({ url }) => url), ...settings.findLinks] };
}

/** The pages that count: of the first index that has one, or of all (see `IndexSettings.strategy`). */
async function askIndexes(name: string, options: IndexClientOptions): Promise<IndexPage[] | 'offline'> {
  const pages: IndexPage[] = [];
  for (const { url, absentStatuses } of options.settings.indexes) {
    const page = await askForPage(`${url}${name}/`, options, absentStatuses);
    // What an index that cannot be asked has might count before what the next one has.
    if (page === 'offline') return page;
    if (page === undefined) continue;
    pages.push(page);
    if (options.settings.strategy === 'first-index') break;
  }
  return pages;
}

/** Of files of one name the first counts. */
function joined(local: readonly WheelFile[], pages: readonly IndexPage[]): IndexPage {
  const [first] = pages;
  if (local.length === 0 && pages.length === 1 && first !== undefined) return first;
  const wheels = new Map<string, WheelFile>();
  for (const wheel of [...local, ...pages.flatMap((page) => page.wheels)]) {
    if (!wheels.has(wheel.name.fileName)) wheels.set(wheel.name.fileName, wheel);
  }
  const sourceVersions = [...new Set(pages.flatMap((page) => page.sourceVersions))];
  const statuses = pages.flatMap(({ status }) => status ?? []);
  const status = statuses.find((one) => one.status === 'quarantined') ?? statuses[0];
  return { wheels: [...wheels.values()], sourceVersions, status };
}
