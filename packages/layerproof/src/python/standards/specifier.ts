import { satisfies, validRange } from '@renovatebot/pep440';
import { isPrerelease, normalizeVersion } from './version.ts';

const CLAUSE = /^(===|~=|==|!=|<=|>=|<|>)\s*(.+)$/;

/** True when the text is a set of version clauses, such as `>=1.21.1,<3` (PEP 440, "Version specifiers"). */
export function isSpecifier(text: string): boolean {
  return validRange(text);
}

/**
 * True when the version lies in the set. Pre-releases are judged by their number alone: whether one may be taken at all is
 * the resolver's decision, which depends on what else there is.
 */
export function isInSpecifier(version: string, specifier: string): boolean {
  if (specifier.trim() === '') return true;
  return satisfies(version, specifier, { prereleases: true });
}

/** True when a clause names a pre-release, which is how a requirement asks for them (PEP 440, "Handling of pre-releases"). */
export function asksForPrerelease(specifier: string): boolean {
  return clauses(specifier).some(({ operator, version }) => operator !== '!=' && isPrerelease(version));
}

/** The one version that the set pins with `==` or `===`, in normal form; undefined for a range or a wildcard. */
export function pinnedVersion(specifier: string): string | undefined {
  for (const { operator, version } of clauses(specifier)) {
    if (operator !== '==' && operator !== '===') continue;
    const normal = normalizeVersion(version);
    if (normal !== undefined) return normal;
  }
  return undefined;
}

function clauses(specifier: string): { operator: string; version: string }[] {
  return specifier.split(',').flatMap((clause) => {
    const [, operator, version] = CLAUSE.exec(clause.trim()) ?? [];
    return operator === undefined || version === undefined ? [] : [{ operator, version: version.trim() }];
  });
}
