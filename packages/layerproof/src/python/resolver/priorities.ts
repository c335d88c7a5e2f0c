import type { Requirement } from '../standards/requirement.ts';
import { pinnedVersion } from '../standards/specifier.ts';

/** Conflicts of one distribution before its place in the order changes (uv: CONFLICT_THRESHOLD). */
const MANY_CONFLICTS = 5;

/** From what is decided last to what is decided first. */
const RANKS = ['seen', 'culprit', 'affected', 'pinned', 'direct'] as const;
type Rank = (typeof RANKS)[number];

/**
 * In which order distributions are decided; the same as in uv, so that both come to the same versions where many would do
 * (crates/uv-resolver/src/pubgrub/priority.rs): direct references and pins first, as there is nothing to try and much to learn,
 * then those that were often refused for the sake of others, then those others, then all in the order in which they were seen.
 */
export class Priorities {
  private readonly ranks = new Map<string, Rank>();
  private readonly places = new Map<string, number>();
  private readonly timesAffected = new Map<string, number>();
  private readonly timesCulprit = new Map<string, number>();
  private readonly toMoveUp: string[] = [];
  private readonly toMoveDown: string[] = [];

  /** Somebody asks for it. A rank only ever rises by this. */
  see({ name, specifier, url }: Requirement): void {
    if (!this.places.has(name)) this.places.set(name, this.places.size);
    const rank = url !== undefined ? 'direct' : pinnedVersion(specifier) !== undefined ? 'pinned' : 'seen';
    const before = this.ranks.get(name);
    if (before === undefined || RANKS.indexOf(rank) > RANKS.indexOf(before)) this.ranks.set(name, rank);
  }

  /** The choice of `affected` was refused for the sake of the others. */
  conflict(affected: string, others: readonly string[]): void {
    const culprits = others.filter((other) => other !== affected);
    if (culprits.length === 0) return;
    for (const name of culprits) if (increase(this.timesCulprit, name) === MANY_CONFLICTS) this.toMoveDown.push(name);
    if (increase(this.timesAffected, affected) === MANY_CONFLICTS) this.toMoveUp.push(affected);
  }

  /**
   * Gives those that had many conflicts their new places, each once only, so that nothing moves to and fro for ever. Returns those
   * that moved down, whose present choice is to be taken back.
   */
  settle(): string[] {
    for (const name of this.toMoveUp.splice(0)) this.ranks.set(name, 'affected');
    return this.toMoveDown.splice(0).filter((name) => {
      const rank = this.ranks.get(name);
      if (rank === 'culprit' || rank === 'affected') return false;
      this.ranks.set(name, 'culprit');
      return true;
    });
  }

  /** The distributions that gave way most often, first. */
  mostAffected(): string[] {
    const counts = [...this.timesAffected].toSorted(([a, often], [b, times]) => times - often || (a < b ? -1 : 1));
    return counts.map(([name]) => name);
  }

  /** For sorting: the one to decide first comes first. */
  compare(a: string, b: string): number {
    const rank = (name: string) => RANKS.indexOf(this.ranks.get(name) ?? 'seen');
    return rank(b) - rank(a) || (this.places.get(a) ?? 0) - (this.places.get(b) ?? 0);
  }
}

function increase(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1;
  counts.set(name, count);
  return count;
}
