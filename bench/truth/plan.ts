import { REQUIREMENTS, RUNTIMES } from './layers.ts';
import { MUTATIONS, type MutationKind } from './mutations.ts';

/** One layer, as it is, and once more with one thing in it spoilt. */
export interface Specimen {
  /** From 1; with the seed of the run it makes the same mutation again. */
  readonly number: number;
  readonly requirements: string;
  /** To be tried in this order: not every package is there for every Python. */
  readonly runtimes: readonly string[];
  /** To be tried in this order: a layer without machine code has nothing for some of them. */
  readonly kinds: readonly MutationKind[];
}

/** So many pairs: every list of requirements on one runtime after the other, and the kinds of mutation in turn, of those that are allowed. */
export function planOf(pairs: number, allowed?: readonly string[]): Specimen[] {
  const all = Object.keys(MUTATIONS) as MutationKind[];
  return Array.from({ length: pairs }, (_, index) => {
    const round = Math.floor(index / REQUIREMENTS.length);
    return {
      number: index + 1,
      requirements: REQUIREMENTS[index % REQUIREMENTS.length] ?? '',
      runtimes: rotated(RUNTIMES, index + 2 * round),
      kinds: rotated(all, index + 3 * round).filter((kind) => allowed?.includes(kind) ?? true),
    };
  });
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const start = by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
