import type { PackageIndex } from '../index/package-index.ts';
import { changedIndex } from '../requirements/changed-index.ts';
import type { AskedRequirement } from '../requirements/requirements.ts';
import type { ResolvedPackage } from '../resolver/resolution.ts';
import type { Marker } from '../standards/marker.ts';
import { conflictingLocks } from './faults.ts';

/** A locked package with the lock that pins it, for messages. */
export interface Pin {
  readonly label: string;
  readonly locked: ResolvedPackage;
}

/**
 * The pins of several locks, by name. Locks that pin a distribution alike are of one mind.
 *
 * @throws Fault `conflicting-locks` for two that do not.
 */
export function collectPins(locks: readonly (readonly Pin[])[]): ReadonlyMap<string, Pin> {
  const pins = new Map<string, Pin>();
  for (const pin of locks.flat()) {
    const other = pins.get(pin.locked.name);
    if (other === undefined) pins.set(pin.locked.name, pin);
    else if (!isSame(other.locked, pin.locked)) throw conflictingLocks(pin.locked.name, factsOf(other), factsOf(pin));
  }
  return pins;
}

function isSame(a: ResolvedPackage, b: ResolvedPackage): boolean {
  if (a.version !== b.version) return false;
  const [first, second] = [a.wheel.sha256, b.wheel.sha256];
  return first === undefined || second === undefined || first === second;
}

function factsOf({ label, locked }: Pin) {
  return { label, version: locked.version, file: locked.wheel.name.fileName };
}

/** What the pins say as constraints, so that a requirement that wants otherwise is told of the lock. */
export function pinConstraints(pins: Iterable<Pin>): AskedRequirement[] {
  return [...pins].map(({ label, locked: { name, version, wheel } }) => ({
    requirement: { name, extras: [], specifier: `==${version}`, url: undefined, marker: undefined },
    origin: label,
    hashes: wheel.sha256 === undefined ? [] : [wheel.sha256],
  }));
}

/**
 * An index that offers the locked wheel alone of a distribution that is pinned. What such a wheel asks for is in its lock, so its
 * metadata asks for nothing more, but for extras, which a requirement may add. With `all versions` it offers what else there is, for
 * a failure to be told.
 */
export function lockedIndex(
  index: PackageIndex,
  pins: ReadonlyMap<string, Pin>,
  offers: 'pins' | 'all versions' = 'pins',
): PackageIndex {
  return changedIndex(index, {
    async files(name) {
      const pin = pins.get(name);
      if (pin === undefined) return index.files(name);
      const answer = offers === 'pins' ? undefined : await index.files(name);
      const page = answer?.kind === 'found' ? answer.page : { wheels: [], sourceVersions: [] };
      return { kind: 'found', page: { ...page, wheels: [pin.locked.wheel, ...page.wheels] } };
    },
    async metadata(wheel) {
      const metadata = await index.metadata(wheel);
      if (!pins.has(wheel.name.distribution)) return metadata;
      const requires = metadata.requires.filter(({ marker }) => marker !== undefined && isAboutExtra(marker));
      return { ...metadata, requires };
    },
  });
}

function isAboutExtra(marker: Marker): boolean {
  if (marker.kind !== 'comparison') return isAboutExtra(marker.left) || isAboutExtra(marker.right);
  return [marker.left, marker.right].some((side) => side.kind === 'variable' && side.name === 'extra');
}
