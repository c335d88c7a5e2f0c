import { neighbouringTargets } from '../../python/resolver/neighbouring-targets.ts';
import { nearestFirst } from '../../python/resolver/wheel-advice.ts';
import type { WheelName } from '../../python/standards/wheel-name.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'pure-python-fallback',
  severity: 'warning',
  modes: ['R28'],
  needs: 'resolution',
  summary: 'A package came without its native code, which it has for other targets',
  why: 'Many packages publish wheels with native code for some Pythons, CPUs and C libraries, and one wheel in pure Python for the rest. On a target that is not among the first, every installer takes the last and says nothing. The function then works, but parses, compresses or computes many times slower than on the machine of whoever wrote it, or lacks what only the native code can do.',
  messages: [],
  fix: 'Set `--runtime` or `--arch` to a target that the message names, or ask for a version of the package that has native code for this one. Where speed does not matter, nothing needs to be done.',
  *check({ target, resolution = [] }) {
    const neighbours = neighbouringTargets(target);
    for (const { name, version, wheel, refused = [] } of resolution) {
      if (hasNativeCode(wheel.name)) continue;
      const native = nearestFirst(refused, target).filter((other) => hasNativeCode(other.wheel.name));
      // Wheels for Windows, macOS, Alpine or PyPy alone are of no use on any Lambda runtime, so nothing was missed.
      const [taker] = neighbours.takersOf(native.map((other) => other.wheel));
      if (taker === undefined) continue;
      yield {
        message: `${name} ${version} came in pure Python, although it has native code for ${taker.target.label}`,
      };
    }
  },
});

/** A wheel for one platform; those for `any` hold nothing that is built for a machine. */
function hasNativeCode({ platforms }: WheelName): boolean {
  return !platforms.includes('any');
}
