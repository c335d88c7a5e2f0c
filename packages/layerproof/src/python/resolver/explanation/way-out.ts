import { isFault } from '@ocr-pipeline/fault';
import type { AskedRequirement } from '../../requirements/requirements-file.ts';
import type { Fact } from '../fact.ts';
import type { SearchOutcome } from '../search.ts';
import { requirementInWords } from './wording.ts';

/** Inputs that are tried without their range, each of them a search of its own. */
const MOST_TRIED = 3;

export interface Inputs {
  readonly requirements: readonly AskedRequirement[];
  readonly constraints: readonly AskedRequirement[];
}

/** A search with other inputs. */
export interface TryWith {
  (inputs: Inputs): Promise<Exclude<SearchOutcome, { kind: 'direct-reference' }>>;
}

/** An input that, with any version allowed, leaves an answer: and which version that would be. */
export interface WayOut {
  readonly origin: string;
  /** As it was written: `c<2`. */
  readonly written: string;
  readonly name: string;
  readonly version: string;
}

/** Which of the inputs that a failure rests on could be loosened so that all would go together. */
export async function waysOut(facts: readonly Fact[], inputs: Inputs, tryWith: TryWith): Promise<WayOut[]> {
  const involved = new Set(facts.flatMap((fact) => (fact.kind === 'input' ? [fact.requirement] : [])));
  const narrow = [...inputs.requirements, ...inputs.constraints].filter(
    ({ requirement, hashes }) => involved.has(requirement) && requirement.specifier !== '' && hashes.length === 0,
  );
  const ways: WayOut[] = [];
  for (const { requirement, origin } of narrow.slice(0, MOST_TRIED)) {
    const loosen = (asked: AskedRequirement): AskedRequirement =>
      asked.requirement === requirement ? { ...asked, requirement: { ...requirement, specifier: '' } } : asked;
    const loosened = { requirements: inputs.requirements.map(loosen), constraints: inputs.constraints.map(loosen) };
    const outcome = await outcomeOf(loosened, tryWith);
    if (outcome?.kind !== 'solved') continue;
    const pick = outcome.picks.find(({ candidates: { name } }) => name === requirement.name);
    if (pick === undefined) continue;
    const { name } = requirement;
    ways.push({ origin, written: requirementInWords(requirement), name, version: pick.candidate.version });
  }
  return ways;
}

/** What comes of a search; undefined when that fails in its own way, which is then not the failure to tell. */
export async function outcomeOf(inputs: Inputs, tryWith: TryWith): Promise<Awaited<ReturnType<TryWith>> | undefined> {
  try {
    return await tryWith(inputs);
  } catch (error) {
    if (isFault(error)) return undefined;
    throw error;
  }
}
