// PubGrub: Natalie Weizenbaum 2018, https://github.com/dart-lang/pub/blob/master/doc/solver.md, over sets of known versions.
import type { ChoiceSet } from './choice-set.ts';
import { type Incompatibility, resolvent, type Variable } from './incompatibility.ts';
import { PartialSolution } from './partial-solution.ts';

/** A conflict that was resolved: the variable that had to give way, and what was learned. */
export interface Learned<Fact> {
  readonly variable: Variable;
  readonly incompatibility: Incompatibility<Fact>;
}

export type Propagation<Fact> =
  | { readonly kind: 'consistent'; readonly learned: readonly Learned<Fact>[] }
  /** There is no answer; the incompatibility without terms, with all that it follows from. */
  | { readonly kind: 'unsolvable'; readonly proof: Incompatibility<Fact> };

/** Terms by variable; those that hold in any case are left out. */
export type Terms = ReadonlyMap<Variable, ChoiceSet>;

/**
 * Unit propagation and conflict-driven learning. It asks nobody for anything: whoever drives it picks variables and choices, and
 * tells what a choice asks for when it is known.
 */
export class Solver<Fact> {
  readonly solution = new PartialSolution<Fact>();
  private readonly about: Incompatibility<Fact>[][] = [];
  /** What cannot be of use until the search goes back behind a level; and the levels, which only rise. */
  private readonly contradicted = new Set<Incompatibility<Fact>>();
  private readonly contradictions: { readonly incompatibility: Incompatibility<Fact>; readonly level: number }[] = [];
  /** Those that say of two variables what one asks of the other, to be merged. */
  private readonly mergeable = new Map<string, Incompatibility<Fact>>();

  /** A variable with so many choices, "not taken" counted. */
  addVariable(size: number): Variable {
    this.about.push([]);
    return this.solution.addVariable(size);
  }

  /** Adds what is known from outside. Nothing follows until the next {@link propagate}. */
  add(terms: Terms, fact: Fact): Incompatibility<Fact> {
    return this.enter({ terms: withoutTrivial(terms), cause: { kind: 'fact', fact } });
  }

  /**
   * Adds that a choice of `asker` needs `asked` within a set. Choices that need the same become one incompatibility, which says
   * more at once and reads better.
   */
  addNeed(
    [asker, choices]: readonly [Variable, ChoiceSet],
    [asked, without]: readonly [Variable, ChoiceSet],
    fact: Fact,
    merge: (a: Fact, b: Fact) => Fact,
  ): Incompatibility<Fact> {
    const key = `${asker} ${asked} ${without.key}`;
    const sibling = this.mergeable.get(key);
    const before = sibling?.terms.get(asker);
    let [all, merged] = [choices, fact];
    if (sibling !== undefined && before !== undefined && sibling.cause.kind === 'fact') {
      this.remove(sibling);
      all = before.union(choices);
      merged = merge(sibling.cause.fact, fact);
    }
    const terms = new Map([
      [asker, all],
      [asked, without],
    ]);
    const added = this.add(terms, merged);
    this.mergeable.set(key, added);
    return added;
  }

  /** Draws every conclusion from a changed variable; goes back where they contradict each other, and learns from it. */
  propagate(changed: Variable): Propagation<Fact> {
    const learned: Learned<Fact>[] = [];
    const queue: Variable[] = [changed];
    for (let variable = queue.pop(); variable !== undefined; variable = queue.pop()) {
      const conflict = this.propagateOne(variable, queue);
      if (conflict === undefined) continue;
      const outcome = this.learn(conflict, learned);
      if (outcome.kind === 'unsolvable') return outcome;
      queue.length = 0;
      queue.push(outcome.variable);
      this.solution.derive(outcome.variable, outcome.incompatibility);
      this.setAside(outcome.incompatibility);
    }
    return { kind: 'consistent', learned };
  }

  /** Decides unless what the choice asks for is impossible here; then says which incompatibility is in the way. */
  decide(
    variable: Variable,
    choice: number,
    needs: readonly Incompatibility<Fact>[],
  ): Incompatibility<Fact> | undefined {
    const obstacle = needs.find((need) => this.solution.wouldSatisfy(variable, choice, need));
    if (obstacle === undefined) this.solution.decide(variable, choice);
    return obstacle;
  }

  /** Goes back to before the variable was decided. False when it is not decided. */
  undo(variable: Variable): boolean {
    const level = this.solution.levelOf(variable);
    if (level === undefined) return false;
    this.backtrack(level - 1);
    return true;
  }

  private propagateOne(variable: Variable, queue: Variable[]): Incompatibility<Fact> | undefined {
    const about = this.about[variable] ?? [];
    // The newest first: what was learned last cuts most.
    for (let at = about.length - 1; at >= 0; at--) {
      const incompatibility = about[at];
      if (incompatibility === undefined || this.contradicted.has(incompatibility)) continue;
      const relation = this.solution.relation(incompatibility);
      if (relation.kind === 'satisfied') return incompatibility;
      if (relation.kind === 'open') continue;
      if (relation.kind === 'almost') {
        this.solution.derive(relation.variable, incompatibility);
        if (!queue.includes(relation.variable)) queue.push(relation.variable);
      }
      this.setAside(incompatibility);
    }
    return undefined;
  }

  /** Follows a conflict back to where another choice would have avoided it. */
  private learn(
    conflict: Incompatibility<Fact>,
    learned: Learned<Fact>[],
  ): ({ readonly kind: 'learned' } & Learned<Fact>) | Extract<Propagation<Fact>, { kind: 'unsolvable' }> {
    let incompatibility = conflict;
    while (incompatibility.terms.size > 0) {
      const { variable, step, previousLevel } = this.solution.satisfier(incompatibility);
      if (step.cause === undefined || previousLevel < step.level) {
        this.backtrack(previousLevel);
        if (incompatibility !== conflict) this.enter(incompatibility);
        learned.push({ variable, incompatibility });
        return { kind: 'learned', variable, incompatibility };
      }
      incompatibility = resolvent(incompatibility, step.cause, variable);
      learned.push({ variable, incompatibility });
    }
    return { kind: 'unsolvable', proof: incompatibility };
  }

  private backtrack(level: number): void {
    this.solution.backtrack(level);
    for (let last = this.contradictions.at(-1); last !== undefined && last.level > level;) {
      this.contradicted.delete(last.incompatibility);
      this.contradictions.pop();
      last = this.contradictions.at(-1);
    }
  }

  private setAside(incompatibility: Incompatibility<Fact>): void {
    this.contradicted.add(incompatibility);
    this.contradictions.push({ incompatibility, level: this.solution.level });
  }

  private enter(incompatibility: Incompatibility<Fact>): Incompatibility<Fact> {
    for (const variable of incompatibility.terms.keys()) this.about[variable]?.push(incompatibility);
    return incompatibility;
  }

  private remove(incompatibility: Incompatibility<Fact>): void {
    for (const variable of incompatibility.terms.keys()) {
      const list = this.about[variable];
      list?.splice(list.lastIndexOf(incompatibility), 1);
    }
    this.contradicted.delete(incompatibility);
  }
}

function withoutTrivial(terms: Terms): Terms {
  return new Map([...terms].filter(([, set]) => !set.isAll));
}
