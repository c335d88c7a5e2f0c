import { describe, expect, test } from 'vitest';
import { randomNumbers } from './testing/random-numbers.ts';
import { play, type Scenario, universeOf } from './testing/scenario.ts';
import { slowIndex } from './testing/slow-index.ts';
import { tableIndex } from '../testing/table-index.ts';
import { parseRequirement, type Requirement } from '../standards/requirement.ts';
import { isInSpecifier } from '../standards/specifier.ts';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const VERSIONS = ['1', '2', '3'];
const RANGES = ['', '<2', '<3', '>=2', '>1', '==1', '==2', '==3', '!=2', '!=3', '>3'];
const PROBLEMS = 400;

type Problem = Pick<Scenario, 'there' | 'ask' | 'constrain'>;

/** Few versions of few packages that ask for each other, sometimes with an extra, in ranges that often clash. */
function randomProblem(seed: number): Problem {
  const random = randomNumbers(seed);
  const pick = <T>(items: readonly T[], fallback: T): T => items[random(items.length)] ?? fallback;
  const need = () => `${pick(NAMES, 'a')}${random(5) === 0 ? '[x]' : ''}${pick(RANGES, '')}`;
  const needs = () => Array.from({ length: random(3) }, () => (random(4) === 0 ? `${need()}; extra == "x"` : need()));
  const there: Record<string, readonly string[]> = {};
  for (const name of NAMES) for (const version of VERSIONS) if (random(5) > 0) there[`${name} ${version}`] = needs();
  return { there, ask: [need(), need()], constrain: random(3) === 0 ? [need().replace('[x]', '')] : [] };
}

/** True when the versions fulfil every wish, and hold nothing that nobody wished for. */
function isAnswer({ there, ask, constrain = [] }: Problem, versions: ReadonlyMap<string, string>): boolean {
  const wanted = new Map<string, Set<string>>();
  const pending: Requirement[] = ask.map(parseRequirement);
  for (let wish = pending.pop(); wish !== undefined; wish = pending.pop()) {
    const version = versions.get(wish.name);
    if (version === undefined || !isInSpecifier(version, wish.specifier)) return false;
    const extras = wanted.get(wish.name);
    const fresh = wish.extras.filter((extra) => extras?.has(extra) !== true);
    if (extras !== undefined && fresh.length === 0) continue;
    wanted.set(wish.name, new Set([...(extras ?? []), ...fresh]));
    for (const line of listOf(there[`${wish.name} ${version}`])) {
      const [text = '', marker] = line.split(';');
      if (marker === undefined || fresh.length > 0) pending.push(parseRequirement(text));
    }
  }
  const isNarrow = constrain.map(parseRequirement).every(({ name, specifier }) => {
    const version = versions.get(name);
    return version === undefined || isInSpecifier(version, specifier);
  });
  return isNarrow && [...versions.keys()].every((name) => wanted.has(name));
}

function listOf(facts: Scenario['there'][string] | undefined): readonly string[] {
  return Array.isArray(facts) ? facts : [];
}

/** Tries every version of every package, and none. */
function hasAnswer(problem: Problem): boolean {
  let all: ReadonlyMap<string, string>[] = [new Map()];
  for (const name of NAMES) {
    const versions = VERSIONS.filter((version) => problem.there[`${name} ${version}`] !== undefined);
    all = all.flatMap((chosen) => [
      chosen,
      ...versions.map((version) => new Map([...chosen, [name, version] as const])),
    ]);
  }
  return all.some((chosen) => isAnswer(problem, chosen));
}

describe('small problems of chance, against a search that tries everything', () => {
  test(`${PROBLEMS} of them: an answer is one, and there is one whenever there can be`, async () => {
    const counts = { answered: 0, refused: 0 };
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const problem = randomProblem(seed);
      const outcome = await play({ ...problem, answer: [] });
      const isFound = 'pins' in outcome;
      expect(isFound, `problem ${seed}: ${JSON.stringify(problem)}`).toBe(hasAnswer(problem));
      counts[isFound ? 'answered' : 'refused']++;
      if (!isFound) continue;
      const versions = new Map(outcome.pins.map((line) => line.split(' ') as [string, string]));
      expect(isAnswer(problem, versions), `problem ${seed}: ${outcome.pins.join(', ')}`).toBe(true);
      const index = slowIndex(tableIndex(universeOf(problem)), seed);
      expect(await play({ ...problem, answer: [] }, index), `problem ${seed}, answers in another order`).toEqual(
        outcome,
      );
    }
    // The problems are neither all easy nor all impossible.
    expect(Math.min(counts.answered, counts.refused)).toBeGreaterThan(PROBLEMS / 10);
  });
});
