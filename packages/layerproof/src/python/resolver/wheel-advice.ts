import type { Fault } from '@ocr-pipeline/fault';
import { KNOWN_RUNTIMES, type Target, parseTarget } from '../../target/target.ts';
import { PLATFORM_CPU } from '../../target/platform-tags.ts';
import type { WheelFile } from '../index/index-file.ts';
import { noWheelForTarget } from './faults.ts';
import type { PassedOver } from './resolution.ts';
import { type Misfit, type Refused, wheelChooser } from './wheel-choice.ts';

/** From the most to the least telling: a wheel that fails late fits best. */
const NEAREST: readonly Misfit[] = ['yanked', 'hash', 'requires-python', 'c-library', 'abi', 'python', 'platform'];
const MOST_NAMED = 3;

/** Why no wheel of a distribution fits the target: names the nearest ones, and the runtime that would take them. */
export function noMatchingWheel(name: string, refused: readonly Refused[], target: Target): Fault {
  const nearest = nearestFirst(refused, target);
  const version = nearest[0]?.wheel.name.version ?? '';
  return noWheelForTarget({
    name,
    version,
    target: target.label,
    because: nearest[0]?.because,
    nearest: nearest.slice(0, MOST_NAMED).map(({ wheel }) => wheel.name.fileName),
    runtimes: runtimesThatTake(nearest, target),
  });
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

/** The newest release that was refused for another reason than that its author withdrew it. */
export function newestRefused(refused: readonly Refused[], target: Target): PassedOver | undefined {
  const nearest = nearestFirst(
    refused.filter(({ because }) => because !== 'yanked'),
    target,
  );
  const [first] = nearest;
  return first && { version: first.wheel.name.version, because: first.because, refused: nearest };
}

/** Python runtimes on the target's architecture, oldest first, for which one of the wheels fits. */
function runtimesThatTake(refused: readonly Refused[], { architecture, runtime }: Target): string[] {
  const wheels = refused.map(({ wheel }) => wheel);
  return KNOWN_RUNTIMES.filter((other) => other.startsWith('python') && other !== runtime).filter((other) => {
    // Only python3.7 lacks an architecture, and nobody is sent there.
    if (other === 'python3.7') return false;
    const choice = wheelChooser(parseTarget(other, architecture)).choose(wheels, { isPinned: true, hashes: undefined });
    return choice.kind === 'wheel';
  });
}
