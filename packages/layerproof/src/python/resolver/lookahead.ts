import type { PackageIndex } from '../index/package-index.ts';
import type { MarkerEnvironment } from '../standards/marker.ts';
import type { Metadata } from '../standards/metadata.ts';
import type { Requirement } from '../standards/requirement.ts';
import type { Candidate, Candidates } from './candidates.ts';
import { dependenciesOf } from './dependencies.ts';
import type { ChoiceSet } from './solver/choice-set.ts';

/** Bytes of a wheel that may be fetched for nothing. */
const SMALL_WHEEL = 1_000_000;
/** Versions whose metadata is asked for at once while one after the other is refused. */
const MOST_AT_ONCE = 64;

/**
 * Asks for what will probably be needed, so that the network works while the search goes one by one. The index remembers its
 * answers; which of them come first changes nothing but the time.
 */
export class Lookahead {
  private readonly index: PackageIndex;
  private readonly environment: MarkerEnvironment;
  private readonly find: (name: string) => Promise<Candidates>;
  private readonly followed = new Set<string>();
  private readonly tries = new Map<string, number>();

  constructor(index: PackageIndex, environment: MarkerEnvironment, find: (name: string) => Promise<Candidates>) {
    this.index = index;
    this.environment = environment;
    this.find = find;
  }

  /** Follows a requirement to the version that it would most likely lead to, and on to what that asks for. */
  follow(requirement: Requirement): void {
    const { name, extras } = requirement;
    const key = `${name}[${extras.join(',')}]`;
    if (this.followed.has(key)) return;
    this.followed.add(key);
    this.followOne(requirement).catch(givenAgain);
  }

  private async followOne(requirement: Requirement): Promise<void> {
    const candidates = await this.find(requirement.name);
    const { value: choice } = candidates.allowedBy(requirement).descending().next();
    const candidate = choice === undefined ? undefined : candidates.candidate(choice);
    if (candidate === undefined || !isCheap(candidate)) return;
    const metadata = await this.index.metadata(candidate.wheel);
    for (const next of this.dependencies(metadata, requirement.extras)) this.follow(next);
  }

  private dependencies(metadata: Metadata, extras: readonly string[]): Requirement[] {
    return [undefined, ...extras].flatMap((extra) => dependenciesOf(metadata, this.environment, extra).requires);
  }

  /** One more version of a distribution is tried. Versions are often refused in rows: the longer the row, the more are fetched. */
  tried(candidates: Candidates, left: ChoiceSet): void {
    const tries = (this.tries.get(candidates.name) ?? 0) + 1;
    this.tries.set(candidates.name, tries);
    // At 2, 4, 8 … tries, then at every 64.
    const isTurn = tries > MOST_AT_ONCE ? tries % MOST_AT_ONCE === 0 : tries > 1 && (tries & (tries - 1)) === 0;
    if (!isTurn) return;
    let ahead = 0;
    for (const choice of left.descending()) {
      const candidate = candidates.candidate(choice);
      if (candidate === undefined || !isCheap(candidate)) continue;
      this.index.metadata(candidate.wheel).catch(givenAgain);
      if (++ahead >= Math.min(tries, MOST_AT_ONCE)) break;
    }
  }
}

function isCheap({ wheel }: Candidate): boolean {
  return wheel.metadata !== undefined || wheel.url.startsWith('file:') || (wheel.size ?? Infinity) < SMALL_WHEEL;
}

/** A request ahead of its time may fail: the index gives the same failure again to whoever really needs the answer. */
function givenAgain(): void {}
