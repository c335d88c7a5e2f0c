// https://python-poetry.org/docs/dependency-specification/#version-constraints
import { isSpecifier } from '../standards/specifier.ts';
import { normalizeVersion } from '../standards/version.ts';

/**
 * What a constraint of Poetry means as sets of version clauses (PEP 440), of which one must hold: `^1.2` is `>=1.2,<2.0`, `~1.2` is
 * `>=1.2,<1.3`, `1.*` is `==1.*`, `1.2` is `==1.2`, `*` is the empty set, and `||` stands between alternatives. Undefined for a text
 * that is no constraint.
 */
export function poetryConstraint(text: string): string[] | undefined {
  const alternatives = text.split(/\s*\|\|?\s*/).map(conjunction);
  return alternatives.every((alternative) => alternative !== undefined) ? alternatives : undefined;
}

/** Clauses with commas or spaces between them; an operator may stand apart from its version. */
function conjunction(text: string): string | undefined {
  const clauses = text
    .trim()
    .replace(/(===|~=|==|!=|<=|>=|<|>|\^|~|=)\s+/g, '$1')
    .split(/[\s,]+/)
    .filter((clause) => clause !== '')
    .map(pep440);
  if (clauses.includes(undefined)) return undefined;
  const joined = clauses.filter((clause) => clause !== '').join(',');
  return joined === '' || isSpecifier(joined) ? joined : undefined;
}

function pep440(clause: string): string | undefined {
  const [, operator = '', written = ''] = /^(===|~=|==|!=|<=|>=|<|>|\^|~|=)?(.+)$/.exec(clause) ?? [];
  const version = written.replace(/^v/i, '');
  if (version === '*' || version === 'x')
    return operator === '' || operator === '=' || operator === '==' ? '' : undefined;
  const isWildcard = /\.(?:\*|x)$/i.test(version);
  if (isWildcard) {
    const prefix = version.replace(/(?:\.(?:\*|x))+$/i, '.*');
    return operator === '!=' ? `!=${prefix}` : operator === '' || operator.startsWith('=') ? `==${prefix}` : undefined;
  }
  if (normalizeVersion(version) === undefined) return undefined;
  switch (operator) {
    case '^':
      return `>=${version},<${caretEnd(releaseOf(version))}`;
    case '~':
      return `>=${version},<${tildeEnd(releaseOf(version))}`;
    case '':
    case '=':
      return `==${version}`;
    default:
      return `${operator}${version}`;
  }
}

function releaseOf(version: string): number[] {
  return (/^(?:\d+!)?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? '0').split('.').map(Number);
}

/** The leftmost part that is not zero may not change; where all are zero, the last one. */
function caretEnd(release: readonly number[]): string {
  const at = release.findIndex((part) => part !== 0);
  return bumped(release, at === -1 ? release.length - 1 : at);
}

/** The minor part may not change; where only a major one is given, that. */
function tildeEnd(release: readonly number[]): string {
  return bumped(release, Math.min(1, release.length - 1));
}

function bumped(release: readonly number[], at: number): string {
  const end = [...release.slice(0, at), (release[at] ?? 0) + 1];
  // `<2.0` and not `<2`: it is the form that Poetry documents.
  return (end.length === 1 ? [...end, 0] : end).join('.');
}
