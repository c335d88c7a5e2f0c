import type { Fact, Known } from '../fact.ts';
import { ChoiceSet } from '../solver/choice-set.ts';
import { labelOf } from './wording.ts';

/** Somebody asks for something. */
export type Wish = Extract<Fact, { kind: 'input' | 'need' }>;
type Uselessness = Extract<Fact, { kind: 'useless' }>;

/** What one asker wants of a distribution. Its versions may want different things. */
export interface Asker {
  readonly key: string;
  readonly wishes: readonly Wish[];
  /** What one or the other of its versions would take. */
  readonly allowed: ChoiceSet;
}

/** All that the proof of a failure says of one distribution. */
export interface Asked {
  readonly name: string;
  readonly askers: readonly Asker[];
  readonly useless: readonly Uselessness[];
  /** What is left when everybody is heard; never "not taken". */
  readonly left: ChoiceSet;
}

/** The facts that a proof rests on, each once, in the order in which the proof uses them. */
export function factsOf(proof: Known): Fact[] {
  const facts = new Set<Fact>();
  const seen = new Set<Known>();
  const pending: Known[] = [proof];
  for (let known = pending.pop(); known !== undefined; known = pending.pop()) {
    if (seen.has(known)) continue;
    seen.add(known);
    if (known.cause.kind === 'fact') facts.add(known.cause.fact);
    else pending.push(...known.cause.from.toReversed());
  }
  return [...facts];
}

/** The facts by the distribution that they speak of, in their order. */
export function asksOf(facts: readonly Fact[]): Asked[] {
  const byName = new Map<string, { wishes: Wish[]; useless: Uselessness[] }>();
  const entry = (name: string) => {
    const known = byName.get(name) ?? { wishes: [], useless: [] };
    byName.set(name, known);
    return known;
  };
  for (const fact of facts) {
    if (fact.kind === 'input' || fact.kind === 'need') entry(fact.asked.candidates.name).wishes.push(fact);
    else if (fact.kind === 'useless') entry(fact.of.candidates.name).useless.push(fact);
  }
  return [...byName].map(([name, { wishes, useless }]) => askedOf(name, wishes, useless));
}

function askedOf(name: string, wishes: readonly Wish[], useless: readonly Uselessness[]): Asked {
  const askers = [...Map.groupBy(wishes, keyOf)].map(([key, own]): Asker => {
    const sets = own.map(({ asked, requirement }) => asked.candidates.allowedBy(requirement));
    return { key, wishes: withoutRepetition(own), allowed: sets.reduce((a, b) => a.union(b)) };
  });
  const candidates = wishes[0]?.asked.candidates ?? useless[0]?.of.candidates;
  const size = candidates?.size ?? 1;
  const ruledOut = ChoiceSet.of(size, [0, ...useless.map(({ choice }) => choice)]);
  const left = askers.reduce((rest, { allowed }) => rest.intersection(allowed), ruledOut.complement());
  return { name, askers, useless, left };
}

function keyOf(wish: Wish): string {
  return wish.kind === 'input' ? wish.origin : labelOf(wish.by);
}

/** A requirement with extras is told for the distribution and for each extra. */
function withoutRepetition(wishes: readonly Wish[]): Wish[] {
  return [...new Map(wishes.map((wish) => [wish.requirement, wish])).values()];
}
