import { Fault } from '@ocr-pipeline/fault';
import { printable } from '../../artifact/address.ts';
import type { Ask } from './resolution.ts';
import type { Misfit } from './wheel-choice.ts';

// Every way that choosing versions and wheels can fail, in one place.

export interface NoWheel {
  readonly name: string;
  readonly version: string;
  readonly target: string;
  readonly because: Misfit | undefined;
  readonly nearest: readonly string[];
  readonly runtimes: readonly string[];
}

/** Why a version has no wheel for the target, in words. */
export const MISFITS: Readonly<Record<Misfit, string>> = {
  yanked: 'its wheel was withdrawn by the author',
  hash: 'none of its wheels has a hash that the requirements allow',
  'requires-python': 'it needs another Python',
  'c-library': 'its wheels need a newer or another C library',
  abi: 'its wheels are for another ABI',
  python: 'its wheels are for other Pythons',
  platform: 'its wheels are for other systems or CPUs',
};

export function noWheelForTarget({ name, version, target, because, nearest, runtimes }: NoWheel): Fault {
  const reason = because === undefined ? '' : `: ${MISFITS[because]}`;
  const other = runtimes.length === 0 ? '' : ` With \`--runtime ${runtimes[0]}\` one fits.`;
  const ways: Readonly<Record<string, string>> = {
    yanked: 'Pin the version with `==` to get it all the same, or ask for another one.',
    hash: 'Put the sha256 of the wheel for this target into the requirements.',
  };
  const way = ways[because ?? ''] ?? 'Ask for another version, or add a wheel of your own with `--find-links`.';
  return new Fault('no-matching-wheel', `${name} ${version} has no wheel for ${target}${reason}`, {
    hint: `The nearest ${nearest.length === 1 ? 'wheel is' : 'wheels are'} ${list(nearest)}.${other} ${way}`,
  });
}

export function unknownDistribution(name: string, asks: readonly Ask[], indexes: readonly string[]): Fault {
  const where = indexes.length === 0 ? 'No index or folder' : `None of ${list(indexes.map(printable))}`;
  return new Fault('unknown-distribution', `${where} has a distribution ${name}${askedBy(asks)}`, {
    hint: 'Correct the name, or name the index that has it with `--extra-index-url` in the requirements file.',
  });
}

export function indexIsOffline(name: string): Fault {
  return new Fault('not-in-cache', `What the index has of ${name} is not in the cache, and --offline forbids to ask`, {
    hint: 'Build once without `--offline`, or build from the lock, which names every artifact.',
  });
}

export function noMatchingVersion(
  name: string,
  ask: Ask | undefined,
  versions: readonly string[],
  asSource: readonly string[],
): Fault {
  const newest = versions.slice(0, 5);
  const hint =
    asSource.length > 0
      ? `Version ${asSource.at(-1)} comes as a source archive only, and layerproof runs no package code. Ask for a version with wheels, or build a wheel once and add it with \`--find-links\`.`
      : newest.length === 0
        ? `${name} publishes no wheels at all. Build one once and add it with \`--find-links\`.`
        : `Its newest versions with wheels are ${list(newest)}.`;
  return new Fault(
    'no-matching-version',
    `${name} has no version with wheels that suits \`${name}${ask?.requirement.specifier ?? ''}\`${askedBy(ask === undefined ? [] : [ask])}`,
    { hint },
  );
}

export function conflictingRequirements(name: string, asks: readonly Ask[], versions: readonly string[]): Fault {
  const wishes = asks.map(({ origin, requirement }) => {
    const what = requirement.url === undefined ? requirement.specifier || 'any version' : printable(requirement.url);
    return `${origin} asks for ${what}`;
  });
  const askers = [...new Set(asks.flatMap(({ by }) => by ?? []))];
  const other = askers.length === 0 ? '' : `, or ask for another version of ${askers.join(' or ')}`;
  const newest = list(versions.slice(0, 5));
  const there = newest === '' ? '' : ` The newest ${versions.length === 1 ? 'version is' : 'versions are'} ${newest}.`;
  return new Fault('conflicting-requirements', `No version of ${name} suits all: ${wishes.join('; ')}`, {
    hint: `Loosen one of them${other}.${there}`,
  });
}

export function hashMissing(name: string, asks: readonly Ask[]): Fault {
  return new Fault('hash-missing', `Every requirement must have a hash, but ${name}${askedBy(asks)} has none`, {
    hint: `Add a line \`${name}==VERSION --hash=sha256:…\`, or remove \`--require-hashes\` and the hashes from all lines: one of them asks for the others.`,
  });
}

export function resolutionTooHard(steps: number, last: Fault): Fault {
  return new Fault('resolution-too-hard', `No solution after ${steps} attempts. The last obstacle: ${last.message}`, {
    hint: 'Pin the distributions that it names to versions that go together, e.g. those of a lock you know to work.',
    cause: last,
  });
}

function askedBy(asks: readonly Ask[]): string {
  const origins = new Set(asks.filter(({ isConstraint }) => !isConstraint).map(({ origin }) => origin));
  return origins.size === 0 ? '' : ` (asked for by ${list([...origins])})`;
}

function list(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
