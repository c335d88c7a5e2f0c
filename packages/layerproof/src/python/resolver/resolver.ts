import type { Fault } from '@ocr-pipeline/fault';
import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import { type Candidate, type CandidateRules, type Candidates, candidatesFor } from './candidates.ts';
import { conflictingRequirements, resolutionTooHard } from './faults.ts';
import { type MarkerEnvironment, evaluateMarker } from '../standards/marker.ts';
import type { Metadata } from '../standards/metadata.ts';
import type { PackageIndex } from '../index/package-index.ts';
import type { AskedRequirement } from '../requirements/requirements-file.ts';
import type { Ask, ResolvedPackage } from './resolution.ts';
import { isInSpecifier, pinnedVersion } from '../standards/specifier.ts';
import { noMatchingWheel } from './wheel-advice.ts';
import { takesPython, wheelChooser } from './wheel-choice.ts';

export interface ResolveRequest {
  readonly target: Target;
  readonly requirements: readonly AskedRequirement[];
  readonly constraints?: readonly AskedRequirement[];
  /** Take nothing without a hash (`--require-hashes`); so it is in any case once one requirement has one. */
  readonly hashesRequired?: boolean;
  /** Take pre-releases of everything (`--pre`). */
  readonly prereleases?: boolean;
}

/** Versions that may be tried before the search gives up. A build of a hundred distributions needs about a hundred. */
const MOST_STEPS = 5000;

/** Versions whose metadata is fetched ahead while one after the other is refused. */
const MOST_AHEAD = 16;
/** Bytes of a wheel that may be fetched for nothing. */
const SMALL_WHEEL = 1_000_000;

interface Picked {
  readonly candidate: Candidate;
  readonly metadata: Metadata;
}

/** One moment of the search. Never changed, so that going back is forgetting. */
interface State {
  readonly asks: ReadonlyMap<string, readonly Ask[]>;
  readonly picked: ReadonlyMap<string, Picked>;
}

interface Conflict {
  readonly fault: Fault;
  /** The distributions whose choice led here. Another choice for any other one would not help. */
  readonly culprits: ReadonlySet<string>;
}

type Outcome =
  | { readonly kind: 'solved'; readonly state: State }
  | { readonly kind: 'conflict'; readonly conflict: Conflict };

/**
 * Finds one version of every distribution that is asked for, directly or by another, for one target: the newest that everybody
 * allows and that has a wheel, going back on an earlier choice where two disagree (backjumping: Prosser 1993, "Hybrid
 * algorithms for the constraint satisfaction problem").
 *
 * @throws Fault that says who asked for what and what there is. Outages of the index travel as they come.
 */
export async function resolve(request: ResolveRequest, index: PackageIndex): Promise<ResolvedPackage[]> {
  const search = new Search(request, index);
  const outcome = await search.solve(search.start());
  if (outcome.kind === 'conflict') throw outcome.conflict.fault;
  return search.answer(outcome.state);
}

class Search {
  private readonly request: ResolveRequest;
  private readonly index: PackageIndex;
  private readonly environment: MarkerEnvironment;
  private readonly rules: CandidateRules;
  private readonly prefetched = new Set<string>();
  private steps = 0;

  constructor(request: ResolveRequest, index: PackageIndex) {
    this.request = request;
    this.index = index;
    this.environment = markerEnvironment(request.target);
    this.rules = {
      target: request.target,
      chooser: wheelChooser(request.target),
      prereleases: request.prereleases ?? false,
      hashesNeeded: request.hashesRequired === true || request.requirements.some(({ hashes }) => hashes.length > 0),
    };
  }

  start(): State {
    const { requirements, constraints = [] } = this.request;
    const asks = [
      ...requirements.map((asked) => askOfInput(asked, false)),
      ...constraints.map((asked) => askOfInput(asked, true)),
    ].filter(({ requirement }) => this.holds(requirement.marker, []));
    return { asks: withAsks(new Map(), asks), picked: new Map() };
  }

  async solve(state: State): Promise<Outcome> {
    this.prefetch(state);
    const name = nextName(state);
    if (name === undefined) return { kind: 'solved', state };
    const asks = state.asks.get(name) ?? [];
    const candidates = await this.candidates(name, asks);
    const culprits = new Set(asks.flatMap(({ by }) => by ?? []));
    if (candidates.kind === 'none') return conflict(candidates.fault, culprits);
    // The newest version is the one that people want, so its obstacle is the one that they are told.
    let first: Fault | undefined;
    for (const [at, candidate] of candidates.candidates.entries()) {
      const outcome = await this.tryCandidate(state, name, candidate);
      if (outcome.kind === 'solved') return outcome;
      const { fault, culprits: others } = outcome.conflict;
      first ??= fault;
      if (!others.has(name)) return outcome;
      for (const other of others) if (other !== name) culprits.add(other);
      this.lookAhead(candidates.candidates, at + 1);
      if (++this.steps >= MOST_STEPS) throw resolutionTooHard(MOST_STEPS, first);
    }
    return conflict(first ?? conflictingRequirements(name, asks, []), culprits);
  }

  private async tryCandidate(state: State, name: string, candidate: Candidate): Promise<Outcome> {
    const metadata = await this.index.metadata(candidate.wheel);
    const { python } = this.rules.target.facts;
    if (!takesPython(metadata.requiresPython, python?.version ?? '')) {
      // Told by a folder of wheels or a direct address only now; an index tells it before.
      const wheel = { ...candidate.wheel, requiresPython: metadata.requiresPython };
      const refused = [{ wheel, because: 'requires-python' as const }];
      return conflict(noMatchingWheel(name, refused, this.rules.target), new Set([name]));
    }
    const next = this.withPick(state, name, { candidate, metadata });
    if (next.kind === 'conflict') return next;
    return this.solve(next.state);
  }

  /** The state with the pick and with all that it asks for; a conflict when it asks for what an earlier pick is not. */
  private withPick(state: State, name: string, pick: Picked): Outcome {
    const picked = new Map(state.picked).set(name, pick);
    let asks = state.asks;
    // A new ask may add an extra to a pick, which then asks for more.
    const pending = [name];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      const source = picked.get(at);
      if (source === undefined) continue;
      for (const ask of this.asksOf(at, source, asks.get(at) ?? [])) {
        const before = asks.get(ask.requirement.name) ?? [];
        if (before.some((other) => isSameAsk(other, ask))) continue;
        asks = withAsks(asks, [ask]);
        const earlier = picked.get(ask.requirement.name);
        if (earlier === undefined) continue;
        if (!isInSpecifier(earlier.candidate.version, ask.requirement.specifier)) {
          const all = asks.get(ask.requirement.name) ?? [];
          const fault = conflictingRequirements(ask.requirement.name, all, []);
          return conflict(fault, new Set([name, at, ask.requirement.name]));
        }
        pending.push(ask.requirement.name);
      }
    }
    return { kind: 'solved', state: { asks, picked } };
  }

  /** What a pick asks for in the target, with the extras that others want of it. */
  private asksOf(name: string, { candidate, metadata }: Picked, asks: readonly Ask[]): Ask[] {
    const extras = [
      ...new Set(asks.flatMap(({ requirement, isConstraint }) => (isConstraint ? [] : requirement.extras))),
    ];
    const origin = `${name} ${candidate.version}`;
    return metadata.requires
      .filter(({ marker }) => this.holds(marker, extras))
      .map((requirement) => ({ requirement, origin, by: name, hashes: [], isConstraint: false }));
  }

  private holds(marker: Ask['requirement']['marker'], extras: readonly string[]): boolean {
    return marker === undefined || evaluateMarker(marker, this.environment, extras);
  }

  private candidates(name: string, asks: readonly Ask[]): Promise<Candidates> {
    return candidatesFor(name, asks, this.index, this.rules);
  }

  /** Starts every request that will probably be needed, so that the network works while the search goes one by one. */
  private prefetch({ asks, picked }: State): void {
    for (const [name, wishes] of asks) {
      if (picked.has(name) || this.prefetched.has(name) || wishes.every(({ isConstraint }) => isConstraint)) continue;
      this.prefetched.add(name);
      this.prefetchOne(name, wishes).catch(givenAgain);
    }
  }

  /** Versions are often refused in rows. Metadata that is cheap to get is fetched ahead, more of it the longer the row is. */
  private lookAhead(candidates: readonly Candidate[], from: number): void {
    for (const { wheel } of candidates.slice(from, from + Math.min(from, MOST_AHEAD))) {
      const isCheap = wheel.metadata !== undefined || (wheel.size ?? Infinity) < SMALL_WHEEL;
      if (isCheap) this.index.metadata(wheel).catch(givenAgain);
    }
  }

  private async prefetchOne(name: string, asks: readonly Ask[]): Promise<void> {
    const candidates = await this.candidates(name, asks);
    if (candidates.kind === 'some' && candidates.candidates[0] !== undefined) {
      await this.index.metadata(candidates.candidates[0].wheel);
    }
  }

  answer({ asks, picked }: State): ResolvedPackage[] {
    const packages = [...picked].map(([name, pick]): ResolvedPackage => {
      const wishes = asks.get(name) ?? [];
      const requires = new Set(this.asksOf(name, pick, wishes).map(({ requirement }) => requirement.name));
      requires.delete(name);
      return {
        name,
        version: pick.candidate.version,
        wheel: pick.candidate.wheel,
        metadata: pick.metadata,
        requires: [...requires].toSorted(),
        isAsked: wishes.some(({ by, isConstraint }) => by === undefined && !isConstraint),
        passedOver: pick.candidate.passedOver,
        refused: pick.candidate.refused,
      };
    });
    return packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
}

/**
 * The next distribution to decide: one that is pinned, as there is nothing to try and much to learn, else in the order in which
 * they were asked for, so that the search is the same each time.
 */
function nextName({ asks, picked }: State): string | undefined {
  let first: string | undefined;
  for (const [name, wishes] of asks) {
    if (picked.has(name) || wishes.every(({ isConstraint }) => isConstraint)) continue;
    if (wishes.some(({ requirement }) => pinnedVersion(requirement.specifier) !== undefined)) return name;
    first ??= name;
  }
  return first;
}

function withAsks(
  asks: ReadonlyMap<string, readonly Ask[]>,
  added: readonly Ask[],
): ReadonlyMap<string, readonly Ask[]> {
  const all = new Map(asks);
  for (const ask of added) all.set(ask.requirement.name, [...(all.get(ask.requirement.name) ?? []), ask]);
  return all;
}

function askOfInput({ requirement, origin, hashes }: AskedRequirement, isConstraint: boolean): Ask {
  return { requirement, origin, hashes, by: undefined, isConstraint };
}

function isSameAsk(a: Ask, b: Ask): boolean {
  return a.by === b.by && a.requirement === b.requirement;
}

function conflict(fault: Fault, culprits: ReadonlySet<string>): Outcome {
  return { kind: 'conflict', conflict: { fault, culprits } };
}

/** A request ahead of its time may fail: the index gives the same failure again to whoever really needs the answer. */
function givenAgain(): void {}
