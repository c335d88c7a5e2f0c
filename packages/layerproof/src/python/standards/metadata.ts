// Core metadata: https://packaging.python.org/en/latest/specifications/core-metadata/
import { isFault } from '@ocr-pipeline/fault';
import { type Marker, parseMarker } from './marker.ts';
import { normalizeName } from './name.ts';
import { readPublishedRequirement } from './published-requirement.ts';
import type { Requirement } from './requirement.ts';

/** A `Requires-Dist` line that cannot be read. It matters where its marker holds, or when that cannot be read either. */
export interface BrokenRequirement {
  readonly text: string;
  /** What is wrong with it, for people. */
  readonly problem: string;
  readonly marker: Marker | undefined;
}

/** The part of a wheel's METADATA file that resolution and the manifest need. */
export interface Metadata {
  readonly name: string;
  readonly version: string;
  readonly requires: readonly Requirement[];
  /** Lines of `Requires-Dist` that say nothing one could follow. */
  readonly broken: readonly BrokenRequirement[];
  readonly requiresPython: string | undefined;
  /** `Provides-Extra`, normalized (PEP 685). Wheels of before 2015 mostly have none, and name extras in markers alone. */
  readonly extras: readonly string[];
  /** `License-Expression` (an SPDX expression, PEP 639), else `License` when it is one line, else the classifiers' words. */
  readonly license: string | undefined;
  readonly isLicenseExpression: boolean;
}

/**
 * Reads METADATA. Nobody can correct what is published, so a bad `Requires-Dist` is repaired as uv does it, or kept as broken for
 * whoever needs it: what it asks for cannot be guessed.
 */
export function parseMetadata(text: string): Metadata {
  const headers = parseHeaders(text);
  const first = (name: string) => headers.get(name)?.[0];
  return {
    name: first('name') ?? '',
    version: first('version') ?? '',
    ...readRequirementLines(headers.get('requires-dist') ?? []),
    requiresPython: first('requires-python'),
    extras: (headers.get('provides-extra') ?? []).map(normalizeName),
    license: licenseOf(first('license-expression'), first('license'), headers.get('classifier') ?? []),
    isLicenseExpression: headers.has('license-expression'),
  };
}

/** The versions of a distribution mostly ask for the same, and some ask for a thousand things. */
const known = new Map<string, Requirement | BrokenRequirement>();
const MOST_KNOWN = 50_000;

/** Reads `Requires-Dist` lines. */
export function readRequirementLines(lines: readonly string[]): Pick<Metadata, 'requires' | 'broken'> {
  const requires: Requirement[] = [];
  const broken: BrokenRequirement[] = [];
  for (const line of lines) {
    const read = known.get(line) ?? readRequirementLine(line);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(line, read);
    if ('problem' in read) broken.push(read);
    else requires.push(read);
  }
  return { requires, broken };
}

function readRequirementLine(line: string): Requirement | BrokenRequirement {
  const read = readPublishedRequirement(line);
  if (!('problem' in read)) return read;
  const [, marker] = /;(.*)$/s.exec(line) ?? [];
  return { ...read, marker: marker === undefined ? undefined : readMarker(marker.trim()) };
}

function readMarker(text: string): Marker | undefined {
  try {
    return parseMarker(text);
  } catch (error) {
    if (isFault(error)) return undefined;
    throw error;
  }
}

/** Headers before the first empty line, by lower-case name; continuation lines are joined with a line feed. */
function parseHeaders(text: string): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of headOf(text).split(/\r?\n/)) {
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

/**
 * All before the first empty line, as a text of its own: what follows is the description, often most of the file, and a part of a
 * text keeps the whole of it in memory, for as long as a requirement that was read from it is known.
 */
function headOf(text: string): string {
  const end = text.search(/\r?\n\r?\n/);
  return end === -1 ? text : Buffer.from(text.slice(0, end), 'utf8').toString('utf8');
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
