import type { Chosen, Fact, Known } from '../fact.ts';
import { asksOf } from './asks.ts';
import { wishesInWords } from './clash.ts';
import { factInWords, list, versionsInWords } from './wording.ts';

/** Conclusions that are told one by one. What takes more nobody follows. */
const MOST_CONCLUSIONS = 6;
/** Distributions of a longer proof that are told of. */
const MOST_DISTRIBUTIONS = 8;

/** The proof of a failure in sentences, from the facts to the end, each conclusion once; undefined for a long one. */
export function proofInWords(proof: Known, chosen: readonly Chosen[]): string | undefined {
  const end = simplified(proof);
  if (countConclusions(end) > MOST_CONCLUSIONS) return undefined;
  const told: Told = { chosen, sentences: [], said: new Set() };
  tell(end, told);
  return told.sentences.join(' ');
}

interface Told {
  readonly chosen: readonly Chosen[];
  readonly sentences: string[];
  readonly said: Set<Known>;
  last?: Known;
}

function tell(known: Known, told: Told): void {
  if (known.cause.kind === 'fact' || told.said.has(known)) return;
  const [first, second] = known.cause.from.map(simplified);
  if (first === undefined || second === undefined) return;
  const parts = [first, second];
  for (const part of parts) if (part.cause.kind === 'derived') tell(part, told);
  // What the sentence before ended with need not be said again.
  const reasons = parts.filter((part) => part !== told.last).map((part) => reasonInWords(part, told.chosen));
  const isContinued = parts.some((part) => part === told.last);
  told.sentences.push(
    `${isContinued ? 'And because' : 'Because'} ${list([...new Set(reasons)])}, ${conclusionInWords(known, told.chosen)}.`,
  );
  told.said.add(known);
  told.last = known;
}

function reasonInWords(known: Known, chosen: readonly Chosen[]): string {
  return known.cause.kind === 'fact' ? factInWords(known.cause.fact) : conclusionInWords(known, chosen);
}

/** That an extra comes in the version of its distribution goes without saying. */
function simplified(known: Known): Known {
  let rest = known;
  while (rest.cause.kind === 'derived') {
    const [a, b]: readonly [Known, Known] = rest.cause.from;
    if (isSelfEvident(a)) rest = b;
    else if (isSelfEvident(b)) rest = a;
    else break;
  }
  return rest;
}

function isSelfEvident({ cause }: Known): boolean {
  return cause.kind === 'fact' && cause.fact.kind === 'same-version';
}

function countConclusions(end: Known): number {
  const seen = new Set<Known>();
  const pending: Known[] = [end];
  for (let known = pending.pop(); known !== undefined; known = pending.pop()) {
    if (known.cause.kind === 'fact' || seen.has(known)) continue;
    seen.add(known);
    pending.push(...known.cause.from.map(simplified));
  }
  return seen.size;
}

function conclusionInWords({ terms }: Known, chosen: readonly Chosen[]): string {
  const taken: string[] = [];
  const needed: string[] = [];
  for (const [variable, set] of terms) {
    const of = chosen[variable];
    if (of === undefined) continue;
    if (set.has(0)) needed.push(versionsInWords(of, set.complement()));
    else taken.push(versionsInWords(of, set));
  }
  if (taken.length === 0 && needed.length === 0) return 'the requirements cannot all be met';
  if (needed.length === 0) {
    return taken.length === 1 ? cannotBeTaken(taken.join('')) : `${list(taken)} do not go together`;
  }
  const verb = taken.length === 1 ? 'needs' : 'need';
  if (taken.length === 0)
    return needed.length === 1 ? `${needed.join('')} is needed` : `${list(needed, 'or')} is needed`;
  return `${list(taken)} ${verb} ${list(needed, 'or')}`;
}

function cannotBeTaken(versions: string): string {
  const every = /^every (version of .*)$/.exec(versions)?.[1];
  return every === undefined ? `${versions} cannot be taken` : `no ${every} can be taken`;
}

/** Who asks for what in a proof that is too long to tell. */
export function asksInWords(facts: readonly Fact[]): string {
  // Those about whom most disagree say most; among equals, those that the proof uses first.
  const asks = asksOf(facts).toSorted((a, b) => b.askers.length - a.askers.length);
  const shown = asks
    .slice(0, MOST_DISTRIBUTIONS)
    .map((asked) => `Of ${asked.name}, ${wishesInWords(asked).join('; ')}.`);
  const rest = asks.length - shown.length;
  const more = rest === 0 ? '' : ` ${rest} more distributions take part.`;
  return `These requirements cannot all be met. ${shown.join(' ')}${more}`;
}
