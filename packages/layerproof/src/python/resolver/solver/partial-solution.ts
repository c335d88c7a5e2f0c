import { ChoiceSet } from './choice-set.ts';
import type { Incompatibility, Variable } from './incompatibility.ts';

/** One step of the search: a decision, or what follows from an incompatibility. */
export interface Assignment<Fact> {
  /** Place among all assignments. */
  readonly order: number;
  /** How many decisions had been taken. */
  readonly level: number;
  /** What is left for the variable after this step. */
  readonly left: ChoiceSet;
  /** Undefined for a decision. */
  readonly cause: Incompatibility<Fact> | undefined;
}

/** How a partial solution stands to an incompatibility. */
export type Relation =
  /** Every term holds: a conflict. */
  | { readonly kind: 'satisfied' }
  /** Every term but one holds, so that one must not. */
  | { readonly kind: 'almost'; readonly variable: Variable }
  /** A term does not hold, so nothing follows. */
  | { readonly kind: 'contradicted' }
  | { readonly kind: 'open' };

const SATISFIED: Relation = { kind: 'satisfied' };
const CONTRADICTED: Relation = { kind: 'contradicted' };
const OPEN: Relation = { kind: 'open' };

/** What the search has decided and derived so far. */
export class PartialSolution<Fact> {
  /** Number of decisions. */
  level = 0;
  private readonly everything: ChoiceSet[] = [];
  private readonly steps: Assignment<Fact>[][] = [];
  private readonly order: Variable[] = [];

  addVariable(size: number): Variable {
    this.everything.push(ChoiceSet.all(size));
    this.steps.push([]);
    return this.steps.length - 1;
  }

  /** What is left for the variable. */
  left(variable: Variable): ChoiceSet {
    return this.steps[variable]?.at(-1)?.left ?? this.whole(variable);
  }

  /** The choice that was decided on. */
  decided(variable: Variable): number | undefined {
    const last = this.steps[variable]?.at(-1);
    if (last === undefined || last.cause !== undefined) return undefined;
    return last.left.descending().next().value ?? undefined;
  }

  /** Variables that are needed and not decided, in the order of their numbers. */
  pending(): Variable[] {
    const found: Variable[] = [];
    for (const [variable, steps] of this.steps.entries()) {
      const last = steps.at(-1);
      if (last?.cause !== undefined && !last.left.has(0)) found.push(variable);
    }
    return found;
  }

  decide(variable: Variable, choice: number): void {
    this.level++;
    this.push(variable, ChoiceSet.of(this.whole(variable).size, [choice]), undefined);
  }

  /** Rules out what the incompatibility says of the variable. */
  derive(variable: Variable, cause: Incompatibility<Fact>): void {
    const ruledOut = cause.terms.get(variable);
    if (ruledOut === undefined) throw new RangeError('an incompatibility says nothing of the variable');
    this.push(variable, this.left(variable).intersection(ruledOut.complement()), cause);
  }

  /** Forgets every step after the level. */
  backtrack(level: number): void {
    for (let last = this.order.at(-1); last !== undefined; last = this.order.at(-1)) {
      const steps = this.steps[last];
      if ((steps?.at(-1)?.level ?? 0) <= level) break;
      steps?.pop();
      this.order.pop();
    }
    this.level = level;
  }

  relation({ terms }: Incompatibility<Fact>): Relation {
    let open: Variable | undefined;
    for (const [variable, set] of terms) {
      const left = this.left(variable);
      if (left.isSubsetOf(set)) continue;
      if (left.isDisjointFrom(set)) return CONTRADICTED;
      // A second open term: nothing follows, but a later term may still contradict.
      if (open !== undefined) return OPEN;
      open = variable;
    }
    return open === undefined ? SATISFIED : { kind: 'almost', variable: open };
  }

  /** True when the incompatibility would be satisfied with this choice for the variable. */
  wouldSatisfy(variable: Variable, choice: number, { terms }: Incompatibility<Fact>): boolean {
    for (const [other, set] of terms) {
      if (other === variable ? !set.has(choice) : !this.left(other).isSubsetOf(set)) return false;
    }
    return true;
  }

  /** The step after which all terms of a satisfied incompatibility hold, and the level at which all but that step's hold. */
  satisfier(incompatibility: Incompatibility<Fact>): Satisfier<Fact> {
    let latest: { readonly variable: Variable; readonly step: Assignment<Fact> } | undefined;
    let previousLevel = 0;
    for (const [variable, set] of incompatibility.terms) {
      const step = this.firstWithin(variable, set);
      if (step === undefined) continue;
      if (latest === undefined || step.order > latest.step.order) {
        previousLevel = Math.max(previousLevel, latest?.step.level ?? 0);
        latest = { variable, step };
      } else previousLevel = Math.max(previousLevel, step.level);
    }
    if (latest === undefined) throw new RangeError('an incompatibility without terms has no satisfier');
    const { variable, step } = latest;
    const wanted = incompatibility.terms.get(variable);
    const own = step.cause?.terms.get(variable)?.complement();
    // The step alone may not be enough: earlier ones of the same variable count as well.
    if (own !== undefined && wanted !== undefined && !own.isSubsetOf(wanted)) {
      const earlier = this.firstWithin(variable, wanted.union(own.complement()));
      previousLevel = Math.max(previousLevel, earlier?.level ?? 0);
    }
    return { variable, step, previousLevel };
  }

  /** The first step of the variable after which what is left lies in the set. */
  private firstWithin(variable: Variable, set: ChoiceSet): Assignment<Fact> | undefined {
    return this.steps[variable]?.find(({ left }) => left.isSubsetOf(set));
  }

  /** The level at which the variable was decided. */
  levelOf(variable: Variable): number | undefined {
    const last = this.steps[variable]?.at(-1);
    return last !== undefined && last.cause === undefined ? last.level : undefined;
  }

  private push(variable: Variable, left: ChoiceSet, cause: Incompatibility<Fact> | undefined): void {
    this.steps[variable]?.push({ order: this.order.length, level: this.level, left, cause });
    this.order.push(variable);
  }

  private whole(variable: Variable): ChoiceSet {
    const whole = this.everything[variable];
    if (whole === undefined) throw new RangeError(`there is no variable ${variable}`);
    return whole;
  }
}

export interface Satisfier<Fact> {
  readonly variable: Variable;
  readonly step: Assignment<Fact>;
  readonly previousLevel: number;
}
