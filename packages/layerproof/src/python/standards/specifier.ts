// Version specifiers: https://packaging.python.org/en/latest/specifications/version-specifiers/#version-specifiers (PEP 440)
import {
  comparePublic,
  compareRead,
  hasPrereleasePart,
  hasSameBase,
  normalizeVersion,
  readVersion,
  type Version,
} from './version.ts';

/** True for the versions that a clause or a set of clauses takes. */
interface Test {
  (version: Version): boolean;
}

interface Clause {
  readonly operator: string;
  /** As it was written, without space around it and without `.*`. */
  readonly version: string;
  readonly isWildcard: boolean;
  readonly takes: Test;
}

const CLAUSE = /^(===|~=|==|!=|<=|>=|<|>)\s*([^\s,;)]+)$/;

/** The same few specifiers are asked of thousands of versions. */
const known = new Map<string, readonly Clause[] | undefined>();
const MOST_KNOWN = 100_000;

/** True when the text is a set of version clauses, such as `>=1.21.1,<3`; the empty set takes every version. */
export function isSpecifier(text: string): boolean {
  return clausesOf(text) !== undefined;
}

/**
 * True when the version lies in the set. Pre-releases are judged by their number alone: whether one may be taken at all is
 * the resolver's decision, which depends on what else there is.
 */
export function isInSpecifier(version: string, specifier: string): boolean {
  const clauses = clausesOf(specifier);
  const read = readVersion(version);
  if (clauses === undefined) return false;
  // Of what is no version, only the arbitrary equality of a text can hold.
  if (read === undefined) return clauses.every((clause) => isArbitrarily(version, clause));
  return clauses.every(({ takes }) => takes(read));
}

/** The same for many versions that were read before. Of a text that is no specifier it takes none. */
export function specifierTest(specifier: string): (version: Version) => boolean {
  const clauses = clausesOf(specifier);
  const [only, ...others] = clauses ?? [];
  if (clauses === undefined) return () => false;
  if (only === undefined) return () => true;
  return others.length === 0 ? only.takes : (version) => clauses.every(({ takes }) => takes(version));
}

/** True when a clause names a pre-release, which is how a requirement asks for them (PEP 440, "Handling of pre-releases"). */
export function asksForPrerelease(specifier: string): boolean {
  return (clausesOf(specifier) ?? []).some(
    ({ operator, version }) => operator !== '!=' && hasPrereleasePart(readVersion(version)),
  );
}

/** The one version that the set pins with `==` or `===`, in normal form; undefined for a range or a wildcard. */
export function pinnedVersion(specifier: string): string | undefined {
  for (const { operator, version, isWildcard } of clausesOf(specifier) ?? []) {
    if (isWildcard || (operator !== '==' && operator !== '===')) continue;
    const normal = normalizeVersion(version);
    if (normal !== undefined) return normal;
  }
  return undefined;
}

function clausesOf(specifier: string): readonly Clause[] | undefined {
  const before = known.get(specifier);
  if (before !== undefined || known.has(specifier)) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const clauses = readClauses(specifier);
  known.set(specifier, clauses);
  return clauses;
}

function readClauses(specifier: string): Clause[] | undefined {
  if (specifier.trim() === '') return [];
  const clauses: Clause[] = [];
  for (const text of specifier.split(',')) {
    const clause = readClause(text.trim());
    if (clause === undefined) return undefined;
    clauses.push(clause);
  }
  return clauses;
}

function readClause(text: string): Clause | undefined {
  const [, operator = '', written = ''] = CLAUSE.exec(text) ?? [];
  if (operator === '') return undefined;
  if (operator === '===') {
    const takes: Test = (candidate) => candidate.text === written.toLowerCase();
    return { operator, version: written, isWildcard: false, takes };
  }
  const isWildcard = written.endsWith('.*');
  const version = isWildcard ? written.slice(0, -2) : written;
  const read = readVersion(version);
  if (read === undefined) return undefined;
  const takes = isWildcard ? wildcardTest(operator, read) : plainTest(operator, read);
  return takes === undefined ? undefined : { operator, version, isWildcard, takes };
}

function isArbitrarily(text: string, { operator, version }: Clause): boolean {
  return operator === '===' && version.toLowerCase() === text.toLowerCase();
}

/** `==1.2.*` and `!=1.2.*`: no other operator takes a wildcard, and none goes with a development or local release. */
function wildcardTest(operator: string, prefix: Version): Test | undefined {
  if ((operator !== '==' && operator !== '!=') || prefix.dev !== undefined || prefix.local.length > 0) return undefined;
  return operator === '==' ? (version) => startsWith(version, prefix) : (version) => !startsWith(version, prefix);
}

function startsWith(version: Version, { epoch, release, pre, post }: Version): boolean {
  if (version.epoch !== epoch || release.some((number, at) => (version.release[at] ?? 0) !== number)) return false;
  // `==1.0a1.*` and `==1.0.post1.*`: allowed, and hardly ever seen.
  if (pre !== undefined && (version.pre?.[0] !== pre[0] || version.pre[1] !== pre[1])) return false;
  return post === undefined || version.post === post;
}

function plainTest(operator: string, wanted: Version): Test | undefined {
  const hasLocal = wanted.local.length > 0;
  // A specifier without a local part looks away from that of the candidate.
  const isEqual: Test = (version) => (hasLocal ? compareRead : comparePublic)(version, wanted) === 0;
  if (operator === '==') return isEqual;
  if (operator === '!=') return (version) => !isEqual(version);
  if (hasLocal) return undefined;
  switch (operator) {
    case '>=':
      return (version) => comparePublic(version, wanted) >= 0;
    case '<=':
      return (version) => comparePublic(version, wanted) <= 0;
    case '>':
      return (version) => isAfter(version, wanted);
    case '<':
      return (version) => isBefore(version, wanted);
    default:
      return compatibleTest(wanted);
  }
}

/** `>1.7` takes neither `1.7.post1` nor `1.7+local`; `>1.7.post1` takes `1.7.post2` (PEP 440, "Exclusive ordered comparison"). */
function isAfter(version: Version, wanted: Version): boolean {
  if (comparePublic(version, wanted) <= 0) return false;
  return !(wanted.post === undefined && version.post !== undefined && hasSameBase(version, wanted));
}

/** `<2.0` does not take `2.0rc1`; `<2.0rc1` takes `2.0b1`. */
function isBefore(version: Version, wanted: Version): boolean {
  if (compareRead(version, wanted) >= 0) return false;
  return hasPrereleasePart(wanted) || !hasPrereleasePart(version) || !hasSameBase(version, wanted);
}

/** `~=2.2.post3` is `>=2.2.post3,==2.*` (PEP 440, "Compatible release"). */
function compatibleTest(wanted: Version): Test | undefined {
  if (wanted.release.length < 2) return undefined;
  const prefix: Version = { ...wanted, release: wanted.release.slice(0, -1), pre: undefined, post: undefined };
  return (version) => comparePublic(version, wanted) >= 0 && startsWith(version, prefix);
}
