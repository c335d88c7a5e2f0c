import { neighbouringTargets } from '../../python/resolver/neighbouring-targets.ts';
import type { PassedOver } from '../../python/resolver/resolution.ts';
import { misfitInWords } from '../../python/resolver/wheel-advice.ts';
import type { Target } from '../../target/target.ts';
import { defineRule, type Place } from '../rule.ts';

export default defineRule({
  id: 'older-version-taken',
  severity: 'warning',
  modes: ['R30'],
  needs: 'resolution',
  summary: 'An older version was taken, as newer ones have no wheel for the target',
  why: "A package's newer versions may be built for other Pythons, CPUs or newer C libraries alone. Every installer then goes back, without a word, to the last version that fits, which may be years old, with other behaviour than on the machine of whoever wrote the function, and without security fixes since. It is a note where the author has declared which Pythons a version is for, where only a patch release is lost, and where no Lambda runtime would take the newer version.",
  messages: [],
  fix: 'Set `--runtime` or `--arch` to a target that the message names to get the newer version. To stay with the older one, pin it, so that it is a decision.',
  *check({ target, resolution = [] }) {
    const neighbours = neighbouringTargets(target);
    const lastForPython: string[] = [];
    for (const { name, version, passedOver } of resolution) {
      if (passedOver === undefined) continue;
      const { version: newer, because, refused } = passedOver;
      if (because === 'requires-python') {
        lastForPython.push(`${name} ${version} (${newer} needs ${refused[0]?.wheel.requiresPython ?? 'another one'})`);
      } else {
        const [taker] = neighbours.takersOf(refused.map(({ wheel }) => wheel));
        yield placeOf(`took ${name} ${version}`, version, passedOver, target, taker?.target);
      }
    }
    if (lastForPython.length > 0) yield lastOnes(lastForPython, target);
  },
});

/** Many packages end the support of a Python; on an old runtime that is one piece of news, and not dozens. */
const MOST_NAMED = 8;

function lastOnes(packages: readonly string[], { facts }: Target): Place {
  const named = packages.slice(0, MOST_NAMED);
  const rest = packages.length - named.length;
  const more = rest === 0 ? '' : ` and ${rest} more`;
  return {
    severity: 'note',
    message: `newer versions are for other Pythons than ${facts.python?.version}: took ${named.join(', ')}${more}`,
  };
}

function placeOf(
  took: string,
  version: string,
  { version: newer, because, refused: [nearest] }: PassedOver,
  target: Target,
  taker: Target | undefined,
): Place {
  const reason = nearest === undefined ? '' : `: ${misfitInWords(nearest, target)}`;
  const lack = because === 'source' ? 'comes as a source archive only' : `has no wheel for ${target.label}${reason}`;
  const elsewhere = taker === undefined ? '' : `; ${taker.label} takes it`;
  const message = `${took}, as ${newer} ${lack}${elsewhere}`;
  const isForNobody = because !== 'source' && taker === undefined;
  return isForNobody || isPatchOf(version, newer) ? { message, severity: 'note' } : { message };
}

/** True for versions that differ from the third number on: by a patch release, as most count them. */
function isPatchOf(older: string, newer: string): boolean {
  const [a, b] = [older, newer].map((version) => version.split('.').slice(0, 2).join('.'));
  return a === b && older.split('.').length > 2;
}
