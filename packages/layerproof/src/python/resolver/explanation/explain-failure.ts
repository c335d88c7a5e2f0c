import type { Fault } from '@ocr-pipeline/fault';
import type { Target } from '../../../target/target.ts';
import type { Candidates } from '../candidates.ts';
import type { Chosen, Fact, Known } from '../fact.ts';
import { conflictingRequirements, type Suiting } from '../faults.ts';
import { nearestFirst } from '../wheel-advice.ts';
import { type Asked, asksOf, factsOf } from './asks.ts';
import { askingDistributions, clashOf, originsInWords, wishesInWords } from './clash.ts';
import { deadEnd } from './dead-end.ts';
import { heldBackThatSuits, suitsAll } from './prereleases.ts';
import { proofInWords } from './sentences.ts';
import { type Inputs, type TryWith, waysOut } from './way-out.ts';
import { factInWords } from './wording.ts';

export interface FailureContext extends Inputs {
  readonly target: Target;
  /** What the variables of the proof stand for. */
  readonly chosen: readonly Chosen[];
  readonly tryWith: TryWith;
}

/**
 * Why there is no answer, as the Fault to throw: the one wish that nothing fulfils; else the one distribution of which no version
 * suits all; else the whole proof in sentences. The hint names what to change, tried out where that is cheap.
 */
export async function explainFailure(proof: Known, context: FailureContext): Promise<Fault> {
  const facts = inOrder(factsOf(proof), context);
  const asks = asksOf(facts);
  const clash = clashOf(asks);
  const simple = clash === undefined ? undefined : deadEnd(clash, context.target);
  if (simple !== undefined) return simple;
  const ways = await waysOut(facts, context, context.tryWith);
  if (clash === undefined) {
    return conflictingRequirements(proofInWords(proof, context.chosen, facts), {
      ways,
      askers: [],
      newest: undefined,
      suiting: undefined,
    });
  }
  const candidates = candidatesOf(clash);
  const clauses = [...wishesInWords(clash), ...clash.useless.map((fact) => factInWords(fact))];
  const origins = originsInWords(clash, asks);
  const message = `No version of ${clash.name} suits all: ${clauses.join('; ')}${origins.length === 0 ? '' : ` (${origins.join('; ')})`}`;
  return conflictingRequirements(message, {
    ways,
    askers: askingDistributions(clash),
    newest: candidates?.usable.map(({ version }) => version).toReversed(),
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
  if (found !== undefined && because !== undefined) return { version: found.version, because, target: target.label };
  const heldBack = heldBackThatSuits(clash, candidates);
  return heldBack === undefined ? undefined : { version: heldBack, because: 'prerelease', target: target.label };
}
