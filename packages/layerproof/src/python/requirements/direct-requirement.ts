// https://pip.pypa.io/en/stable/reference/requirements-file-format/#supported-forms-of-requirement
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseMarker } from '../standards/marker.ts';
import { type Requirement, parseRequirement } from '../standards/requirement.ts';
import { normalizeName } from '../standards/name.ts';
import { readWheelName } from '../standards/wheel-name.ts';
import { badRequirementLine, sourceRequirement } from './faults.ts';

/** Endings of archives that pip would build. */
const ARCHIVE = /\.(?:zip|tar|tgz|tbz2?|txz|tlz|tar\.(?:gz|bz2|xz|lz|lzma))$/i;
const REPOSITORY = /^(?:git|hg|svn|bzr)\+/i;

/**
 * A requirement as a requirements file has it: as PEP 508 writes it, or the path or address of a wheel, with extras and a marker
 * (`./page-2.0-py3-none-any.whl[color] ; python_version < "3.12"`). Paths start from `folders`, the first in which there is such a
 * file.
 *
 * @throws Fault `source-requirement` for what would have to be built, `bad-requirement-line` for a path without a file.
 */
export function fileRequirement(text: string, folders: readonly string[], origin: string): Requirement {
  const named = /^[A-Za-z0-9][A-Za-z0-9._-]*\s*(?:\[[^\]]*\]\s*)?@\s*(\S+)/.exec(text)?.[1];
  if (named !== undefined) {
    const requirement = parseRequirement(text);
    if (requirement.url === undefined) return requirement;
    const url = addressOf(requirement.url, folders, origin);
    return { ...requirement, url: wheelAddress(url, text, origin) };
  }
  const [, place = '', extras = '', marker] = /^(.*?)(?:\[([^\]]*)\])?(?:\s+;\s*(.*)|\s*)$/s.exec(text) ?? [];
  if (!isPlace(place, folders)) return parseRequirement(text);
  const url = wheelAddress(addressOf(place, folders, origin), text, origin);
  const name = readWheelName(fileNameOf(url));
  if (name === undefined) throw badRequirementLine(origin, `${fileNameOf(url)} is not the file name of a wheel`);
  const wanted = extras.split(',').map((extra) => normalizeName(extra.trim()));
  return {
    name: name.distribution,
    extras: [...new Set(wanted.filter((extra) => extra !== ''))].toSorted(),
    specifier: '',
    url,
    marker: marker === undefined ? undefined : parseMarker(marker),
  };
}

function isPlace(text: string, folders: readonly string[]): boolean {
  if (/^(?:https?|file|ftp):/i.test(text) || REPOSITORY.test(text)) return true;
  if (/^\.{0,2}[/\\]|^\.{1,2}$|^[A-Za-z]:[/\\]/.test(text)) return true;
  const isFile = /\.whl$/i.test(text) || ARCHIVE.test(text);
  return isFile || (/[/\\]/.test(text) && folders.some((folder) => existsSync(resolve(folder, text))));
}

function addressOf(place: string, folders: readonly string[], origin: string): string {
  if (REPOSITORY.test(place)) return place;
  // `file:wheels/a.whl` is what pip takes for a path; `file:///` is a URL.
  const path = /^file:(?!\/\/)(.*)$/i.exec(place)?.[1] ?? (/^[a-z][a-z+]+:/i.test(place) ? undefined : place);
  if (path === undefined) return place;
  const found = folders.map((folder) => resolve(folder, path)).find((candidate) => existsSync(candidate));
  if (found === undefined) throw badRequirementLine(origin, `there is no file ${path}`);
  return pathToFileURL(found).href;
}

function wheelAddress(url: string, text: string, origin: string): string {
  if (REPOSITORY.test(url)) throw sourceRequirement(origin, text, 'a repository');
  const fileName = fileNameOf(url);
  if (/\.whl$/i.test(fileName)) return url;
  throw sourceRequirement(origin, text, ARCHIVE.test(fileName) ? 'a source archive' : 'a folder of sources');
}

function fileNameOf(url: string): string {
  return decodeURIComponent((url.split(/[?#]/)[0] ?? '').split('/').at(-1) ?? '');
}
