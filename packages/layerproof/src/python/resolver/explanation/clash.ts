import type { ChoiceSet } from '../solver/choice-set.ts';
import type { Asked, Asker } from './asks.ts';
import { labelOf, requirementInWords, versionsInWords, wishInWords } from './wording.ts';

/** Different wishes of the versions of one asker that are named one by one. */
const MOST_WISHES = 3;

/**
 * The one distribution that a failure is about, when it is so simple: of this one nothing is left when all are heard, of all others
 * something is, and whichever version of an asker is taken, it asks. Undefined for anything more entangled.
 */
export function clashOf(asks: readonly Asked[]): Asked | undefined {
  const clashes = asks.filter(({ left }) => left.isEmpty);
  const [clash] = clashes;
  if (clash === undefined || clashes.length > 1) return undefined;
  const others = new Map(asks.filter((asked) => asked !== clash).map((asked) => [asked.name, asked]));
  const isWhole = asks.every(({ askers }) => askers.every((asker) => coversItsVersions(asker, others)));
  return isWhole ? clash : undefined;
}

/** True when every version of the asker that may be taken at all has a wish here. */
function coversItsVersions({ wishes }: Asker, asks: ReadonlyMap<string, Asked>): boolean {
  const needs = wishes.filter((wish) => wish.kind === 'need');
  const [first] = needs;
  if (first === undefined) return true;
  const covered = needs.reduce<ChoiceSet>((all, { versions }) => all.union(versions), first.versions);
  return asks.get(first.by.candidates.name)?.left.isSubsetOf(covered) === true;
}

/** What all want of the distribution: `a 1 asks for <2`. */
export function wishesInWords({ askers }: Asked): string[] {
  return askers.map((asker) => `${askerInWords(asker)} ${distinctWishes(asker).join(' or ')}`);
}

function askerInWords({ key, wishes }: Asker): string {
  const [first] = wishes;
  if (first?.kind !== 'need') return `${key} ${first?.isConstraint === true ? 'allows' : 'asks for'}`;
  const needs = wishes.filter((wish) => wish.kind === 'need');
  const versions = needs.reduce<ChoiceSet>((all, need) => all.union(need.versions), first.versions);
  return `${versionsInWords(first.by, versions)} asks for`;
}

function distinctWishes({ wishes }: Asker): string[] {
  const words = [...new Set(wishes.map(({ requirement }) => wishInWords(requirement)))];
  const rest = words.length - MOST_WISHES;
  return rest <= 1 ? words : [...words.slice(0, MOST_WISHES), `${rest} other ranges`];
}

/** How those who ask came in themselves: `requirements.txt line 1 asks for a`. */
export function originsInWords(clash: Asked, asks: readonly Asked[]): string[] {
  return asks
    .filter((asked) => asked !== clash)
    .flatMap(({ askers }) =>
      askers.map((asker) => {
        const [first] = asker.wishes;
        if (first?.kind !== 'need')
          return `${asker.key} asks for ${first === undefined ? '' : requirementInWords(first.requirement)}`;
        const words = [...new Set(asker.wishes.map(({ requirement }) => requirementInWords(requirement)))];
        const rest = words.length - MOST_WISHES;
        const shown = rest <= 1 ? words : [...words.slice(0, MOST_WISHES), `${rest} other ranges of it`];
        const of = versionsOf(asker);
        return `${of} asks for ${shown.join(' or ')}`;
      }),
    );
}

function versionsOf({ key, wishes }: Asker): string {
  const needs = wishes.filter((wish) => wish.kind === 'need');
  const [first] = needs;
  if (first === undefined) return key;
  const versions = needs.reduce<ChoiceSet>((all, need) => all.union(need.versions), first.versions);
  return versionsInWords(first.by, versions);
}

/** Names of the distributions that ask, for the hint. */
export function askingDistributions({ askers }: Asked): string[] {
  return [
    ...new Set(
      askers.flatMap(({ wishes }) => wishes.flatMap((wish) => (wish.kind === 'need' ? [labelOf(wish.by)] : []))),
    ),
  ];
}
