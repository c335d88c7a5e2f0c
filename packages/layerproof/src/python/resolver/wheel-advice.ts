import type { Fault } from '@ocr-pipeline/fault';
import type { Target } from '../../target/target.ts';
import { PLATFORM_CPU } from '../../target/platform-tags.ts';
import type { WheelFile } from '../index/index-file.ts';
import { MISFITS, noWheelForTarget } from './faults.ts';
import { neighbouringTargets, type Taker } from './neighbouring-targets.ts';
import type { PassedOver } from './resolution.ts';
import type { Misfit, Refused } from './wheel-choice.ts';

/** From the most to the least telling: a wheel that fails late fits best. */
const NEAREST: readonly Misfit[] = ['yanked', 'hash', 'requires-python', 'c-library', 'abi', 'python', 'platform'];
const MOST_NAMED = 3;

/** What is known of the distribution's other versions. */
export interface OtherVersions {
  /** The newest one with a wheel for the target; undefined when none has one. */
  readonly newestFitting: string | undefined;
}

/**
 * Why no wheel of a distribution fits the target: names the nearest ones, the runtimes and CPUs that would take them, and the
 * newest other version that the target itself takes.
 */
export function noMatchingWheel(
  name: string,
  refused: readonly Refused[],
  target: Target,
  others?: OtherVersions,
): Fault {
  const nearest = nearestFirst(refused, target);
  const [first] = nearest;
  // A wheel that was withdrawn, or whose hash is not wanted, fits already.
  const isForOthers = first !== undefined && first.because !== 'yanked' && first.because !== 'hash';
  const takers = isForOthers ? neighbouringTargets(target).takersOf(nearest.map(({ wheel }) => wheel)) : [];
  return noWheelForTarget({
    name,
    version: first?.wheel.name.version ?? '',
    target: target.label,
    because: first?.because,
    reason: first && misfitInWords(first, target),
    nearest: nearest.slice(0, MOST_NAMED).map(({ wheel }) => wheel.name.fileName),
    takers: nearestOfEachCpu(takers, target).map((taker) => ({
      options: optionsFor(taker.target, target),
      fileName: taker.wheel.name.fileName,
    })),
    others,
  });
}

/** The nearest target with the same CPU, and one with the other CPU where that is nearer still. */
function nearestOfEachCpu(takers: readonly Taker[], { architecture }: Target): Taker[] {
  const same = takers.findIndex(({ target }) => target.architecture === architecture);
  const other = takers.findIndex(({ target }) => target.architecture !== architecture);
  const isNearer = other !== -1 && (same === -1 || other < same);
  return [isNearer ? other : -1, same].flatMap((at) => takers[at] ?? []);
}

/** What to change on the command line to get to the other target. */
function optionsFor(other: Target, target: Target): string {
  const options = [
    ...(other.runtime === target.runtime ? [] : [`--runtime ${other.runtime}`]),
    ...(other.architecture === target.architecture ? [] : [`--arch ${other.architecture}`]),
  ];
  return options.join(' ');
}

/** Why a wheel does not fit, with the two facts that disagree where they are known: `it needs Python >=3.10`. */
export function misfitInWords({ wheel, because }: Refused, { runtime, architecture, facts }: Target): string {
  if (because === 'requires-python' && wheel.requiresPython !== undefined) {
    return `it needs Python ${wheel.requiresPython}`;
  }
  const glibc = because === 'c-library' ? oldestGlibc(wheel, PLATFORM_CPU[architecture]) : undefined;
  return glibc === undefined ? MISFITS[because] : `its wheels need glibc ${glibc}, and ${runtime} has ${facts.glibc}`;
}

/** The oldest C library that one of the wheel's platforms is for (PEP 600): `2.28`. */
function oldestGlibc({ name }: WheelFile, cpu: string): string | undefined {
  const minors = name.platforms.flatMap((platform) => {
    const [, minor, ofCpu] = /^manylinux_2_(\d+)_(.+)$/.exec(platform) ?? [];
    return minor === undefined || ofCpu !== cpu ? [] : [Number(minor)];
  });
  return minors.length === 0 ? undefined : `2.${Math.min(...minors)}`;
}

/**
 * The wheels of the newest release that was refused, the nearest first. It speaks for all: older ones mostly fail for the same
 * reasons, and nobody wants them more.
 */
export function nearestFirst(refused: readonly Refused[], target: Target): Refused[] {
  const cpu = PLATFORM_CPU[target.architecture];
  const distance = ({ name }: WheelFile) => {
    const isLinux = name.platforms.some((platform) => platform.includes('linux'));
    const isCpu = name.platforms.some((platform) => platform === 'any' || platform.endsWith(`_${cpu}`));
    return (isLinux ? 0 : 2) + (isCpu ? 0 : 1);
  };
  const version = refused[0]?.wheel.name.version;
  return refused
    .filter(({ wheel }) => wheel.name.version === version)
    .toSorted(
      (a, b) => NEAREST.indexOf(a.because) - NEAREST.indexOf(b.because) || distance(a.wheel) - distance(b.wheel),
    );
}

/**
 * The newest release that was refused, except those that their author withdrew. One that would be for the target's Python tells
 * more than a newer one that is not.
 */
export function newestRefused(refused: readonly Refused[], target: Target): PassedOver | undefined {
  const offered = refused.filter(({ because }) => because !== 'yanked');
  const forPython = offered.filter(({ because }) => because !== 'requires-python');
  const nearest = nearestFirst(forPython.length > 0 ? forPython : offered, target);
  const [first] = nearest;
  return first && { version: first.wheel.name.version, because: first.because, refused: nearest };
}
