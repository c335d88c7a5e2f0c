// https://python-poetry.org/docs/dependency-specification/
import { normalizeName } from '../standards/name.ts';
import { asRecord, textOf, textsOf, type Untyped } from '../untyped.ts';
import { poetryConstraint } from './poetry-constraint.ts';

/** One line of a Poetry table of dependencies, of a project or in a lock. */
export interface PoetryDependency {
  /** Normalized. */
  readonly name: string;
  /** As it is written. */
  readonly constraint: string;
  /** Sets of version clauses, of which one must hold; undefined when the constraint cannot be read. */
  readonly specifiers: readonly string[] | undefined;
  readonly extras: readonly string[];
  /** A marker (PEP 508). */
  readonly marker: string | undefined;
  /** A Poetry constraint on the Python version. */
  readonly python: string | undefined;
  /** Taken only when an extra of the project names it. */
  readonly isOptional: boolean;
  /** `git`, `path`, `url` or `file`, when it does not come from an index. */
  readonly source: { readonly kind: string; readonly address: string } | undefined;
}

const SOURCES = ['git', 'path', 'url', 'file'] as const;

/** The dependencies of a table: a version, a table, or a list of tables for one name. `python` itself is left out. */
export function poetryDependencies(table: unknown): PoetryDependency[] {
  return Object.entries(asRecord(table)).flatMap(([name, value]) => {
    if (normalizeName(name) === 'python') return [];
    if (typeof value === 'string') return [dependency(name, { version: value })];
    // Lists may mix texts and tables.
    if (Array.isArray(value)) {
      return value.map((item: unknown) =>
        dependency(name, typeof item === 'string' ? { version: item } : asRecord(item)),
      );
    }
    return [dependency(name, asRecord(value))];
  });
}

function dependency(name: string, fields: Untyped): PoetryDependency {
  const constraint = textOf(fields['version']) ?? '*';
  const kind = SOURCES.find((key) => typeof fields[key] === 'string');
  return {
    name: normalizeName(name),
    constraint,
    specifiers: poetryConstraint(constraint),
    extras: textsOf(fields['extras']).map(normalizeName),
    marker: textOf(fields['markers']),
    python: textOf(fields['python']),
    isOptional: fields['optional'] === true,
    source: kind === undefined ? undefined : { kind, address: String(fields[kind]) },
  };
}

/** Groups of a project: `[tool.poetry.group.NAME.dependencies]`, and `dev-dependencies` of before Poetry 1.2 as `dev`. */
export function poetryGroups(poetry: Untyped): ReadonlyMap<string, readonly PoetryDependency[]> {
  const groups = new Map<string, PoetryDependency[]>();
  for (const [name, group] of Object.entries(asRecord(poetry['group']))) {
    groups.set(normalizeName(name), poetryDependencies(asRecord(group)['dependencies']));
  }
  const old = poetryDependencies(poetry['dev-dependencies']);
  if (old.length > 0) groups.set('dev', [...(groups.get('dev') ?? []), ...old]);
  return groups;
}

/** Extras of a project: name to the names of the optional dependencies that it takes. */
export function poetryExtras(table: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(asRecord(table)).map(([name, list]) => [
      normalizeName(name),
      // A lock has whole requirements here, such as `PySocks (>=1.5.6)`.
      new Set(textsOf(list).map((text) => normalizeName(/^[A-Za-z0-9._-]+/.exec(text)?.[0] ?? text))),
    ]),
  );
}

/** The optional dependencies that these extras take. */
export function takenBy(
  extras: ReadonlySet<string>,
  known: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const extra of extras) for (const name of known.get(extra) ?? []) taken.add(name);
  return taken;
}

/** True when the Poetry constraint takes some patch release of this Python. */
export function poetryTakesPython(constraint: string | undefined, takes: (specifier: string) => boolean): boolean {
  if (constraint === undefined) return true;
  return (poetryConstraint(constraint) ?? ['']).some(takes);
}
