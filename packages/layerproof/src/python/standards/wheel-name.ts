// https://packaging.python.org/en/latest/specifications/binary-distribution-format/#file-name-convention (PEP 427)
import { badWheelName } from './faults.ts';
import { normalizeName } from './name.ts';
import { normalizeVersion } from './version.ts';

/** What the file name of a wheel says. */
export interface WheelName {
  readonly fileName: string;
  /** Normalized (PEP 503). */
  readonly distribution: string;
  /** Normalized (PEP 440). */
  readonly version: string;
  /** A tie-breaker between wheels of one version: a number and what follows it; `[0, '']` when there is none. */
  readonly build: readonly [number, string];
  readonly pythons: readonly string[];
  readonly abis: readonly string[];
  readonly platforms: readonly string[];
  /** Every combination of the three, in their order: `py2-none-any`, `py3-none-any` (PEP 425, "Compressed tag sets"). */
  readonly tags: readonly string[];
}

const WHEEL =
  /^(?<distribution>[^-]+)-(?<version>[^-]+)(?:-(?<build>\d[^-]*))?-(?<python>[^-]+)-(?<abi>[^-]+)-(?<platform>[^-]+)\.whl$/;

/** Reads a wheel's file name. @throws Fault `bad-wheel-name`. */
export function parseWheelName(fileName: string): WheelName {
  const name = readWheelName(fileName);
  if (name === undefined) throw badWheelName(fileName);
  return name;
}

/** The same for names from an index, which also holds files that are no wheels: undefined for those. */
export function readWheelName(fileName: string): WheelName | undefined {
  const groups = WHEEL.exec(fileName)?.groups;
  if (groups === undefined) return undefined;
  const version = versionOf(groups['version'] ?? '');
  if (version === undefined) return undefined;
  return {
    fileName,
    distribution: distributionOf(groups['distribution'] ?? ''),
    version,
    build: groups['build'] === undefined ? NO_BUILD : buildOf(groups['build']),
    ...tagSet(`${groups['python']}-${groups['abi']}-${groups['platform']}`.toLowerCase()),
  };
}

const NO_BUILD: WheelName['build'] = [0, ''];

function buildOf(text: string): WheelName['build'] {
  const [, number = '0', suffix = ''] = /^(\d+)(.*)$/.exec(text) ?? [];
  return [Number(number), suffix];
}

// The wheels of three hundred distributions are a quarter of a million. What they have in common is worked out and kept once.
const distributionOf = remembered(normalizeName);
const versionOf = remembered((text) => normalizeVersion(text.replaceAll('_', '-')));

function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined || known.has(text)) return found as T;
    const made = work(text);
    known.set(text, made);
    return made;
  };
}

type TagSet = Pick<WheelName, 'pythons' | 'abis' | 'platforms' | 'tags'>;

/** A page has thousands of wheels and few sets of tags, which they share. */
const tagSets = new Map<string, TagSet>();

function tagSet(text: string): TagSet {
  const known = tagSets.get(text);
  if (known !== undefined) return known;
  const [pythons = [], abis = [], platforms = []] = text.split('-').map((part) => part.split('.'));
  const tags = pythons.flatMap((python) =>
    abis.flatMap((abi) => platforms.map((platform) => `${python}-${abi}-${platform}`)),
  );
  const made = { pythons, abis, platforms, tags };
  tagSets.set(text, made);
  return made;
}
