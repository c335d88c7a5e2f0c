import { constraintAgainstLock } from '../python/locks/faults.ts';
import { collectPins, lockedIndex, type Pin, pinConstraints } from '../python/locks/locked-index.ts';
import { resolveLock } from '../python/locks/read-lock.ts';
import type { AskedRequirement, Requirements } from '../python/requirements/requirements.ts';
import { withSha256 } from '../python/requirements/other-hashes.ts';
import { ruledIndex, ruledRequirements } from '../python/requirements/ruled-index.ts';
import type { PackageIndex } from '../python/index/package-index.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import { resolve } from '../python/resolver/resolver.ts';
import { evaluateMarker } from '../python/standards/marker.ts';
import { isInSpecifier } from '../python/standards/specifier.ts';
import { markerEnvironment } from '../target/marker-environment.ts';
import type { Target } from '../target/target.ts';
import type { InputLock } from './read-inputs.ts';
import type { Sources } from './sources.ts';

/**
 * The packages that the inputs name. Locks are only narrowed to the target; requirements are resolved, and what a lock pins is the
 * one version that they can get.
 *
 * @throws Fault for what cannot be resolved, and for a requirement or a lock that contradicts a lock.
 */
export async function resolveInputs(
  locks: readonly InputLock[],
  requirements: Requirements,
  target: Target,
  sources: Sources,
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
  const index = byName(requirements.indexes, sources);
  const hashSources = { target, index, store: sources.store };
  const resolved = await resolve(
    {
      target,
      requirements: await withSha256(ruledRequirements(requirements), hashSources),
      constraints: [...(await withSha256(requirements.constraints, hashSources)), ...pinConstraints(pins.values())],
      hashesRequired: requirements.hashesRequired,
      prereleases: requirements.options.prereleases || sources.prereleases,
    },
    lockedIndex(ruledIndex(index, requirements), pins),
  );
  return sorted([...fromLocks, ...resolved.filter(({ name }) => !pins.has(name))]);
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

/** The configured indexes, but for the distributions that come from one alone. */
function byName(indexes: ReadonlyMap<string, string>, { index, indexAt }: Sources): PackageIndex {
  return {
    ...index,
    files(name) {
      const only = indexes.get(name);
      return only === undefined ? index.files(name) : indexAt(only).files(name);
    },
  };
}

function sorted(packages: readonly ResolvedPackage[]): ResolvedPackage[] {
  return packages.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
