import type { Fault } from '@ocr-pipeline/fault';
import type { Target } from '../../../target/target.ts';
import { isInSpecifier } from '../../standards/specifier.ts';
import { compareVersions } from '../../standards/version.ts';
import { badWheel } from '../../wheels/faults.ts';
import type { Candidates } from '../candidates.ts';
import type { Fact } from '../fact.ts';
import { againstReference, hashMissing, indexIsOffline, noMatchingVersion, unknownDistribution } from '../faults.ts';
import type { Ask } from '../resolution.ts';
import { noMatchingWheel } from '../wheel-advice.ts';
import type { Asked } from './asks.ts';
import { versionsInWords } from './wording.ts';

/** The failure in which one wish cannot be fulfilled, whatever all others want. Undefined when it takes two to disagree. */
export function deadEnd({ askers, useless }: Asked, target: Target): Fault | undefined {
  const hopeless = askers.find(({ allowed }) => allowed.isEmpty);
  if (hopeless !== undefined) {
    const [wish] = hopeless.wishes;
    return wish === undefined ? undefined : unfulfilled(wish.asked.candidates, askOf(wish), target);
  }
  if (askers.length > 1) return undefined;
  // All that the one asker takes turned out to be of no use. The newest speaks for all.
  const newest = useless.toSorted((a, b) => b.choice - a.choice)[0];
  const candidate = newest?.of.candidates.candidate(newest.choice);
  if (newest === undefined || candidate === undefined) return undefined;
  if (newest.because.kind === 'broken') return badWheel(candidate.wheel.name.fileName, newest.because.line.problem);
  const wheel = { ...candidate.wheel, requiresPython: newest.because.requiresPython };
  return noMatchingWheel(newest.of.candidates.name, [{ wheel, because: 'requires-python' }], target);
}

function unfulfilled(candidates: Candidates, ask: Ask, target: Target): Fault {
  const { name, absence, unusable, sourceVersions } = candidates;
  const usable = candidates.usable.toReversed();
  const { specifier, url } = ask.requirement;
  if (absence?.kind === 'unknown') return unknownDistribution(name, [ask], absence.asked);
  if (absence?.kind === 'offline') return indexIsOffline(name);
  if (absence?.kind === 'hash-missing') return hashMissing(name, [ask]);
  const broken = url === undefined ? undefined : candidates.broken.get(url);
  if (broken !== undefined) return broken;
  const direct = candidates.usable.find((one) => one.url !== undefined);
  if (url === undefined && direct?.url !== undefined) return againstReference(name, ask, direct.version, direct.url);
  const suiting = unusable.filter(({ version }) => url !== undefined || isInSpecifier(version, specifier));
  const refused = suiting.flatMap((version) => version.refused);
  if (refused.length > 0) return noMatchingWheel(name, refused, target, { newestFitting: newestFitting(candidates) });
  const newest = [...usable, ...unusable].map(({ version }) => version).toSorted((a, b) => compareVersions(b, a));
  const [newestWithWheel] = newest;
  return noMatchingVersion(name, ask, {
    newest,
    asSource: sourceVersions.filter((version) => isInSpecifier(version, specifier)),
    sourceSince: sourceVersions.find(
      (version) => newestWithWheel !== undefined && compareVersions(version, newestWithWheel) > 0,
    ),
    prerelease: usable.find((one) => candidates.isHeldBack(one) && isInSpecifier(one.version, specifier))?.version,
  });
}

/** The newest version on the index that the target could have, whatever is asked for. */
function newestFitting(candidates: Candidates): string | undefined {
  return candidates.usable.findLast((one) => one.url === undefined && !candidates.isHeldBack(one))?.version;
}

function askOf(wish: Extract<Fact, { kind: 'input' | 'need' }>): Ask {
  const { requirement } = wish;
  if (wish.kind === 'input') {
    return { requirement, origin: wish.origin, by: undefined, hashes: [], isConstraint: wish.isConstraint };
  }
  const origin = versionsInWords(wish.by, wish.versions);
  return { requirement, origin, by: wish.by.candidates.name, hashes: [], isConstraint: false };
}
