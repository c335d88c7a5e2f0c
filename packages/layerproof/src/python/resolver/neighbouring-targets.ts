import { type Architecture, KNOWN_RUNTIMES, parseTarget, type Target } from '../../target/target.ts';
import type { WheelFile } from '../index/index-file.ts';
import { type WheelChooser, wheelChooser } from './wheel-choice.ts';

/** A target and the wheel that it would take. */
export interface Taker {
  readonly target: Target;
  readonly wheel: WheelFile;
}

/** The other Lambda targets, and what they would take. */
export interface NeighbouringTargets {
  /** Those for which one of the wheels of a release fits, the nearest first. */
  takersOf(wheels: readonly WheelFile[]): readonly Taker[];
}

const ARCHITECTURES: readonly Architecture[] = ['x86_64', 'arm64'];
/** Nobody is sent to a runtime that has been closed for years, which knows one architecture only. */
const NEVER_NAMED: ReadonlySet<string> = new Set(['python3.7']);
/** The other CPU is nearer than the next Python, which takes a change of the function's code as well. */
const OTHER_CPU = 0.5;
/** Of two Pythons as far away, the newer one is better. */
const OLDER = 0.25;

/** The Python runtimes on both architectures, without the target itself. Their choosers are made once. */
export function neighbouringTargets(target: Target): NeighbouringTargets {
  let choosers: readonly (readonly [Target, WheelChooser])[] | undefined;
  return {
    takersOf(wheels) {
      choosers ??= neighboursOf(target).map((neighbour) => [neighbour, wheelChooser(neighbour)]);
      return choosers.flatMap(([neighbour, chooser]) => {
        const choice = chooser.choose(wheels, { isPinned: true, hashes: undefined });
        return choice.kind === 'wheel' ? [{ target: neighbour, wheel: choice.wheel }] : [];
      });
    },
  };
}

function neighboursOf(target: Target): Target[] {
  const distance = (other: Target) => {
    const away = minorOf(other) - minorOf(target);
    const isOtherCpu = other.architecture !== target.architecture;
    return Math.abs(away) + (away < 0 ? OLDER : 0) + (isOtherCpu ? OTHER_CPU : 0);
  };
  return KNOWN_RUNTIMES.filter((runtime) => runtime.startsWith('python') && !NEVER_NAMED.has(runtime))
    .flatMap((runtime) => ARCHITECTURES.map((architecture) => parseTarget(runtime, architecture)))
    .filter(({ label }) => label !== target.label)
    .toSorted((a, b) => distance(a) - distance(b));
}

function minorOf({ facts }: Target): number {
  return Number(facts.python?.version.split('.')[1] ?? 0);
}
