// Dependency specifiers (PEP 508): https://packaging.python.org/en/latest/specifications/dependency-specifiers/
import { type Marker, parseMarker } from './marker.ts';
import { Cursor } from './cursor.ts';
import { badRequirement } from './faults.ts';
import { isSpecifier } from './specifier.ts';
import { normalizeName } from './name.ts';

/** One dependency as somebody wrote it: `requests[socks]>=2.31 ; python_version < "3.10"`. */
export interface Requirement {
  /** Normalized (PEP 503). */
  readonly name: string;
  /** Normalized, sorted, each once. */
  readonly extras: readonly string[];
  /** A set of version clauses; empty for any version. */
  readonly specifier: string;
  /** Where a direct reference (`name @ url`) points; it then has no specifier. */
  readonly url: string | undefined;
  readonly marker: Marker | undefined;
}

/** Reads one dependency specifier. Faults with what was read and where it stops making sense. */
export function parseRequirement(text: string): Requirement {
  const cursor = new Cursor(text);
  const name = cursor.match(/[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y);
  if (name === undefined) throw badRequirement(text, 'it does not begin with the name of a distribution');
  const extras = parseExtras(cursor);
  const url = cursor.take('@') ? parseUrl(cursor) : undefined;
  const specifier = url === undefined ? parseSpecifier(cursor) : '';
  const marker = cursor.take(';') ? parseMarker(cursor.rest.trim()) : undefined;
  if (marker === undefined && !cursor.isAtEnd) {
    throw badRequirement(text, `\`${cursor.rest}\` is neither a version clause nor a marker after \`;\``);
  }
  return { name: normalizeName(name), extras, specifier, url, marker };
}

function parseExtras(cursor: Cursor): string[] {
  if (!cursor.take('[')) return [];
  const extras = new Set<string>();
  while (!cursor.take(']')) {
    const extra = cursor.match(/[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?/y);
    if (extra === undefined) throw badRequirement(cursor.text, 'its extras are not names between `[` and `]`');
    extras.add(normalizeName(extra));
    cursor.take(',');
  }
  return [...extras].toSorted();
}

function parseUrl(cursor: Cursor): string {
  // PEP 508: a URL may hold `;`, so the marker begins at a `;` with space before it.
  const url = cursor.match(/\S+/y);
  if (url === undefined) throw badRequirement(cursor.text, 'no address follows `@`');
  return url;
}

function parseSpecifier(cursor: Cursor): string {
  // Old metadata puts the clauses in parentheses: `urllib3 (>=1.21.1,<3)`.
  const inParentheses = cursor.take('(');
  const written = cursor.match(inParentheses ? /[^)]*/y : /[=<>!~][^;]*/y) ?? '';
  if (inParentheses && !cursor.take(')')) throw badRequirement(cursor.text, 'a `(` is never closed');
  // Old metadata also ends clauses with a comma (`>=1.0,`), which pip takes.
  const specifier = written.trim().replace(/,$/, '');
  if (!isSpecifier(specifier)) throw badRequirement(cursor.text, `\`${specifier}\` is not a set of version clauses`);
  return specifier
    .split(',')
    .map((clause) => clause.replace(/\s+/g, ''))
    .join(',');
}
