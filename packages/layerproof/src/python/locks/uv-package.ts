import { normalizeName } from '../standards/name.ts';
import { normalizeVersion } from '../standards/version.ts';
import { asRecord, recordsOf, textOf, textsOf, type Untyped } from '../untyped.ts';
import { badLock } from './faults.ts';

/** Where uv has a package from: the first key of its `source` table, and what stands there. */
export interface UvSource {
  readonly kind: 'registry' | 'url' | 'path' | 'git' | 'directory' | 'editable' | 'virtual';
  readonly address: string;
}

/** One arrow of the lock's graph. */
export interface UvDependency {
  /** Normalized. */
  readonly name: string;
  /** Given when the lock has more than one package of the name. */
  readonly version: string | undefined;
  readonly source: UvSource | undefined;
  readonly extras: readonly string[];
  readonly marker: string | undefined;
}

/** One `[[package]]`. */
export interface UvPackage {
  readonly name: string;
  readonly version: string | undefined;
  readonly source: UvSource;
  /** The forks of the resolution that it belongs to; empty for all. */
  readonly resolutionMarkers: readonly string[];
  readonly dependencies: readonly UvDependency[];
  readonly extras: ReadonlyMap<string, readonly UvDependency[]>;
  readonly groups: ReadonlyMap<string, readonly UvDependency[]>;
  readonly wheels: readonly Untyped[];
}

const KINDS = ['registry', 'url', 'path', 'git', 'directory', 'editable', 'virtual'] as const;

/** Takes a `[[package]]` apart. @throws Fault `bad-lock`. */
export function uvPackage(entry: Untyped, label: string): UvPackage {
  const name = normalizeName(textOf(entry['name']) ?? '');
  const source = sourceOf(entry['source']);
  if (name === '') throw badLock(label, 'it has a package without a name');
  if (source === undefined) throw badLock(label, `it does not say where ${name} comes from`);
  const metadata = asRecord(entry['metadata']);
  // An extra or a group without dependencies stands under `metadata` alone.
  const extras = [...textsOf(metadata['provides-extras']), ...Object.keys(asRecord(entry['optional-dependencies']))];
  const groups = Object.keys({ ...asRecord(metadata['requires-dev']), ...asRecord(entry['dev-dependencies']) });
  return {
    name,
    version: normalizeVersion(textOf(entry['version']) ?? ''),
    source,
    resolutionMarkers: textsOf(entry['resolution-markers']),
    dependencies: dependenciesOf(entry['dependencies']),
    extras: listsOf(entry['optional-dependencies'], extras),
    groups: listsOf(entry['dev-dependencies'], groups),
    wheels: recordsOf(entry['wheels']),
  };
}

function listsOf(table: unknown, names: readonly string[]): ReadonlyMap<string, readonly UvDependency[]> {
  const lists = asRecord(table);
  return new Map(names.map((name) => [normalizeName(name), dependenciesOf(lists[name])]));
}

/** The arrows of a list; also of `[manifest]`, whose entries have fewer fields. */
export function dependenciesOf(list: unknown): UvDependency[] {
  return recordsOf(list).map((entry) => ({
    name: normalizeName(textOf(entry['name']) ?? ''),
    version: normalizeVersion(textOf(entry['version']) ?? ''),
    source: sourceOf(entry['source']),
    extras: textsOf(entry['extra'] ?? entry['extras']).map(normalizeName),
    marker: textOf(entry['marker']),
  }));
}

function sourceOf(table: unknown): UvSource | undefined {
  const fields = asRecord(table);
  const kind = KINDS.find((name) => typeof fields[name] === 'string');
  return kind === undefined ? undefined : { kind, address: String(fields[kind]) };
}
