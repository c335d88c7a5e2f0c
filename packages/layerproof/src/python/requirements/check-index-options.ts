import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { badIndexAddress, missingLink } from './faults.ts';
import type { IndexOptions } from './requirements.ts';

/**
 * Checks what a command line says of indexes, each option by the name that it has there.
 *
 * @param folder What a relative path starts from.
 * @throws Fault `bad-index-address` or `find-links-missing`.
 */
export function checkIndexOptions(options: Partial<IndexOptions>, folder: string): void {
  const { indexUrl, extraIndexUrls = [], findLinks = [] } = options;
  if (indexUrl !== undefined) checkIndexAddress(indexUrl, '`--index-url`');
  for (const address of extraIndexUrls) checkIndexAddress(address, '`--extra-index-url`');
  for (const link of findLinks) checkLink(link, folder, '`--find-links`');
}

/** @throws Fault `bad-index-address` for what no index can be asked by. */
export function checkIndexAddress(address: string, origin: string): void {
  if (!URL.canParse(address) || !/^(?:https?|file):$/.test(new URL(address).protocol)) {
    throw badIndexAddress(address, origin);
  }
}

/**
 * Somebody who names a place of wheels here and now wants it to be there.
 *
 * @throws Fault `find-links-missing` for a path where nothing lies.
 */
export function checkLink(link: string, folder: string, origin: string): void {
  if (!isThere(link, folder)) throw missingLink(link, origin);
}

/**
 * The places that the configuration of the machine names and that are not there, a sentence each: it is often set for a whole
 * fleet, so that this is no failure.
 */
export function notesOnLinks(links: readonly string[], folder: string): string[] {
  return links
    .filter((link) => !isThere(link, folder))
    .map(
      (link) => `${link} is to have wheels (PIP_FIND_LINKS or a configuration file), but no file or folder lies there`,
    );
}

/** Of a page of the web only its server knows. */
function isThere(link: string, folder: string): boolean {
  if (/^https?:/i.test(link)) return true;
  return existsSync(link.startsWith('file:') && URL.canParse(link) ? fileURLToPath(link) : resolve(folder, link));
}
