import { collectPins, lockedIndex, pinConstraints } from '../python/locks/locked-index.ts';
import { resolveLock } from '../python/locks/read-lock.ts';
import type { Requirements } from '../python/requirements/requirements.ts';
import { ruledIndex, ruledRequirements } from '../python/requirements/ruled-index.ts';
import type { PackageIndex } from '../python/index/package-index.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import { resolve } from '../python/resolver/resolver.ts';
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
  const fromLocks = [...pins.values()].map((pin) => pin.locked);
  if (requirements.requirements.length === 0) return sorted(fromLocks);
  const resolved = await resolve(
    {
      target,
      requirements: ruledRequirements(requirements),
      constraints: [...requirements.constraints, ...pinConstraints(pins.values())],
      hashesRequired: requirements.hashesRequired,
      prereleases: requirements.options.prereleases,
    },
    lockedIndex(ruledIndex(byName(requirements.indexes, sources), requirements), pins),
  );
  return sorted([...fromLocks, ...resolved.filter(({ name }) => !pins.has(name))]);
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
