import type { Fault } from '@ocr-pipeline/fault';
import type { Target } from '../../../target/target.ts';
import type { Candidates } from '../candidates.ts';
import type { Chosen, Fact, Known } from '../fact.ts';
import { conflictingRequirements, noOlderHelps, type Remedies, type Suiting } from '../faults.ts';
import { nearestFirst } from '../wheel-advice.ts';
import { type Asked, asksOf, factsOf } from './asks.ts';
import { askingDistributions, clashOf, originsInWords, wishesInWords } from './clash.ts';
import { deadEnd } from './dead-end.ts';
import { heldBackThatSuits, suitsAll } from './prereleases.ts';
import { withNewest } from './newest-inputs.ts';
import { asksInWords, proofInWords } from './sentences.ts';
import { type Inputs, outcomeOf, type TryWith, type WayOut, waysOut } from './way-out.ts';
import { factInWords } from './wording.ts';

export interface FailureContext extends Inputs {
  readonly target: Target;
  /** What the variables of the proof stand for. */
  readonly chosen: readonly Chosen[];
  readonly tryWith: TryWith;
}

/**
 * Why there is no answer, as the Fault to throw: the one wish that nothing fulfils; else the one distribution of which no version
 * suits all; else the proof in sentences. A proof that is too long for that is told for the newest versions of what the inputs ask
 * for, which are those that people want. The hint names what to change, tried out where that is cheap.
 */
export async function explainFailure(proof: Known, context: FailureContext): Promise<Fault> {
  const facts = inOrder(factsOf(proof), context);
  const simple = await explainSimply(proof, facts, context);
  if (simple !== undefined) return simple;
  const { inputs, names } = withNewest(facts, context);
  const outcome = names.length === 0 ? undefined : await outcomeOf(inputs, context.tryWith);
  if (outcome?.kind === 'unsolvable') {
    const ofNewest = { ...context, ...inputs, chosen: outcome.chosen };
    const known = inOrder(factsOf(outcome.proof), ofNewest);
    const fault = await explainSimply(outcome.proof, known, ofNewest);
    if (fault !== undefined) return noOlderHelps(fault, names);
  }
  const ways = await waysOut(facts, context, context.tryWith);
  return conflictingRequirements(asksInWords(facts), remediesOf(facts, ways));
}

function remediesOf(facts: readonly Fact[], ways: readonly WayOut[]): Remedies {
  const inputs = facts.flatMap((fact) => (fact.kind === 'input' ? [fact.requirement.name] : []));
  return { ways, inputs: [...new Set(inputs)], askers: [], newest: undefined, suiting: undefined };
}

/** Undefined when that takes more sentences than anybody reads. */
async function explainSimply(
  proof: Known,
  facts: readonly Fact[],
  context: FailureContext,
): Promise<Fault | undefined> {
  const asks = asksOf(facts);
  const clash = clashOf(asks);
  if (clash === undefined) {
    const sentences = proofInWords(proof, context.chosen);
    if (sentences === undefined) return undefined;
    const ways = await waysOut(facts, context, context.tryWith);
    return conflictingRequirements(sentences, remediesOf(facts, ways));
  }
  const inputs = [...context.requirements, ...context.constraints].filter((one) => one.requirement.name === clash.name);
  const simple = deadEnd(clash, { target: context.target, inputs, asks });
  if (simple !== undefined) return simple;
  const ways = await waysOut(facts, context, context.tryWith);
  const candidates = candidatesOf(clash);
  const clauses = [...wishesInWords(clash), ...clash.useless.map((fact) => factInWords(fact))];
  const origins = originsInWords(clash, asks);
  const message = `No version of ${clash.name} suits all: ${clauses.join('; ')}${origins.length === 0 ? '' : ` (${origins.join('; ')})`}`;
  return conflictingRequirements(message, {
    ...remediesOf(facts, ways),
    askers: askingDistributions(clash),
    newest: [...new Set(candidates?.usable.map(({ version }) => version).toReversed())],
    suiting: candidates === undefined ? undefined : suitingButUnusable(clash, candidates, context.target),
  });
}

/** Inputs as they were given, then what others ask for, in the order in which these came into the search. */
function inOrder(facts: readonly Fact[], { requirements, constraints, chosen }: FailureContext): Fact[] {
  const inputs = new Map([...requirements, ...constraints].map(({ requirement }, at) => [requirement, at]));
  const others = new Map(chosen.map((one, at) => [one, inputs.size + at]));
  const place = (fact: Fact) => {
    if (fact.kind === 'input') return inputs.get(fact.requirement) ?? 0;
    return others.get(fact.kind === 'need' ? fact.by : fact.of) ?? 0;
  };
  return facts.toSorted((a, b) => place(a) - place(b));
}

function candidatesOf({ askers }: Asked): Candidates | undefined {
  return askers[0]?.wishes[0]?.asked.candidates;
}

/** The newest version that would suit everybody, were it usable. */
function suitingButUnusable(clash: Asked, candidates: Candidates, target: Target): Suiting | undefined {
  const found = candidates.unusable.find(({ version }) => suitsAll(clash, version));
  const because = found === undefined ? undefined : nearestFirst(found.refused, target)[0]?.because;
  const at = { name: clash.name, target: target.label };
  if (found !== undefined && because !== undefined) return { version: found.version, because, ...at };
  const heldBack = heldBackThatSuits(clash, candidates);
  if (heldBack !== undefined) return { version: heldBack, because: 'prerelease', ...at };
  const tooNew = candidates.withheld?.newest((version) => suitsAll(clash, version));
  return tooNew === undefined ? undefined : { version: tooNew.version, because: tooNew, ...at };
}
