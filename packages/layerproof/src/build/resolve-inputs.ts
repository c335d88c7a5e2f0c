import { type Fault, isFault } from '@ocr-pipeline/fault';
import { constraintAgainstLock } from '../python/locks/faults.ts';
import { collectPins, lockedIndex, type Pin, pinConstraints } from '../python/locks/locked-index.ts';
import { resolveLock } from '../python/locks/read-lock.ts';
import type { AskedRequirement, Requirements } from '../python/requirements/requirements.ts';
import { withSha256 } from '../python/requirements/other-hashes.ts';
import { ruledIndex, ruledRequirements } from '../python/requirements/ruled-index.ts';
import { indexAsOf } from '../python/index/index-as-of.ts';
import { changedIndex } from '../python/requirements/changed-index.ts';
import type { PackageIndex } from '../python/index/package-index.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import { type ResolveRequest, resolve } from '../python/resolver/resolver.ts';
import { evaluateMarker } from '../python/standards/marker.ts';
import { isInSpecifier } from '../python/standards/specifier.ts';
import { markerEnvironment } from '../target/marker-environment.ts';
import type { Target } from '../target/target.ts';
import type { LockPlan } from './plan-lock.ts';
import type { InputLock } from './read-inputs.ts';
import type { Sources } from './sources.ts';

/** What is told while it goes on. */
export interface ResolveReport {
  /** One more distribution is known. */
  readonly onName: () => void;
  readonly onNote: (text: string) => void;
}

/**
 * The packages that the inputs name. Locks are only narrowed to the target; requirements are resolved, and what a lock pins is the
 * one version that they can get.
 *
 * @throws Fault for what cannot be resolved, and for a requirement or a lock that contradicts a lock.
 */
export async function resolveInputs(
  { locks, requirements, preferred }: LockPlan,
  target: Target,
  sources: Sources,
  { onName, onNote }: ResolveReport,
): Promise<ResolvedPackage[]> {
  const locked = await Promise.all(
    locks.map(async ({ label, content }) => {
      const packages = await resolveLock(content, label, target, sources);
      return packages.map((one) => ({ label, locked: one }));
    }),
  );
  const pins = collectPins(locked);
  checkConstraints(requirements.constraints, pins, target);
  const fromLocks = [...pins.values()].map((pin) => pin.locked);
  if (requirements.requirements.length === 0) return sorted(fromLocks);
  const index = indexFor(requirements, sources, onName);
  const hashSources = { target, index, store: sources.store };
  const request = {
    target,
    requirements: await withSha256(ruledRequirements(requirements), hashSources),
    constraints: [...(await withSha256(requirements.constraints, hashSources)), ...pinConstraints(pins.values())],
    hashesRequired: requirements.hashesRequired,
    prereleases: requirements.options.prereleases,
  };
  const ruled = ruledIndex(index, requirements);
  const resolved =
    preferred === undefined
      ? await resolveUnderPins(request, ruled, pins)
      : await resolvePreferring(preferred, request, ruled, pins, onNote);
  return sorted([...fromLocks, ...resolved.filter(({ name }) => !pins.has(name))]);
}

/**
 * Resolves with the versions of an earlier lock, so that a change of the inputs changes nothing that it need not. A version that an
 * input speaks against is left to be found; where the others do not go together with it, all are.
 */
async function resolvePreferring(
  { label, content }: InputLock,
  request: ResolveRequest,
  index: PackageIndex,
  pins: ReadonlyMap<string, Pin>,
  onNote: (text: string) => void,
): Promise<ResolvedPackage[]> {
  const { requirements, constraints = [] } = request;
  const isAgainst = (name: string, version: string) =>
    [...requirements, ...constraints].some(
      ({ requirement }) =>
        requirement.name === name && (requirement.url !== undefined || !isInSpecifier(version, requirement.specifier)),
    );
  const kept = content.packages.flatMap(({ name, version }): AskedRequirement[] => {
    if (version === undefined || pins.has(name) || isAgainst(name, version)) return [];
    const requirement = { name, extras: [], specifier: `==${version}`, url: undefined, marker: undefined };
    return [{ requirement, origin: label, hashes: [] }];
  });
  const preferring = { ...request, constraints: [...constraints, ...kept] };
  try {
    const resolved = await resolve(preferring, lockedIndex(index, pins));
    onNote(`the versions of ${label} are kept where the changed inputs allow it; \`--upgrade\` looks for newer ones`);
    return resolved;
  } catch (failure) {
    if (!isFault(failure)) throw failure;
    const resolved = await resolveUnderPins(request, index, pins);
    onNote(`the versions of ${label} do not go together with the changed inputs: all were looked for anew`);
    return resolved;
  }
}

/**
 * Resolves with the pins as the only versions that there are. Where that fails, all versions are looked at once more: the pins
 * then stand as what they are, wishes of a lock, and the failure tells who contradicts which.
 */
async function resolveUnderPins(request: ResolveRequest, index: PackageIndex, pins: ReadonlyMap<string, Pin>) {
  try {
    return await resolve(request, lockedIndex(index, pins));
  } catch (failure) {
    if (!isFault(failure) || pins.size === 0) throw failure;
    const explained = await failureOf(() => resolve(withoutHashes(request), lockedIndex(index, pins, 'all versions')));
    throw explained?.code === failure.code || explained?.code === 'conflicting-requirements' ? explained : failure;
  }
}

/** Hashes are of the pinned wheels: with them no other version could even be told of. */
function withoutHashes(request: ResolveRequest): ResolveRequest {
  const plain = (asked: AskedRequirement): AskedRequirement => ({ ...asked, hashes: [] });
  const { requirements, constraints = [] } = request;
  return {
    ...request,
    requirements: requirements.map(plain),
    constraints: constraints.map(plain),
    hashesRequired: false,
  };
}

async function failureOf(action: () => Promise<unknown>): Promise<Fault | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}

/** A constraint narrows what a lock has as well, also where no requirement asks for it. */
function checkConstraints(
  constraints: readonly AskedRequirement[],
  pins: ReadonlyMap<string, Pin>,
  target: Target,
): void {
  for (const { requirement, origin } of constraints) {
    const { name, specifier, marker } = requirement;
    const pin = pins.get(name);
    if (pin === undefined || isInSpecifier(pin.locked.version, specifier)) continue;
    if (marker !== undefined && !evaluateMarker(marker, markerEnvironment(target))) continue;
    throw constraintAgainstLock(name, { origin, specifier }, { label: pin.label, version: pin.locked.version });
  }
}

/** The configured indexes, but for the distributions that come from one alone, as they stood at the moment that is named. */
function indexFor(
  { indexes, excludeNewer }: Requirements,
  { index, indexAt }: Sources,
  onName: () => void,
): PackageIndex {
  const byName = changedIndex(index, {
    files(name) {
      onName();
      const only = indexes.get(name);
      return only === undefined ? index.files(name) : indexAt(only).files(name);
    },
  });
  return excludeNewer === undefined ? byName : indexAsOf(byName, excludeNewer);
}

function sorted(packages: readonly ResolvedPackage[]): ResolvedPackage[] {
  return packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
