import { readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readWheelName } from '../standards/wheel-name.ts';
import { hashesOfFragment } from './file-hashes.ts';
import type { WheelFile } from './index-file.ts';
import { fileNameOf } from './index-page.ts';
import { askForPage, type PageSources } from './page-request.ts';

/**
 * The wheels that a place of `--find-links` offers: a folder, a page of links on this machine or on the web, or a single wheel. A
 * folder or a page that does not exist offers nothing, as for pip: PIP_FIND_LINKS is often set for a whole fleet of machines.
 * `offline` for a page that cannot be asked for.
 *
 * @param folder What a relative path starts from.
 */
export async function linkedWheels(
  link: string,
  folder: string,
  sources: PageSources,
): Promise<readonly WheelFile[] | 'offline'> {
  if (/^https?:/i.test(link)) {
    const single = wheelAt(link);
    if (single !== undefined) return [single];
    const page = await askForPage(link, sources);
    return page === 'offline' ? page : (page?.wheels ?? []);
  }
  const path = pathOf(link, folder);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts?.isDirectory() === true) return readWheelFolder(path);
  if (facts === undefined) return [];
  const single = wheelAt(pathToFileURL(path).href);
  if (single !== undefined) return [single];
  const page = await askForPage(pathToFileURL(path).href, sources);
  return page === 'offline' ? page : (page?.wheels ?? []);
}

function pathOf(link: string, folder: string): string {
  if (link.startsWith('file:')) return fileURLToPath(link);
  return isAbsolute(link) ? link : resolve(folder, link);
}

function readWheelFolder(path: string): WheelFile[] {
  return readdirSync(path).flatMap((fileName) => wheelAt(pathToFileURL(join(path, fileName)).href) ?? []);
}

/** Undefined when the address is not that of a wheel. */
function wheelAt(address: string): WheelFile | undefined {
  const url = new URL(address);
  const hashes = hashesOfFragment(url.hash);
  url.hash = '';
  const name = readWheelName(fileNameOf(url.pathname));
  if (name === undefined) return undefined;
  const rest = { size: undefined, requiresPython: undefined, yanked: undefined, metadata: undefined };
  return { name, url: url.href, ...hashes, ...rest };
}
