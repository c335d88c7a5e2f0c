import { Fault } from '@ocr-pipeline/fault';
import { printable } from '../artifact/address.ts';
import type { Ask } from './resolution.ts';
import type { Misfit } from './wheel-choice.ts';

// Every way that reading requirements, asking an index and choosing wheels can fail, in one place.

export function badMarker(text: string, offset: number, expected: string): Fault {
  const found = offset < text.length ? `\`${text.slice(offset)}\`` : 'the end of the text';
  return new Fault('bad-marker', `Marker \`${text}\` has ${found} where ${expected} should stand`, {
    hint: 'Write the marker as the dependency specifiers have it, e.g. `python_version < "3.10"`.',
  });
}

export function badRequirement(text: string, problem: string): Fault {
  return new Fault('bad-requirement', `Requirement \`${text}\` cannot be read: ${problem}`, {
    hint: 'Write it as `name`, `name==1.2.3`, `name[extra]>=1,<2` or `name @ https://…/name-1.0-py3-none-any.whl`.',
  });
}

export function badWheelName(fileName: string): Fault {
  return new Fault('bad-wheel-name', `${fileName} is not the file name of a wheel`, {
    hint: 'A wheel is named `distribution-version-python-abi-platform.whl`, e.g. `idna-3.7-py3-none-any.whl`. Keep the name it was published under.',
  });
}

export function notAWheelAddress(address: string): Fault {
  return new Fault('not-a-wheel-address', `${printable(address)} is not the address of a wheel`, {
    hint: 'A direct reference points at a wheel by `https:` or `file:`: layerproof runs no package code, so it takes no source archive and no repository.',
  });
}

export function badIndexPage(address: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-index-page', `The page of ${printable(address)} cannot be read: ${problem}`, {
    hint: 'Check that the index address ends where the Simple API begins, usually in `/simple`.',
    cause,
  });
}

export function badRequirementLine(origin: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-requirement-line', `${origin}: ${problem}`, {
    hint: 'Correct the line. Known options: -r, -c, --hash=sha256:…, --index-url, --extra-index-url, --find-links, --no-index, --pre.',
    cause,
  });
}

export function missingRequirementsFile(path: string, cause: unknown): Fault {
  return new Fault('missing-input', `There is no readable file ${path}`, {
    hint: 'Give the path of a requirements file, of a `pylock.toml`, or of a folder of files to add.',
    cause,
  });
}

export function badConfiguration(where: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-configuration', `Configuration of ${where}: ${problem}`, {
    hint: 'Correct PIP_INDEX_URL, pip.conf or uv.toml: the index is an address such as `https://host/simple`.',
    cause,
  });
}

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

export function badWheel(fileName: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-wheel', `${fileName} is not a sound wheel: ${problem}`, {
    hint: 'Ask for another version, or report it to those who publish the wheel.',
    cause,
  });
}

export function missingWheel(url: string, cause: unknown): Fault {
  return new Fault('missing-wheel', `There is no readable wheel at ${url}`, {
    hint: 'Bring the file to that place, or correct the requirement or the lock that names it. A `path` in a lock starts from the folder of the lock.',
    cause,
  });
}

export function pathFileInWheel(fileName: string, path: string): Fault {
  return new Fault(
    'path-file',
    `${fileName} holds ${path}, which adds folders of another machine to the path of Python`,
    {
      hint: 'The wheel was made for an editable install and does not hold its package. Build it anew without `--editable`.',
    },
  );
}

export function pathCollision(path: string, first: string, second: string): Fault {
  return new Fault('path-collision', `${first} and ${second} both hold ${path}, with different bytes`, {
    hint: 'Only one of them can be in the layer. Leave one out: often one is a variant of the other, e.g. with `-headless` or `-binary` in its name.',
  });
}
