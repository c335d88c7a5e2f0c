import type { PackageIndex } from '../index/package-index.ts';
import type { AskedRequirement } from '../requirements/requirements-file.ts';
import type { MarkerEnvironment } from '../standards/marker.ts';
import type { Requirement } from '../standards/requirement.ts';
import { type Candidate, type Candidates, findCandidates, type CandidateSource } from './candidates.ts';
import { dependenciesOf } from './dependencies.ts';
import type { Chosen, Fact, Known, Useless } from './fact.ts';
import { resolutionTooHard } from './faults.ts';
import { Lookahead } from './lookahead.ts';
import { Priorities } from './priorities.ts';
import { ChoiceSet } from './solver/choice-set.ts';
import type { Variable } from './solver/incompatibility.ts';
import { Solver } from './solver/solver.ts';
import { takesPython } from './wheel-choice.ts';

/** Decisions before the search gives up. Three hundred distributions need about as many; the hardest known sets some thousand. */
const MOST_DECISIONS = 50_000;

export interface SearchInput {
  readonly index: PackageIndex;
  readonly source: CandidateSource;
  readonly environment: MarkerEnvironment;
  /** Version of the target's Python, e.g. `3.9`. */
  readonly python: string;
  /** Those whose markers hold. */
  readonly requirements: readonly AskedRequirement[];
  readonly constraints: readonly AskedRequirement[];
  /** Decisions before the search gives up; many unless told. */
  readonly mostDecisions?: number;
}

/** A chosen version, with the extras that are asked of it. */
export interface Pick {
  readonly candidates: Candidates;
  readonly candidate: Candidate;
  readonly extras: readonly string[];
}

export type SearchOutcome =
  | { readonly kind: 'solved'; readonly picks: readonly Pick[] }
  | { readonly kind: 'unsolvable'; readonly proof: Known; readonly chosen: readonly Chosen[] }
  /** A direct reference turned up for a distribution that was looked up already: the search has to begin with it. */
  | { readonly kind: 'direct-reference'; readonly name: string; readonly url: string };

/** Thrown through the search, and caught at its start. */
class FoundReference extends Error {
  readonly distribution: string;
  readonly url: string;
  constructor(distribution: string, url: string) {
    super();
    this.distribution = distribution;
    this.url = url;
  }
}

/** Searches for one version of everything. Asks the index for what it needs; the rest is the solver's. */
export async function search(input: SearchInput): Promise<SearchOutcome> {
  try {
    return await new Search(input).run();
  } catch (error) {
    if (error instanceof FoundReference) {
      return { kind: 'direct-reference', name: error.distribution, url: error.url };
    }
    throw error;
  }
}

class Search {
  private readonly input: SearchInput;
  private readonly solver = new Solver<Fact>();
  private readonly priorities = new Priorities();
  private readonly lookahead: Lookahead;
  private readonly chosen: Chosen[] = [];
  /** By name, or `name[extra]`. */
  private readonly variables = new Map<string, Variable>();
  private readonly found = new Map<string, Promise<Candidates>>();
  /** Choices whose needs the solver knows. */
  private readonly told = new Set<string>();
  private decisions = 0;

  constructor(input: SearchInput) {
    this.input = input;
    this.lookahead = new Lookahead(input.index, input.environment, (name) => this.find(name));
  }

  async run(): Promise<SearchOutcome> {
    const impossible = await this.tellInputs();
    if (impossible !== undefined) return this.unsolvable(impossible);
    const changed: Variable[] = [...this.chosen.keys()];
    for (;;) {
      for (const variable of changed.splice(0)) {
        const propagation = this.solver.propagate(variable);
        if (propagation.kind === 'unsolvable') return this.unsolvable(propagation.proof);
        for (const { variable: affected, incompatibility } of propagation.learned) {
          this.recordConflict(affected, incompatibility);
        }
      }
      for (const name of this.priorities.settle()) this.takeBack(name);
      const next = this.nextVariable();
      if (next === undefined) return { kind: 'solved', picks: this.picks() };
      const most = this.input.mostDecisions ?? MOST_DECISIONS;
      if (++this.decisions > most) throw resolutionTooHard(most, this.priorities.mostAffected());
      const useless = await this.choose(next);
      if (useless?.terms.size === 0) return this.unsolvable(useless);
      changed.push(next);
    }
  }

  /** Decides a variable, or tells the solver why that cannot be. */
  private async choose(variable: Variable): Promise<Known | undefined> {
    const { candidates, extra } = this.chosenOf(variable);
    const left = this.solver.solution.left(variable);
    const choice = extra === undefined ? newest(candidates, left) : this.choiceOfBase(candidates.name);
    if (!left.has(choice)) return this.tellSameVersion(variable, choice);
    this.lookahead.tried(candidates, left);
    const key = `${variable} ${choice}`;
    if (this.told.has(key)) {
      this.solver.solution.decide(variable, choice);
      return undefined;
    }
    this.told.add(key);
    const needs = await this.tellNeeds(variable, choice);
    if (!Array.isArray(needs)) return needs;
    const obstacle = this.solver.decide(variable, choice, needs);
    if (obstacle !== undefined) this.recordConflict(variable, obstacle);
    return undefined;
  }

  private async tellInputs(): Promise<Known | undefined> {
    const { requirements } = this.input;
    for (const { requirement } of requirements) this.lookahead.follow(requirement);
    await this.findAll(requirements.map(({ requirement }) => requirement));
    for (const { requirement, origin } of requirements) {
      this.priorities.see(requirement);
      for (const variable of await this.variablesOf(requirement)) {
        const asked = this.chosenOf(variable);
        const refused = asked.candidates.allowedBy(requirement).complement();
        const fact: Fact = { kind: 'input', origin, requirement, asked, isConstraint: false };
        const known = this.solver.add(new Map([[variable, refused]]), fact);
        if (known.terms.size === 0) return known;
      }
    }
    return undefined;
  }

  /** Tells the solver what a choice asks for. Gives what it was told; or, of a version that is of no use, that. */
  private async tellNeeds(variable: Variable, choice: number): Promise<Known[] | Known> {
    const chosen = this.chosenOf(variable);
    const { candidates, extra } = chosen;
    const candidate = candidates.candidate(choice);
    if (candidate === undefined) throw new RangeError(`${candidates.name} has no choice ${choice}`);
    const metadata = await this.input.index.metadata(candidate.wheel);
    const { requiresPython } = metadata;
    // Told by a folder of wheels or a direct reference only now; an index tells it before.
    if (requiresPython !== undefined && !takesPython(requiresPython, this.input.python)) {
      return this.tellUseless(variable, choice, { kind: 'requires-python', requiresPython });
    }
    const { requires, broken } = dependenciesOf(metadata, this.input.environment, extra);
    const [line] = broken;
    if (line !== undefined) return this.tellUseless(variable, choice, { kind: 'broken', line });
    for (const requirement of requires) this.lookahead.follow(requirement);
    await this.findAll(requires);
    const needs: Known[] = [];
    for (const requirement of requires) {
      this.priorities.see(requirement);
      for (const asked of await this.variablesOf(requirement)) {
        const need = this.tellNeed(variable, choice, asked, requirement);
        if (need !== undefined) needs.push(need);
      }
    }
    return needs;
  }

  private tellNeed(by: Variable, choice: number, asked: Variable, requirement: Requirement): Known | undefined {
    const [asker, wanted] = [this.chosenOf(by), this.chosenOf(asked)];
    const versions = ChoiceSet.of(asker.candidates.size, [choice]);
    const allowed = wanted.candidates.allowedBy(requirement);
    const fact: Fact = { kind: 'need', by: asker, versions, requirement, asked: wanted };
    if (by !== asked) return this.solver.addNeed([by, versions], [asked, allowed.complement()], fact, mergeNeeds);
    // A distribution may ask for itself, mostly for its own extras.
    return allowed.has(choice) ? undefined : this.solver.add(new Map([[by, versions]]), fact);
  }

  private tellUseless(variable: Variable, choice: number, because: Useless): Known {
    const of = this.chosenOf(variable);
    const terms = new Map([[variable, ChoiceSet.of(of.candidates.size, [choice])]]);
    return this.solver.add(terms, { kind: 'useless', of, choice, because });
  }

  /** The version of the distribution was decided, and what is left for its extra is another one. */
  private tellSameVersion(extra: Variable, choice: number): Known {
    const of = this.chosenOf(extra);
    const one = ChoiceSet.of(of.candidates.size, [choice]);
    const others = one.union(ChoiceSet.of(of.candidates.size, [0])).complement();
    const terms = new Map([
      [this.variableNamed(of.candidates.name), one],
      [extra, others],
    ]);
    return this.solver.add(terms, { kind: 'same-version', of });
  }

  /** The variables that a requirement speaks of: its distribution, and each extra. */
  private async variablesOf({ name, extras }: Requirement): Promise<Variable[]> {
    const candidates = await this.find(name);
    return [undefined, ...extras].map((extra) => this.variableOf({ candidates, extra }));
  }

  private variableOf(chosen: Chosen): Variable {
    const { candidates, extra } = chosen;
    const label = extra === undefined ? candidates.name : `${candidates.name}[${extra}]`;
    const known = this.variables.get(label);
    if (known !== undefined) return known;
    const variable = this.solver.addVariable(candidates.size);
    this.variables.set(label, variable);
    this.chosen.push(chosen);
    if (extra === undefined) this.tellConstraints(variable, chosen);
    return variable;
  }

  /** Constraints narrow what somebody asks for, so they are told with it. */
  private tellConstraints(variable: Variable, asked: Chosen): void {
    for (const { requirement, origin } of this.input.constraints) {
      if (requirement.name !== asked.candidates.name) continue;
      this.priorities.see(requirement);
      const allowed = asked.candidates.allowedBy(requirement);
      const refused = allowed.union(ChoiceSet.of(allowed.size, [0])).complement();
      if (refused.isEmpty) continue;
      this.solver.add(new Map([[variable, refused]]), {
        kind: 'input',
        origin,
        requirement,
        asked,
        isConstraint: true,
      });
    }
  }

  private find(name: string): Promise<Candidates> {
    const known = this.found.get(name);
    if (known !== undefined) return known;
    const started = findCandidates(name, this.input.source);
    this.found.set(name, started);
    return started;
  }

  /** Looks everything up at once, and waits in order, so that of two failures always the same one is told. */
  private async findAll(requirements: readonly Requirement[]): Promise<void> {
    const { rules, urls, refusedUrls } = this.input.source;
    for (const { name, url } of requirements) {
      if (url === undefined || rules.hasUrl(name)) continue;
      if (refusedUrls.has(url) || urls.get(name)?.has(url) === true) continue;
      throw new FoundReference(name, url);
    }
    const started = requirements.map(({ name }) => this.find(name));
    for (const promise of started) promise.catch(toldInOrder);
    for (const promise of started) await promise;
  }

  private recordConflict(affected: Variable, { terms }: Known): void {
    const names = [...terms.keys()].map((variable) => this.chosenOf(variable).candidates.name);
    this.priorities.conflict(this.chosenOf(affected).candidates.name, names);
  }

  private takeBack(name: string): void {
    this.solver.undo(this.variableNamed(name));
  }

  private nextVariable(): Variable | undefined {
    let best: Variable | undefined;
    for (const variable of this.solver.solution.pending()) {
      if (best === undefined || this.compare(variable, best) < 0) best = variable;
    }
    return best;
  }

  /** A distribution comes before its extras. */
  private compare(a: Variable, b: Variable): number {
    const [first, second] = [this.chosenOf(a), this.chosenOf(b)];
    const order = this.priorities.compare(first.candidates.name, second.candidates.name);
    return order || Number(first.extra !== undefined) - Number(second.extra !== undefined) || a - b;
  }

  private picks(): Pick[] {
    const extras = Map.groupBy(
      this.chosen.filter(({ extra }, variable) => extra !== undefined && this.decided(variable) !== undefined),
      ({ candidates }) => candidates.name,
    );
    return this.chosen.flatMap(({ candidates, extra }, variable) => {
      const choice = this.decided(variable);
      const candidate = choice === undefined ? undefined : candidates.candidate(choice);
      if (extra !== undefined || candidate === undefined) return [];
      const own = (extras.get(candidates.name) ?? []).flatMap((asked) => asked.extra ?? []);
      return [{ candidates, candidate, extras: own.toSorted() }];
    });
  }

  private decided(variable: Variable): number | undefined {
    return this.solver.solution.decided(variable);
  }

  private choiceOfBase(name: string): number {
    const choice = this.decided(this.variableNamed(name));
    if (choice === undefined) throw new RangeError(`${name} is decided after its extra`);
    return choice;
  }

  private variableNamed(name: string): Variable {
    const variable = this.variables.get(name);
    if (variable === undefined) throw new RangeError(`there is no variable ${name}`);
    return variable;
  }

  private chosenOf(variable: Variable): Chosen {
    const chosen = this.chosen[variable];
    if (chosen === undefined) throw new RangeError(`there is no variable ${variable}`);
    return chosen;
  }

  private unsolvable(proof: Known): SearchOutcome {
    return { kind: 'unsolvable', proof, chosen: this.chosen };
  }
}

/** The newest final version of the index; else the newest pre-release; what a direct reference points at when nothing else is left. */
function newest(candidates: Candidates, left: ChoiceSet): number {
  let [heldBack, direct] = [0, 0];
  for (const choice of left.descending()) {
    const candidate = candidates.candidate(choice);
    if (candidate === undefined) continue;
    if (candidate.url !== undefined) direct ||= choice;
    else if (candidates.isHeldBack(candidate)) heldBack ||= choice;
    else return choice;
  }
  return heldBack || direct;
}

function mergeNeeds(a: Fact, b: Fact): Fact {
  if (a.kind !== 'need' || b.kind !== 'need') throw new TypeError('only needs are merged');
  return { ...a, versions: a.versions.union(b.versions) };
}

/** Its failure is thrown where it is waited for. */
function toldInOrder(): void {}
