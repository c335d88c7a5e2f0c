import { isName } from '../standards/name.ts';
import {
  conflictingRequirements,
  hashMissing,
  indexIsOffline,
  noMatchingVersion,
  unknownDistribution,
} from './faults.ts';
import type { IndexPage, WheelFile } from '../index/index-file.ts';
import type { PackageIndex } from '../index/package-index.ts';
import type { Ask, PassedOver } from './resolution.ts';
import { asksForPrerelease, isInSpecifier, pinnedVersion } from '../standards/specifier.ts';
import { isPrerelease } from '../standards/version.ts';
import { nearestFirst, noMatchingWheel } from './wheel-advice.ts';
import { type ChoiceRules, type Refused, releasesOf, type WheelChooser } from './wheel-choice.ts';
import type { Target } from '../../target/target.ts';
import type { Fault } from '@ocr-pipeline/fault';

/** A version that may be taken. */
export interface Candidate {
  readonly version: string;
  readonly wheel: WheelFile;
  readonly passedOver: PassedOver | undefined;
}

/** Versions to try, best first; or, when there is none, why. */
export type Candidates =
  | { readonly kind: 'some'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'none'; readonly fault: Fault };

export interface CandidateRules {
  readonly target: Target;
  readonly chooser: WheelChooser;
  readonly prereleases: boolean;
  /** Every distribution must come with a hash from the inputs (pip's hash-checking mode). */
  readonly hashesNeeded: boolean;
}

/** The versions of a distribution that all asks allow and that have a wheel for the target, newest first. */
export async function candidatesFor(
  name: string,
  asks: readonly Ask[],
  index: PackageIndex,
  rules: CandidateRules,
): Promise<Candidates> {
  const hashes = allowedHashes(asks);
  const none = (fault: Fault): Candidates => ({ kind: 'none', fault });
  if (rules.hashesNeeded && hashes === undefined) return none(hashMissing(name, asks));
  const direct = asks.find((ask) => ask.requirement.url !== undefined);
  if (direct?.requirement.url !== undefined) return fromAddress(direct.requirement.url, asks, index, rules, hashes);

  if (!isName(name)) return none(unknownDistribution(name, asks, []));
  const answer = await index.files(name);
  if (answer.kind === 'unknown') return none(unknownDistribution(name, asks, answer.asked));
  if (answer.kind === 'offline') return none(indexIsOffline(name));
  const isPinned = asks.some(({ requirement }) => pinnedVersion(requirement.specifier) !== undefined);
  const allowed = allowedReleases(answer.page, asks, rules.prereleases);
  if (allowed.length === 0) return none(noVersion(name, asks, answer.page));
  return choose(name, allowed, rules, { isPinned, hashes });
}

function choose(
  name: string,
  releases: readonly (readonly [string, readonly WheelFile[]])[],
  { chooser, target }: CandidateRules,
  rules: ChoiceRules,
): Candidates {
  const candidates: Candidate[] = [];
  const refused: Refused[] = [];
  for (const [version, wheels] of releases) {
    const choice = chooser.choose(wheels, rules);
    if (choice.kind === 'wheel')
      candidates.push({ version, wheel: choice.wheel, passedOver: passedOver(refused, target) });
    else if (candidates.length === 0) refused.push(...choice.refused);
  }
  if (candidates.length > 0) return { kind: 'some', candidates };
  return { kind: 'none', fault: noMatchingWheel(name, refused, target) };
}

function passedOver(refused: readonly Refused[], target: Target): PassedOver | undefined {
  const [nearest] = nearestFirst(refused, target);
  return nearest === undefined ? undefined : { version: nearest.wheel.name.version, because: nearest.because };
}

async function fromAddress(
  url: string,
  asks: readonly Ask[],
  index: PackageIndex,
  rules: CandidateRules,
  hashes: ReadonlySet<string> | undefined,
): Promise<Candidates> {
  const wheel = await index.wheelAt(url);
  const { distribution, version } = wheel.name;
  const isWanted = asks.every(({ requirement }) => isInSpecifier(version, requirement.specifier));
  if (!isWanted) return { kind: 'none', fault: conflictingRequirements(distribution, asks, [version]) };
  return choose(distribution, [[version, [wheel]]], rules, { isPinned: true, hashes });
}

/** Releases that every ask allows, newest first. Pre-releases only when asked for, or when there is nothing else (PEP 440). */
function allowedReleases(page: IndexPage, asks: readonly Ask[], prereleases: boolean) {
  const sets = [...new Set(asks.map(({ requirement }) => requirement.specifier))].map((text) => versionsIn(page, text));
  const inRange = releasesOn(page).filter(([version]) => sets.every((versions) => versions.has(version)));
  if (prereleases || asks.some(({ requirement }) => asksForPrerelease(requirement.specifier))) return inRange;
  const finals = inRange.filter(([version]) => !isPrerelease(version));
  return finals.length === 0 ? inRange : finals;
}

type Releases = ReturnType<typeof releasesOf>;

/** A search asks the same of one page thousands of times, and versions are slow to compare. */
const releasesByPage = new WeakMap<IndexPage, Releases>();
const versionsByPage = new WeakMap<IndexPage, Map<string, ReadonlySet<string>>>();

function releasesOn(page: IndexPage): Releases {
  const releases = releasesByPage.get(page) ?? releasesOf(page.wheels);
  releasesByPage.set(page, releases);
  return releases;
}

function versionsIn(page: IndexPage, specifier: string): ReadonlySet<string> {
  const bySpecifier = versionsByPage.get(page) ?? new Map<string, ReadonlySet<string>>();
  versionsByPage.set(page, bySpecifier);
  const known = bySpecifier.get(specifier);
  if (known !== undefined) return known;
  const versions = releasesOn(page).map(([version]) => version);
  const found = new Set(versions.filter((version) => isInSpecifier(version, specifier)));
  bySpecifier.set(specifier, found);
  return found;
}

function noVersion(name: string, asks: readonly Ask[], page: IndexPage): Fault {
  const versions = releasesOn(page).map(([version]) => version);
  const alone = asks.find(({ requirement }) => versionsIn(page, requirement.specifier).size === 0);
  if (alone === undefined && asks.length > 1) return conflictingRequirements(name, asks, versions);
  const asSource = page.sourceVersions.filter((version) =>
    asks.every(({ requirement }) => isInSpecifier(version, requirement.specifier)),
  );
  return noMatchingVersion(name, alone ?? asks[0], versions, asSource);
}

/** Hashes that all asks with hashes allow; undefined when none has any. */
function allowedHashes(asks: readonly Ask[]): ReadonlySet<string> | undefined {
  const lists = asks.filter(({ hashes }) => hashes.length > 0).map(({ hashes }) => hashes);
  const [first, ...others] = lists;
  return first === undefined ? undefined : new Set(first.filter((hash) => others.every((list) => list.includes(hash))));
}
