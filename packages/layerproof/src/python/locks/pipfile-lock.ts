// Pipfile.lock: https://pipenv.pypa.io/en/latest/pipfile.html and `Lockfile` in pipenv/project.py (pipfile-spec 6).
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isSha256 } from '../../artifact/store.ts';
import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import type { WheelFile } from '../index/index-file.ts';
import { normalizeName } from '../standards/name.ts';
import { pinnedVersion } from '../standards/specifier.ts';
import { readWheelName } from '../standards/wheel-name.ts';
import { asRecord, recordsOf, textOf, textsOf, type Untyped } from '../untyped.ts';
import { badLock, lockBadHash, lockForOtherTarget, lockVersionUnknown, lockedAsSource } from './faults.ts';
import { readJsonLock } from './lock-file.ts';
import { lockMarkerHolds } from './lock-marker.ts';
import type { LockContent, LockedFiles, LockedPackage, Selection } from './locked-package.ts';

/** pipenv calls its group of development packages `develop`; people call it `dev`. */
const SECTIONS: Readonly<Record<string, string>> = { dev: 'develop' };

/**
 * The packages of a `Pipfile.lock` that the target takes: `default`, and the chosen groups (`dev` is `develop`). pipenv locks for one
 * Python, which must be the target's. The lock has hashes, and an index says where the files lie.
 */
export function readPipfileLock(path: string, label: string, target: Target, selection: Selection): LockContent {
  const lock = readJsonLock(path, label);
  const meta = asRecord(lock['_meta']);
  if (lock['default'] === undefined) throw badLock(label, 'it has no section `default`');
  if (meta['pipfile-spec'] !== 6) {
    throw lockVersionUnknown(label, 'pipfile-spec', meta['pipfile-spec'], '6');
  }
  checkPython(asRecord(meta['requires']), label, target);
  const sources = recordsOf(meta['sources']);
  const groups = Object.keys(lock).filter((name) => name !== '_meta' && name !== 'default');
  const sections = new Set(Array.from(selection.groups, (group) => SECTIONS[group] ?? group));
  const chosen = groups.filter((name) => sections.has(name));
  const at = { environment: markerEnvironment(target), ...selection };
  const packages = new Map<string, LockedPackage>();
  // What stands in both is the same: pipenv locks `default` first and the groups under its pins.
  for (const section of [...chosen, 'default']) {
    for (const [name, value] of Object.entries(asRecord(lock[section]))) {
      const entry = asRecord(value);
      if (!lockMarkerHolds(textOf(entry['markers']), label, at)) continue;
      packages.set(normalizeName(name), packageOf(normalizeName(name), entry, sources, path, label));
    }
  }
  const all = [...packages.values()];
  const unhashed = all.filter(({ files }) => files.kind === 'hashes' && files.sha256.size === 0);
  return {
    packages: all,
    extras: new Set(),
    groups: new Set(groups.includes('develop') ? [...groups, 'dev'] : groups),
    notes: unhashed.length === 0 ? [] : [`${label} has no hash of ${unhashed.map(({ name }) => name).join(', ')}`],
  };
}

function checkPython(requires: Untyped, label: string, target: Target): void {
  const made = textOf(requires['python_full_version']) ?? textOf(requires['python_version']);
  const python = target.facts.python?.version ?? '';
  if (made === undefined || made === python || made.startsWith(`${python}.`)) return;
  throw lockForOtherTarget(label, `Python ${made}`, target.label);
}

function packageOf(
  name: string,
  entry: Untyped,
  sources: readonly Untyped[],
  lockPath: string,
  label: string,
): LockedPackage {
  const sha256 = new Set(
    textsOf(entry['hashes']).map((hash) => {
      const digest = hash.replace(/^sha256:/, '').toLowerCase();
      if (!isSha256(digest)) throw lockBadHash(label, `a file of ${name}`);
      return digest;
    }),
  );
  const version = pinnedVersion(textOf(entry['version']) ?? '');
  const files = filesOf(name, entry, sha256, sources, lockPath, label);
  if (version === undefined && files.kind === 'hashes') throw badLock(label, `it pins no version of ${name}`);
  return { name, version, files, requires: undefined, isAsked: true };
}

function filesOf(
  name: string,
  entry: Untyped,
  sha256: ReadonlySet<string>,
  sources: readonly Untyped[],
  lockPath: string,
  label: string,
): LockedFiles {
  if (entry['git'] !== undefined) throw lockedAsSource(label, name, 'a repository');
  const path = textOf(entry['path']);
  const file = textOf(entry['file']);
  const local = path ?? (file !== undefined && !URL.canParse(file) ? file : undefined);
  const url = local === undefined ? file : pathToFileURL(resolve(dirname(lockPath), local)).href;
  if (url === undefined) {
    // Without a name of its own a package comes from the first source.
    const source = sources.find((candidate) => candidate['name'] === entry['index']) ?? sources[0];
    return { kind: 'hashes', sha256, index: textOf(source?.['url']) };
  }
  const wheelName = readWheelName(basename(decodeURIComponent(new URL(url).pathname)));
  if (wheelName === undefined) throw lockedAsSource(label, name, 'sources of its own');
  const rest = { size: undefined, requiresPython: undefined, yanked: undefined, metadata: undefined };
  const wheel: WheelFile = { name: wheelName, url, sha256: [...sha256][0], ...rest };
  return { kind: 'wheels', wheels: [wheel] };
}
