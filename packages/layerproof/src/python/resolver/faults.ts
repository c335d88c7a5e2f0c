import { Fault } from '@ocr-pipeline/fault';
import { printable } from '../../artifact/address.ts';
import type { Ask } from './resolution.ts';
import type { Misfit } from './wheel-choice.ts';
import { momentInWords, type TooNew, tooNewInWords } from './withheld.ts';

// Every way that choosing versions and wheels can fail, in one place.

export interface NoWheel {
  readonly name: string;
  readonly version: string;
  readonly target: string;
  readonly because: Misfit | undefined;
  /** The same in words, for the nearest wheel. */
  readonly reason: string | undefined;
  /** File names. */
  readonly nearest: readonly string[];
  /** Other targets that take a wheel of the version: what to write to get there, and which wheel they take. */
  readonly takers: readonly { readonly options: string; readonly fileName: string }[];
  /** Undefined when nothing is known of other versions. */
  readonly others: { readonly newestFitting: string | undefined } | undefined;
}

/** Why a version has no wheel for the target, in words. */
export const MISFITS: Readonly<Record<Misfit, string>> = {
  yanked: 'its wheel was withdrawn by the author',
  hash: 'none of its wheels has a hash that the requirements allow',
  'requires-python': 'it needs another Python',
  'c-library': 'its wheels need a newer C library',
  abi: 'its wheels are for another ABI',
  python: 'its wheels are for other Pythons',
  platform: 'its wheels are for other systems or CPUs',
};

export function noWheelForTarget({ name, version, target, because, reason, nearest, takers, others }: NoWheel): Fault {
  const message = `${name} ${version} has no wheel for ${target}${reason === undefined ? '' : `: ${reason}`}`;
  const hints: string[] = [];
  if (takers.length > 0) {
    hints.push(`${list(takers.map(({ options, fileName }) => `\`${options}\` takes ${fileName}`))}.`);
  } else if (nearest.length > 0) {
    hints.push(`The nearest ${nearest.length === 1 ? 'wheel is' : 'wheels are'} ${list(nearest)}.`);
  }
  const fitting = others?.newestFitting;
  if (fitting !== undefined) hints.push(`The newest version with a wheel for ${target} is ${fitting}.`);
  // A wheel that was withdrawn, or whose hash is not wanted, is one for the target.
  else if (others !== undefined && because !== 'yanked' && because !== 'hash')
    hints.push(`No version of ${name} has one for ${target}.`);
  const hasChoice = takers.length > 0 || fitting !== undefined;
  // Its author's word on Python is kept by a wheel of one's own as well.
  if (!(hasChoice && because === 'requires-python')) hints.push(wayWithout(name, because, hasChoice));
  return new Fault('no-matching-wheel', message, { hint: hints.join(' ') });
}

/** Packages of the same authors for those who want no compiler, or under a new name, as their own descriptions say. */
const SUCCESSORS: Readonly<Record<string, string>> = { psycopg2: 'psycopg2-binary', 'cx-oracle': 'oracledb' };

function wayWithout(name: string, because: Misfit | undefined, hasChoice: boolean): string {
  if (because === 'yanked') return 'Pin the version with `==` to get it all the same, or ask for another one.';
  if (because === 'hash') return 'Put the sha256 of the wheel for this target into the requirements.';
  const successor = SUCCESSORS[name];
  if (successor !== undefined) return `Ask for ${successor} in its place, which its authors publish with wheels.`;
  return hasChoice
    ? 'A wheel of your own can be added with `--find-links`.'
    : 'Build a wheel once and add it with `--find-links`.';
}

export function unknownDistribution(name: string, asks: readonly Ask[], indexes: readonly string[]): Fault {
  const where = indexes.length === 0 ? 'No index or folder' : `None of ${list(indexes.map(printable))}`;
  return new Fault('unknown-distribution', `${where} has a distribution ${name}${askedBy(asks)}`, {
    hint: 'Correct the name, or name the index that has it with `--extra-index-url` in the requirements file.',
  });
}

/** PEP 792: its index calls it unsafe. `asker` is the input, the lock or the distributions that want it. */
export function quarantined(name: string, asker: string, reason: string | undefined): Fault {
  const why = reason === undefined ? '' : `: ${reason}`;
  return new Fault(
    'distribution-quarantined',
    `The index has put ${name} in quarantine (asked for by ${asker})${why}`,
    {
      hint: `It is held to be unsafe, so nothing of it is taken. Leave it out or ask for another distribution; a wheel of it that you have checked yourself can be added with \`--find-links\`.`,
    },
  );
}

export function indexIsOffline(name: string): Fault {
  return new Fault('not-in-cache', `What the index has of ${name} is not in the cache, and --offline forbids to ask`, {
    hint: 'Build once without `--offline`, or build from the lock, which names every artifact.',
  });
}

/** What there is of a distribution beside what is asked for. */
export interface Offer {
  /** Newest first. */
  readonly newest: readonly string[];
  /** Versions asked for that come as a source archive only, oldest first. */
  readonly asSource: readonly string[];
  /** The first version of all after which there are only source archives; undefined when the newest has wheels. */
  readonly sourceSince: string | undefined;
  /** The newest pre-release asked for, when only those are. */
  readonly prerelease: string | undefined;
  /** Nothing that came to the index then or later is taken; and the newest version asked for that did. */
  readonly excludedFrom: Date | undefined;
  readonly tooNew: TooNew | undefined;
}

export function noMatchingVersion(name: string, ask: Ask, offer: Offer): Fault {
  const { excludedFrom } = offer;
  const before = excludedFrom === undefined ? '' : ` and came to the index before ${momentInWords(excludedFrom)}`;
  return new Fault(
    'no-matching-version',
    `${name} has no version with wheels that suits \`${name}${ask.requirement.specifier}\`${before}${askedBy([ask])}`,
    { hint: hintOf(name, offer) },
  );
}

function hintOf(name: string, { newest, asSource, sourceSince, prerelease, excludedFrom, tooNew }: Offer): string {
  if (tooNew !== undefined) return tooNewInWords(name, tooNew);
  if (prerelease !== undefined) {
    return `Version ${prerelease} is a pre-release, which nobody gets unasked. Ask for \`${name}>=${prerelease}\` in an input, or write \`--pre\` there.`;
  }
  const [newestWithWheel] = newest;
  if (newestWithWheel === undefined && excludedFrom !== undefined) {
    return `No wheel of ${name} for the target is as old as that. Raise \`--exclude-newer\`, or ask for another version.`;
  }
  if (newestWithWheel === undefined) {
    const versions = asSource.length === 0 ? '' : `: all versions up to ${asSource.at(-1)} are source archives`;
    return `${name} publishes no wheels at all${versions}, and layerproof runs no package code. Build a wheel once and add it with \`--find-links\`.`;
  }
  if (asSource.length === 0) return `Its newest versions with wheels are ${list(newest.slice(0, 5))}.`;
  const since =
    sourceSince === undefined
      ? `Version ${asSource.at(-1)} comes as a source archive only, and layerproof runs no package code.`
      : `Since version ${sourceSince} it comes as source archives only, and layerproof runs no package code.`;
  return `${since} The newest version with wheels is ${newestWithWheel}. Ask for a version with wheels, or build a wheel once and add it with \`--find-links\`.`;
}

/** A version that would end a conflict, and why it may not be taken. */
export interface Suiting {
  readonly version: string;
  readonly because: Misfit | 'prerelease' | TooNew;
  readonly target: string;
  readonly name: string;
}

export interface Remedies {
  /** Inputs to loosen, tried out. */
  readonly ways: readonly {
    readonly origin: string;
    readonly written: string;
    readonly name: string;
    readonly version: string;
  }[];
  /** Names that the inputs which take part ask for. */
  readonly inputs: readonly string[];
  /** Distributions that ask for what does not go together. */
  readonly askers: readonly string[];
  /** Versions of what they ask for, newest first; undefined when it is not about one distribution. */
  readonly newest: readonly string[] | undefined;
  readonly suiting: Suiting | undefined;
}

/** @param message says who asks for what; made by `explanation/`. */
export function conflictingRequirements(message: string, { ways, inputs, askers, newest, suiting }: Remedies): Fault {
  const hints: string[] = [];
  if (suiting !== undefined) hints.push(suitingInWords(suiting));
  for (const { origin, written, name, version } of ways) {
    hints.push(`Without the limits of \`${written}\` (${origin}) all go together, with ${name} ${version}.`);
  }
  if (hints.length === 0 && newest === undefined) {
    hints.push(
      `No single change of a range is enough. Leave out ${list(inputs, 'or')}, or change more than one range.`,
    );
  } else if (hints.length === 0) {
    const other = askers.length === 0 ? '' : `, or ask for another version of ${list(askers, 'or')}`;
    hints.push(`Loosen one of them${other}.`);
    const some = newest?.slice(0, 5) ?? [];
    if (some.length > 0) hints.push(`The newest ${some.length === 1 ? 'version is' : 'versions are'} ${list(some)}.`);
  }
  return new Fault('conflicting-requirements', message, { hint: hints.join(' ') });
}

function suitingInWords({ version, because, target, name }: Suiting): string {
  if (typeof because !== 'string') return tooNewInWords(name, because);
  const reason = because === 'prerelease' ? 'it is a pre-release, for which an input has to ask' : MISFITS[because];
  const lacks = because === 'prerelease' ? 'is not taken' : `has no wheel for ${target}`;
  return `Version ${version} would suit all, but ${lacks}: ${reason}.`;
}

/** A failure of the newest versions that all older ones share in one way or another. */
export function noOlderHelps(fault: Fault, names: readonly string[]): Fault {
  const options = fault.hint === undefined ? {} : { hint: fault.hint };
  return new Fault(
    fault.code,
    `${fault.message.replace(/\.$/, '')}; no older version of ${list(names, 'or')} helps`,
    options,
  );
}

/** A wish for versions of which an input takes none. */
export function againstInput(
  name: string,
  { origin, by, requirement }: Ask,
  input: { readonly origin: string; readonly requirement: Ask['requirement'] },
): Fault {
  const wishes = `${input.origin} asks for ${input.requirement.specifier}; ${origin} asks for ${requirement.specifier}`;
  return new Fault('conflicting-requirements', `No version of ${name} suits all: ${wishes}`, {
    hint: `Loosen one of them, or ask for another version of ${by ?? name}.`,
  });
}

/** Says in the message who asks; of an input that goes without saying. */
export function withAsker(fault: Fault, ask: Ask): Fault {
  if (ask.by === undefined) return fault;
  const options = fault.hint === undefined ? {} : { hint: fault.hint };
  return new Fault(fault.code, `${fault.message}${askedBy([ask])}`, options);
}

/** Says in the hint that there is a newer version that would do. */
export function withTooNew(fault: Fault, name: string, tooNew: TooNew | undefined): Fault {
  if (tooNew === undefined) return fault;
  const hint = fault.hint === undefined ? '' : ` ${fault.hint}`;
  return new Fault(fault.code, fault.message, { hint: `${tooNewInWords(name, tooNew)}${hint}` });
}

/** A wish that the direct reference of an input does not fulfil. */
export function againstReference(name: string, { origin, by, requirement }: Ask, version: string, url: string): Fault {
  const wish = `${origin} asks for ${name}${requirement.specifier}`;
  const other = by === undefined ? '' : `, or ask for another version of ${by}`;
  return new Fault(
    'conflicting-requirements',
    `${wish}, but an input asks for ${name} ${version} by ${printable(url)}`,
    {
      hint: `Point the direct reference at a version that suits${other}.`,
    },
  );
}

/** A direct reference to a wheel of another distribution. */
export function wrongDistribution(name: string, fileName: string): Fault {
  return new Fault(
    'wrong-distribution',
    `The direct reference of ${name} leads to ${fileName}, a wheel of another distribution`,
    {
      hint: 'Correct the name before the `@`, or the address after it.',
    },
  );
}

export function hashMissing(name: string, asks: readonly Ask[]): Fault {
  return new Fault('hash-missing', `Every requirement must have a hash, but ${name}${askedBy(asks)} has none`, {
    hint: `Add a line \`${name}==VERSION --hash=sha256:…\`, or remove \`--require-hashes\` and the hashes from all lines: one of them asks for the others.`,
  });
}

/** @param hardest the distributions that gave way most often, first. */
export function resolutionTooHard(steps: number, hardest: readonly string[]): Fault {
  const names = list(hardest.slice(0, 3));
  return new Fault('resolution-too-hard', `No answer after ${steps} decisions; most of them were about ${names}`, {
    hint: `Pin ${names} to versions that go together, e.g. those of a lock you know to work.`,
  });
}

function askedBy(asks: readonly Ask[]): string {
  const origins = new Set(asks.filter(({ isConstraint }) => !isConstraint).map(({ origin }) => origin));
  return origins.size === 0 ? '' : ` (asked for by ${list([...origins])})`;
}

function list(items: readonly string[], conjunction = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}
