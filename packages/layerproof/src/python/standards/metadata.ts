// Core metadata: https://packaging.python.org/en/latest/specifications/core-metadata/
import { type Requirement, parseRequirement } from './requirement.ts';

/** The part of a wheel's METADATA file that resolution and the manifest need. */
export interface Metadata {
  readonly name: string;
  readonly version: string;
  readonly requires: readonly Requirement[];
  readonly requiresPython: string | undefined;
  /** `License-Expression` (an SPDX expression, PEP 639), else `License` when it is one line, else the classifiers' words. */
  readonly license: string | undefined;
  readonly isLicenseExpression: boolean;
}

/** Reads METADATA. A `Requires-Dist` that is no requirement is a Fault: what it asks for cannot be guessed. */
export function parseMetadata(text: string): Metadata {
  const headers = parseHeaders(text);
  const first = (name: string) => headers.get(name)?.[0];
  return {
    name: first('name') ?? '',
    version: first('version') ?? '',
    requires: (headers.get('requires-dist') ?? []).map(parseRequirement),
    requiresPython: first('requires-python'),
    license: licenseOf(first('license-expression'), first('license'), headers.get('classifier') ?? []),
    isLicenseExpression: headers.has('license-expression'),
  };
}

/** Headers before the first empty line, by lower-case name; continuation lines are joined with a line feed. */
function parseHeaders(text: string): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of text.split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && last !== undefined) {
      last.push(`${last.pop() ?? ''}\n${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const name = line.slice(0, colon).toLowerCase();
    last = headers.get(name) ?? [];
    last.push(line.slice(colon + 1).trim());
    headers.set(name, last);
  }
  return headers;
}

function licenseOf(expression: string | undefined, license: string | undefined, classifiers: readonly string[]) {
  if (expression !== undefined) return expression;
  // Many put the whole text of the licence there.
  if (license !== undefined && license !== '' && license !== 'UNKNOWN' && !license.includes('\n')) return license;
  const words = classifiers
    .filter((classifier) => classifier.startsWith('License :: '))
    .map((classifier) => classifier.split(' :: ').at(-1) ?? '');
  return words.length === 0 ? undefined : words.join(', ');
}
