// pylock.toml: https://packaging.python.org/en/latest/specifications/pylock-toml/ (PEP 751)
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isSha256 } from '../../artifact/store.ts';
import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import type { WheelFile } from '../index/index-file.ts';
import { takesPython } from '../resolver/wheel-choice.ts';
import { normalizeName } from '../standards/name.ts';
import { normalizeVersion } from '../standards/version.ts';
import { readWheelName } from '../standards/wheel-name.ts';
import { asRecord, recordsOf, textOf, textsOf, type Untyped } from '../untyped.ts';
import {
  badLock,
  lockBadHash,
  lockForOtherTarget,
  lockVersionUnknown,
  lockWithoutHash,
  lockedAsSource,
} from './faults.ts';
import { readTomlLock } from './lock-file.ts';
import { type LockEnvironment, lockMarkerHolds } from './lock-marker.ts';
import { notesOnProjects, ownProjects } from './own-projects.ts';
import type { LockContent, LockedPackage, Selection } from './locked-package.ts';

/**
 * The packages of a `pylock.toml` that the target takes, each with its wheels. `default-groups` are taken in any case, other
 * groups and extras when they are chosen. The project that the lock is for may stand in it as a folder of sources (`uv export`
 * writes it so): it has no wheel and is left out, which a note says.
 *
 * @throws Fault for a lock that cannot be read, is for another target, or has a package without wheels or without their sha256.
 */
export function readPylock(path: string, label: string, target: Target, selection: Selection): LockContent {
  const lock = readTomlLock(path, label);
  const version = textOf(lock['lock-version']);
  if (version === undefined || !version.startsWith('1.'))
    throw lockVersionUnknown(label, 'lock-version', version, '1.x');
  const groups = new Set([...textsOf(lock['default-groups']).map(normalizeName), ...selection.groups]);
  const at: LockEnvironment = { environment: markerEnvironment(target), extras: selection.extras, groups };
  checkTarget(lock, label, target, at);
  const projects = ownProjects(path);
  const isOwn = (entry: Untyped) => {
    const { path: folder, subdirectory = '.' } = asRecord(entry['directory']);
    return typeof folder === 'string' && projects.has(join(folder, textOf(subdirectory) ?? '.'));
  };
  const entries = recordsOf(lock['packages']).filter((entry) => lockMarkerHolds(textOf(entry['marker']), label, at));
  const own = entries.filter(isOwn).map((entry) => normalizeName(textOf(entry['name']) ?? ''));
  return {
    packages: entries.filter((entry) => !isOwn(entry)).map((entry) => packageOf(entry, path, label, target)),
    extras: new Set(textsOf(lock['extras']).map(normalizeName)),
    groups: new Set([...textsOf(lock['dependency-groups']), ...textsOf(lock['default-groups'])].map(normalizeName)),
    notes: notesOnProjects(own, label),
    inputs: ownLockFacts(lock)?.inputs,
  };
}

/** What the lock of a layer says of itself under `[tool.layerproof]`; undefined for a lock of another tool. */
export function ownLockFacts(lock: Untyped): { target: string; inputs: string | undefined } | undefined {
  const own = asRecord(asRecord(lock['tool'])['layerproof']);
  const target = textOf(own['target']);
  return target === undefined ? undefined : { target, inputs: textOf(own['inputs']) };
}

function checkTarget(lock: Untyped, label: string, target: Target, at: LockEnvironment): void {
  const made = ownLockFacts(lock)?.target;
  if (made !== undefined && made !== target.label) throw lockForOtherTarget(label, made, target.label);
  const environments = textsOf(lock['environments']);
  const isFor = environments.length === 0 || environments.some((text) => lockMarkerHolds(text, label, at));
  const requiresPython = textOf(lock['requires-python']);
  if (isFor && takesPython(requiresPython, target.facts.python?.version ?? '')) return;
  throw lockForOtherTarget(label, isFor ? `Python ${requiresPython}` : environments.join(' or '), target.label);
}

/** What PEP 751 calls the sources of a package, apart from wheels, in words. */
const SOURCES: Readonly<Record<string, string>> = {
  vcs: 'a repository',
  directory: 'a folder of sources',
  archive: 'an archive of sources',
  sdist: 'a source archive (sdist) without wheels',
};

function packageOf(entry: Untyped, lockPath: string, label: string, target: Target): LockedPackage {
  const name = normalizeName(textOf(entry['name']) ?? '');
  if (name === '') throw badLock(label, 'it has a package without a name');
  const files = recordsOf(entry['wheels']);
  if (files.length === 0) {
    const source = Object.keys(SOURCES).find((key) => entry[key] !== undefined);
    if (source === undefined) throw badLock(label, `it names no wheel of ${name}`);
    throw lockedAsSource(label, name, SOURCES[source] ?? source);
  }
  const requiresPython = textOf(entry['requires-python']);
  const python = target.facts.python?.version ?? '';
  if (!takesPython(requiresPython, python)) {
    throw lockForOtherTarget(label, `Python ${requiresPython} (${name})`, target.label);
  }
  const wheels = files.map((wheel) => wheelOf(wheel, lockPath, label, requiresPython));
  const version = normalizeVersion(textOf(entry['version']) ?? '');
  const requires = recordsOf(entry['dependencies']).map((dependency) =>
    normalizeName(textOf(dependency['name']) ?? ''),
  );
  return { name, version, files: { kind: 'wheels', wheels }, requires, isAsked: true };
}

function wheelOf(wheel: Untyped, lockPath: string, label: string, requiresPython: string | undefined): WheelFile {
  const path = textOf(wheel['path']);
  const url = path === undefined ? textOf(wheel['url']) : pathToFileURL(resolve(dirname(lockPath), path)).href;
  const fileName = textOf(wheel['name']) ?? decodeURIComponent((url ?? '').split(/[?#]/)[0]?.split('/').at(-1) ?? '');
  const name = readWheelName(fileName);
  const sha256 = textOf(asRecord(wheel['hashes'])['sha256'])?.toLowerCase();
  if (name === undefined || url === undefined || !URL.canParse(url))
    throw badLock(label, `it has no address of ${fileName}`);
  if (sha256 === undefined) throw lockWithoutHash(label, fileName);
  if (!isSha256(sha256)) throw lockBadHash(label, fileName);
  return { name, url, sha256, size: undefined, requiresPython, yanked: undefined, metadata: undefined };
}
