import type { Fault } from '@ocr-pipeline/fault';
import type { Target } from '../../../target/target.ts';
import type { AskedRequirement } from '../../requirements/requirements-file.ts';
import { isInSpecifier } from '../../standards/specifier.ts';
import { compareVersions } from '../../standards/version.ts';
import { badWheel } from '../../wheels/faults.ts';
import type { Candidates } from '../candidates.ts';
import {
  againstInput,
  againstReference,
  hashMissing,
  indexIsOffline,
  noMatchingVersion,
  quarantined,
  unknownDistribution,
  withAsker,
  withTooNew,
} from '../faults.ts';
import type { Ask } from '../resolution.ts';
import { noMatchingWheel } from '../wheel-advice.ts';
import type { Asked, Wish } from './asks.ts';
import { versionsInWords } from './wording.ts';

export interface DeadEndContext {
  readonly target: Target;
  /** What the inputs want of the distribution; the proof need not speak of all of it. */
  readonly inputs: readonly AskedRequirement[];
  /** All that the proof speaks of. */
  readonly asks: readonly Asked[];
}

/** The failure in which one wish cannot be fulfilled, whatever all others want. Undefined when it takes two to disagree. */
export function deadEnd({ askers, useless }: Asked, context: DeadEndContext): Fault | undefined {
  const hopeless = askers.find(({ allowed }) => allowed.isEmpty);
  if (hopeless !== undefined) {
    const [wish] = hopeless.wishes;
    return wish === undefined ? undefined : unfulfilled(wish, context);
  }
  const [wish] = askers[0]?.wishes ?? [];
  if (askers.length > 1 || wish === undefined) return undefined;
  // All that the one asker takes turned out to be of no use. The newest speaks for all.
  const newest = useless.toSorted((a, b) => b.choice - a.choice)[0];
  const candidate = newest?.of.candidates.candidate(newest.choice);
  if (newest === undefined || candidate === undefined) return undefined;
  if (newest.because.kind === 'broken') return badWheel(candidate.wheel.name.fileName, newest.because.line.problem);
  const wheel = { ...candidate.wheel, requiresPython: newest.because.requiresPython };
  const fault = noMatchingWheel(newest.of.candidates.name, [{ wheel, because: 'requires-python' }], context.target);
  return withAsker(fault, byChain(wish, context.asks));
}

function unfulfilled(wish: Wish, { target, inputs, asks }: DeadEndContext): Fault {
  const { candidates } = wish.asked;
  const direct = askOf(wish);
  const ask = byChain(wish, asks);
  const { name, absence, unusable, sourceVersions } = candidates;
  const usable = candidates.usable.toReversed();
  const { specifier, url } = ask.requirement;
  if (absence?.kind === 'unknown') return unknownDistribution(name, [ask], absence.asked);
  if (absence?.kind === 'offline') return indexIsOffline(name);
  if (absence?.kind === 'quarantined') return quarantined(name, ask.origin, absence.reason);
  if (absence?.kind === 'hash-missing') return hashMissing(name, [ask]);
  const broken = url === undefined ? undefined : candidates.broken.get(url);
  if (broken !== undefined) return broken;
  const pointed = candidates.usable.find((one) => one.url !== undefined);
  if (url === undefined && pointed?.url !== undefined) {
    return againstReference(name, direct, pointed.version, pointed.url);
  }
  const tooNew = candidates.withheld?.newest((version) => isInSpecifier(version, specifier));
  const suiting = unusable.filter(({ version }) => url !== undefined || isInSpecifier(version, specifier));
  const refused = suiting.flatMap((version) => version.refused);
  if (refused.length > 0) {
    const versions = suiting.map(({ version }) => version);
    const other = inputs.find(({ requirement }) => !versions.some((one) => isInSpecifier(one, requirement.specifier)));
    if (other !== undefined && direct.by !== undefined) return againstInput(name, direct, other);
    const fault = noMatchingWheel(name, refused, target, { newestFitting: newestFitting(candidates) });
    return withAsker(withTooNew(fault, name, tooNew), ask);
  }
  const newest = [...usable, ...unusable].map(({ version }) => version).toSorted((a, b) => compareVersions(b, a));
  const [newestWithWheel] = newest;
  return noMatchingVersion(name, ask, {
    newest,
    asSource: sourceVersions.filter((version) => isInSpecifier(version, specifier)),
    sourceSince: sourceVersions.find(
      (version) => newestWithWheel !== undefined && compareVersions(version, newestWithWheel) > 0,
    ),
    excludedFrom: candidates.withheld?.from,
    tooNew,
    prerelease: usable.find((one) => candidates.isHeldBack(one) && isInSpecifier(one.version, specifier))?.version,
  });
}

/** The newest version on the index that the target could have, whatever is asked for. */
function newestFitting(candidates: Candidates): string | undefined {
  return candidates.usable.findLast((one) => one.url === undefined && !candidates.isHeldBack(one))?.version;
}

function askOf(wish: Wish): Ask {
  const { requirement } = wish;
  if (wish.kind === 'input') {
    return { requirement, origin: wish.origin, by: undefined, hashes: [], isConstraint: wish.isConstraint };
  }
  const origin = versionsInWords(wish.by, wish.versions);
  return { requirement, origin, by: wish.by.candidates.name, hashes: [], isConstraint: false };
}

/** A wish with all that lead from an input to it: `b 1, this by a 2, this by requirements.txt line 1`. */
function byChain(first: Wish, asks: readonly Asked[]): Ask {
  const chain = [askOf(first).origin];
  const names = new Set<string>();
  for (let wish = first; wish.kind === 'need' && !names.has(wish.by.candidates.name);) {
    const { candidates, extra } = wish.by;
    names.add(candidates.name);
    const wishes = asks.find((asked) => asked.name === candidates.name)?.askers.flatMap((asker) => asker.wishes) ?? [];
    const next =
      wishes.find(({ requirement }) => extra !== undefined && requirement.extras.includes(extra)) ?? wishes[0];
    if (next === undefined) break;
    chain.push(askOf(next).origin);
    wish = next;
  }
  return { ...askOf(first), origin: chain.join(', this by ') };
}
