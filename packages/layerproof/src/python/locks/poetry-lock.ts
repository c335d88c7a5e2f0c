// poetry.lock: no published specification; `Locker` in src/poetry/packages/locker.py of Poetry (lock-version 1.0 to 2.1).
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isSha256 } from '../../artifact/store.ts';
import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import type { WheelFile } from '../index/index-file.ts';
import { poetryTakesPython } from '../requirements/poetry-dependency.ts';
import { takesPython } from '../resolver/wheel-choice.ts';
import { normalizeName } from '../standards/name.ts';
import { normalizeVersion } from '../standards/version.ts';
import { readWheelName } from '../standards/wheel-name.ts';
import { asRecord, recordsOf, textOf, textsOf, type Untyped } from '../untyped.ts';
import { badLock, lockBadHash, lockForOtherTarget, lockedAsSource } from './faults.ts';
import { readTomlLock } from './lock-file.ts';
import { lockMarkerHolds } from './lock-marker.ts';
import type { LockContent, LockedFiles, LockedPackage, Selection } from './locked-package.ts';
import { walkPoetryLock } from './poetry-walk.ts';

/**
 * The packages of a `poetry.lock` that the target takes: the group `main` with the chosen extras, and the chosen groups. Since Poetry
 * 2 (lock-version 2.1) each package says when it is taken; before, the project beside the lock says what it asks for, and the
 * packages what they ask for. The lock has names and hashes of files, and an index says where they lie.
 */
export function readPoetryLock(path: string, label: string, target: Target, selection: Selection): LockContent {
  const lock = readTomlLock(path, label);
  const metadata = asRecord(lock['metadata']);
  const version = textOf(metadata['lock-version']) ?? '1.0';
  if (!/^[12]\./.test(version)) throw badLock(label, `its \`lock-version\` is ${version}, and 1.0 to 2.x are known`);
  const takes = (specifier: string) => takesPython(specifier, target.facts.python?.version ?? '');
  const pythons = textOf(metadata['python-versions']);
  if (!poetryTakesPython(pythons, takes)) throw lockForOtherTarget(label, `Python ${pythons}`, target.label);
  const entries = recordsOf(lock['package']).filter((entry) =>
    poetryTakesPython(textOf(entry['python-versions']), takes),
  );
  const environment = markerEnvironment(target);
  const isMarked = entries.some((entry) => entry['groups'] !== undefined);
  const { taken, groups } = isMarked
    ? markedEntries(entries, label, { environment, ...selection })
    : walkPoetryLock({ entries, path, label, environment, takes, selection });
  const packages = taken.map(({ entry, requires }) =>
    packageOf(entry, filesOf(entry, metadata), requires, path, label),
  );
  const unhashed = packages.filter(({ files }) => files.kind === 'hashes' && files.sha256.size === 0);
  return {
    packages,
    extras: new Set(Object.keys(asRecord(lock['extras'])).map(normalizeName)),
    groups,
    notes: unhashed.length === 0 ? [] : [`${label} has no hash of ${unhashed.map(({ name }) => name).join(', ')}`],
  };
}

export interface PoetryTaken {
  readonly taken: readonly { readonly entry: Untyped; readonly requires: readonly string[] | undefined }[];
  readonly groups: ReadonlySet<string>;
}

/** lock-version 2.1: `groups` names the groups that take a package, `markers` says when, for all of them or for each. */
function markedEntries(
  entries: readonly Untyped[],
  label: string,
  at: Parameters<typeof lockMarkerHolds>[2],
): PoetryTaken {
  const groupsOf = (entry: Untyped) => textsOf(entry['groups']).map(normalizeName);
  const taken = entries.filter((entry) =>
    groupsOf(entry).some((group) => {
      if (group !== 'main' && !at.groups.has(group)) return false;
      const markers = entry['markers'];
      if (typeof markers === 'string') return lockMarkerHolds(markers, label, at);
      const marker = Object.entries(asRecord(markers)).find(([name]) => normalizeName(name) === group)?.[1];
      return lockMarkerHolds(textOf(marker), label, at);
    }),
  );
  return {
    taken: taken.map((entry) => ({ entry, requires: undefined })),
    groups: new Set(entries.flatMap(groupsOf).filter((group) => group !== 'main')),
  };
}

/** Since lock-version 2.0 in the package, before under `[metadata.files]`, and before Poetry 1.0 hashes alone. */
function filesOf(entry: Untyped, metadata: Untyped): readonly Untyped[] {
  if (entry['files'] !== undefined) return recordsOf(entry['files']);
  const of = (table: unknown): unknown =>
    Object.entries(asRecord(table)).find(([name]) => normalizeName(name) === normalizeName(String(entry['name'])))?.[1];
  const files = recordsOf(of(metadata['files']));
  return files.length > 0 ? files : textsOf(of(metadata['hashes'])).map((hash) => ({ hash: `sha256:${hash}` }));
}

function packageOf(
  entry: Untyped,
  files: readonly Untyped[],
  requires: readonly string[] | undefined,
  lockPath: string,
  label: string,
): LockedPackage {
  const name = normalizeName(textOf(entry['name']) ?? '');
  const version = normalizeVersion(textOf(entry['version']) ?? '');
  if (name === '' || version === undefined) throw badLock(label, 'it has a package without a name or a version');
  const source = asRecord(entry['source']);
  const hashes = new Set(files.map((file) => sha256Of(file, name, label)));
  return { name, version, requires, isAsked: true, files: sourceFiles(name, source, hashes, lockPath, label) };
}

function sha256Of(file: Untyped, name: string, label: string): string {
  const sha256 = (textOf(file['hash']) ?? '').replace(/^sha256:/, '').toLowerCase();
  if (!isSha256(sha256)) throw lockBadHash(label, `a file of ${name}`);
  return sha256;
}

/** What the `type` of a source that is no index means, in words. */
const SOURCES: Readonly<Record<string, string>> = { git: 'a repository', directory: 'a folder of sources' };

function sourceFiles(
  name: string,
  source: Untyped,
  sha256: ReadonlySet<string>,
  lockPath: string,
  label: string,
): LockedFiles {
  const type = textOf(source['type']);
  const url = textOf(source['url']);
  if (type === undefined || type === 'legacy' || type === 'pypi') return { kind: 'hashes', sha256, index: url };
  const address = type === 'file' && url !== undefined ? pathToFileURL(resolve(dirname(lockPath), url)).href : url;
  const wheelName = readWheelName(basename(decodeURIComponent(new URL(address ?? '', 'file:///').pathname)));
  if (SOURCES[type] !== undefined || address === undefined || wheelName === undefined) {
    throw lockedAsSource(label, name, SOURCES[type] ?? 'a source archive');
  }
  const rest = { size: undefined, requiresPython: undefined, yanked: undefined, metadata: undefined };
  const wheel: WheelFile = { name: wheelName, url: address, sha256: [...sha256][0], ...rest };
  return { kind: 'wheels', wheels: [wheel] };
}
