import type { IndexAnswer, WheelFile } from '../index/index-file.ts';
import type { PackageIndex } from '../index/package-index.ts';
import { indexIsOffline, quarantined } from '../resolver/faults.ts';
import type { ResolvedPackage } from '../resolver/resolution.ts';
import { noMatchingWheel } from '../resolver/wheel-advice.ts';
import { type WheelChooser, wheelChooser } from '../resolver/wheel-choice.ts';
import type { Target } from '../../target/target.ts';
import { lockedVersionGone } from './faults.ts';
import type { LockedPackage } from './locked-package.ts';

/** Where the files of locks without addresses are found. */
export interface LockIndexes {
  readonly index: PackageIndex;
  /** One index alone, for a package that the lock says comes from there. */
  readonly indexAt: (url: string) => PackageIndex;
}

/**
 * The best wheel of each locked package. Nothing is resolved: where the lock gives no address, an index is asked for the files of
 * that version with one of its hashes.
 *
 * @throws Fault `no-matching-wheel` when no wheel of a package is for the target, as for a fresh resolution.
 */
export async function chooseLocked(
  packages: readonly LockedPackage[],
  label: string,
  target: Target,
  indexes: LockIndexes,
): Promise<ResolvedPackage[]> {
  const chooser = wheelChooser(target);
  const chosen = packages.map((locked) => chooseOne(locked, label, target, chooser, indexes));
  return (await Promise.all(chosen)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function chooseOne(
  locked: LockedPackage,
  label: string,
  target: Target,
  chooser: WheelChooser,
  indexes: LockIndexes,
): Promise<ResolvedPackage> {
  const { name, files, requires, isAsked } = locked;
  const wheels = files.kind === 'wheels' ? files.wheels : await wheelsOnIndex(locked, files.index, label, indexes);
  const hashes = files.kind === 'hashes' && files.sha256.size > 0 ? files.sha256 : undefined;
  const choice = chooser.choose(wheels, { isPinned: true, hashes });
  if (choice.kind === 'none') throw noMatchingWheel(name, choice.refused, target);
  const { wheel } = choice;
  return {
    name,
    version: wheel.name.version,
    wheel,
    metadata: undefined,
    requires: (requires ?? []).toSorted(),
    isAsked,
    // What is pinned is a decision, and no version was passed over for it.
    passedOver: undefined,
    // A lock that names one wheel alone, as ours does, is silent about what else there is of the release.
    refused: files.kind === 'wheels' && wheels.length === 1 ? undefined : choice.refused,
  };
}

/** The wheels of the locked version: of the index that the lock names, else of those that are configured. */
async function wheelsOnIndex(
  { name, version }: LockedPackage,
  named: string | undefined,
  label: string,
  { index, indexAt }: LockIndexes,
): Promise<readonly WheelFile[]> {
  const asked: string[] = [];
  for (const source of [index, ...(named === undefined ? [] : [indexAt(named)])]) {
    const answer: IndexAnswer = await source.files(name);
    if (answer.kind === 'offline') throw indexIsOffline(name);
    if (answer.kind === 'unknown') {
      asked.push(...answer.asked);
      continue;
    }
    const { status } = answer.page;
    if (status?.status === 'quarantined') throw quarantined(name, label, status.reason);
    const wheels = answer.page.wheels.filter((wheel) => wheel.name.version === version);
    if (wheels.length > 0) return wheels;
  }
  throw lockedVersionGone(label, name, version ?? '', asked);
}
