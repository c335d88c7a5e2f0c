import { printable } from '../../../artifact/address.ts';
import type { Requirement } from '../../standards/requirement.ts';
import type { Chosen, Fact } from '../fact.ts';
import type { ChoiceSet } from '../solver/choice-set.ts';

/** Rows of versions that are named one by one. */
const MOST_ROWS = 4;

/** `a`, or `a[x]` for an extra. */
export function labelOf({ candidates: { name }, extra }: Chosen): string {
  return extra === undefined ? name : `${name}[${extra}]`;
}

/** Some versions of a distribution: `a 1`, `a 1 to 3`, `a 2 and newer`, `every version of a`. "Not taken" counts for nothing. */
export function versionsInWords(chosen: Chosen, set: ChoiceSet): string {
  const label = labelOf(chosen);
  const { candidates } = chosen;
  // A pre-release for which nobody asked is no gap between versions.
  const versions = candidates.usable.flatMap((one, at) => {
    const isIn = set.has(at + 1);
    return isIn || !candidates.isHeldBack(one) ? [{ version: one.version, isIn }] : [];
  });
  const rows = rowsOf(versions);
  const [first] = rows;
  if (first === undefined) return `no version of ${label}`;
  if (versions.length > 1 && first.from === 0 && first.to === versions.length - 1) return `every version of ${label}`;
  const words = rows.slice(0, MOST_ROWS).map((row) => rowInWords(row, versions));
  const rest = rows.length - words.length;
  return `${label} ${list(rest === 0 ? words : [...words, `${rest} more`])}`;
}

interface Row {
  readonly from: number;
  readonly to: number;
}

interface Listed {
  readonly version: string;
  readonly isIn: boolean;
}

/** Rows of neighbouring versions that are in, oldest first, by their places. */
function rowsOf(versions: readonly Listed[]): Row[] {
  const rows: Row[] = [];
  let from: number | undefined;
  for (let at = 0; at <= versions.length; at++) {
    if (versions[at]?.isIn === true) from ??= at;
    else if (from !== undefined) {
      rows.push({ from, to: at - 1 });
      from = undefined;
    }
  }
  return rows;
}

function rowInWords({ from, to }: Row, versions: readonly Listed[]): string {
  const version = (at: number) => versions[at]?.version ?? '';
  if (from === to) return version(from);
  if (from === 0) return `${version(to)} and older`;
  if (to === versions.length - 1) return `${version(from)} and newer`;
  return `${version(from)} to ${version(to)}`;
}

/** `c<2`, `c[x]`, `c @ https://…`. */
export function requirementInWords({ name, extras, specifier, url }: Requirement): string {
  const label = extras.length === 0 ? name : `${name}[${extras.join(',')}]`;
  return url === undefined ? `${label}${specifier}` : `${label} @ ${printable(url)}`;
}

/** What is asked of a distribution that is named already: `<2`, `any version`, an address. */
export function wishInWords({ specifier, url }: Requirement): string {
  return url === undefined ? specifier || 'any version' : printable(url);
}

/** One fact as a clause: `a 1 asks for c<2`. */
export function factInWords(fact: Fact): string {
  switch (fact.kind) {
    case 'input':
      if (fact.isConstraint) return `${fact.origin} allows only ${requirementInWords(fact.requirement)}`;
      return `${fact.origin} asks for ${requirementInWords(fact.requirement)}${noneOf(fact)}`;
    case 'need':
      return `${versionsInWords(fact.by, fact.versions)} asks for ${requirementInWords(fact.requirement)}${noneOf(fact)}`;
    case 'useless': {
      const what = `${labelOf(fact.of)} ${fact.of.candidates.candidate(fact.choice)?.version ?? ''}`;
      if (fact.because.kind === 'requires-python') return `${what} needs Python ${fact.because.requiresPython}`;
      return `${what} has the line \`Requires-Dist: ${fact.because.line.text}\`, which cannot be read`;
    }
    case 'same-version':
      return `${labelOf(fact.of)} comes in the version of ${fact.of.candidates.name}`;
  }
}

/** Added to a wish that nothing fulfils. */
function noneOf({ asked, requirement }: Extract<Fact, { kind: 'input' | 'need' }>): string {
  const { candidates } = asked;
  if (!candidates.allowedBy(requirement).isEmpty) return '';
  if (candidates.absence?.kind === 'unknown') return ' (which no index has)';
  return candidates.usable.length === 0
    ? ' (which has no wheel for the target)'
    : ' (of which there is no such version)';
}

/** `a`, `a and b`, `a, b and c`. */
export function list(items: readonly string[], conjunction = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}
