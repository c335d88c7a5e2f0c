// uv.lock: no published specification; https://docs.astral.sh/uv/concepts/projects/layout/#the-lockfile and, for the fields,
// `Lock` in crates/uv-resolver/src/lock/mod.rs of uv (version = 1, all revisions so far).
import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import { takesPython } from '../resolver/wheel-choice.ts';
import { normalizeName } from '../standards/name.ts';
import { asRecord, recordsOf, textOf, textsOf, type Untyped } from '../untyped.ts';
import { badLock, lockForOtherTarget, lockVersionUnknown } from './faults.ts';
import { readTomlLock } from './lock-file.ts';
import { lockMarkerHolds } from './lock-marker.ts';
import type { LockContent, LockedPackage, Selection } from './locked-package.ts';
import { notesOnProjects } from './own-projects.ts';
import { uvFiles } from './uv-files.ts';
import { type UvPackage, uvPackage } from './uv-package.ts';
import { walkUvLock } from './uv-walk.ts';

/**
 * The packages of a `uv.lock` that the target takes: what its project asks for, with the chosen extras and groups, followed edge
 * by edge. Groups are taken when they are chosen, also `dev`, as a layer is for production. The projects of the workspace
 * themselves have no wheels and are left out, which a note says.
 */
export function readUvLock(path: string, label: string, target: Target, selection: Selection): LockContent {
  const lock = readTomlLock(path, label);
  if (lock['distribution'] !== undefined)
    throw badLock(label, 'an uv before 0.2.34 wrote it; `uv lock` writes it anew');
  if (lock['version'] !== 1) throw lockVersionUnknown(label, 'version', lock['version'], '1');
  checkTarget(lock, label, target, selection);
  const packages = recordsOf(lock['package']).map((entry) => uvPackage(entry, label));
  const manifest = asRecord(lock['manifest']);
  const members = new Set(textsOf(manifest['members']).map(normalizeName));
  const roots = rootsOf(packages, members);
  const walk = walkUvLock({ lock, packages, roots, label, environment: markerEnvironment(target), selection });
  const taken = walk.visited.map(({ found, requires, isAsked }): LockedPackage | UvPackage => {
    const isOwn = members.has(found.name) || roots.includes(found);
    if (isOwn && found.source.kind !== 'registry') return found;
    const { name, version } = found;
    return { name, version, files: { kind: 'wheels', wheels: uvFiles(found, path, label) }, requires, isAsked };
  });
  const locked = taken.filter((one): one is LockedPackage => 'files' in one);
  const own = taken.filter((one): one is UvPackage => !('files' in one));
  const installable = own.filter(({ source }) => source.kind !== 'virtual').map(({ name }) => name);
  return {
    packages: locked,
    extras: new Set(roots.flatMap(({ extras }) => Array.from(extras.keys()))),
    groups: new Set([
      ...roots.flatMap(({ groups }) => Array.from(groups.keys())),
      ...Object.keys(asRecord(manifest['dependency-groups'])).map(normalizeName),
    ]),
    notes: [...notesOnProjects(installable, label), ...notesOnHashes(locked, label)],
  };
}

function checkTarget(lock: Untyped, label: string, target: Target, selection: Selection): void {
  const requiresPython = textOf(lock['requires-python']);
  if (!takesPython(requiresPython, target.facts.python?.version ?? '')) {
    throw lockForOtherTarget(label, `Python ${requiresPython}`, target.label);
  }
  const supported = textsOf(lock['supported-markers']);
  const at = { environment: markerEnvironment(target), ...selection };
  if (supported.length > 0 && !supported.some((marker) => lockMarkerHolds(marker, label, at))) {
    throw lockForOtherTarget(label, supported.join(' or '), target.label);
  }
}

/** The project of the lock's folder; without one, every member of the workspace. */
function rootsOf(packages: readonly UvPackage[], members: ReadonlySet<string>): UvPackage[] {
  const own = packages.filter(({ source }) => source.kind !== 'registry' && source.address === '.');
  return own.length > 0 ? own : packages.filter(({ name }) => members.has(name));
}

function notesOnHashes(packages: readonly LockedPackage[], label: string): string[] {
  const without = packages.filter(
    ({ files }) => files.kind === 'wheels' && files.wheels.some(({ sha256 }) => sha256 === undefined),
  );
  return without.length === 0 ? [] : [`${label} has no hash of ${without.map(({ name }) => name).join(', ')}`];
}
