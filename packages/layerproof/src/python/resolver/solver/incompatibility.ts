import type { ChoiceSet } from './choice-set.ts';

/** A distribution, or an extra of one, by its number in the solver. */
export type Variable = number;

/** What the solver knows: there is no answer in which every variable is in the set given here. */
export interface Incompatibility<Fact> {
  readonly terms: ReadonlyMap<Variable, ChoiceSet>;
  readonly cause: Cause<Fact>;
}

/** Where an incompatibility comes from: from outside, or it follows from two others. */
export type Cause<Fact> =
  | { readonly kind: 'fact'; readonly fact: Fact }
  | { readonly kind: 'derived'; readonly from: readonly [Incompatibility<Fact>, Incompatibility<Fact>] };

/**
 * What follows from two incompatibilities that both have the variable: wherever all other terms hold, its value lies in neither of
 * their sets. Without terms at the end, there is no answer at all.
 */
export function resolvent<Fact>(
  a: Incompatibility<Fact>,
  b: Incompatibility<Fact>,
  variable: Variable,
): Incompatibility<Fact> {
  const terms = new Map<Variable, ChoiceSet>();
  for (const { terms: own } of [a, b]) {
    for (const [other, set] of own) {
      const before = terms.get(other);
      if (before === undefined) terms.set(other, set);
      else terms.set(other, other === variable ? before.union(set) : before.intersection(set));
    }
  }
  if (terms.get(variable)?.isAll === true) terms.delete(variable);
  return { terms, cause: { kind: 'derived', from: [a, b] } };
}
