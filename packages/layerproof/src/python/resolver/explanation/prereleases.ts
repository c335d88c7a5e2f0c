import { isInSpecifier } from '../../standards/specifier.ts';
import { isPrerelease } from '../../standards/version.ts';
import type { Candidates } from '../candidates.ts';
import type { Known } from '../fact.ts';
import { type Asked, asksOf, factsOf } from './asks.ts';

/**
 * Distributions of which only pre-releases would suit all who take part in a failure: as PEP 440 has it, these may be taken then,
 * although each of the ranges alone has final versions in it.
 */
export function prereleasesNeeded(proof: Known): string[] {
  return asksOf(factsOf(proof)).flatMap((asked) => {
    const candidates = asked.askers[0]?.wishes[0]?.asked.candidates;
    if (candidates === undefined || !asked.left.isEmpty || heldBackThatSuits(asked, candidates) === undefined)
      return [];
    const others = [...candidates.unusable.map(({ version }) => version), ...candidates.sourceVersions];
    const hasFinal = others.some((version) => !isPrerelease(version) && suitsAll(asked, version));
    return hasFinal ? [] : [asked.name];
  });
}

/** The newest pre-release that suits all who ask, and that was not taken for being one. */
export function heldBackThatSuits(asked: Asked, candidates: Candidates): string | undefined {
  return candidates.usable.findLast((one) => candidates.isHeldBack(one) && suitsAll(asked, one.version))?.version;
}

/** True when the version lies in a range of every asker. */
export function suitsAll({ askers }: Asked, version: string): boolean {
  return askers.every(({ wishes }) =>
    wishes.some(({ requirement: { url, specifier } }) => url === undefined && isInSpecifier(version, specifier)),
  );
}
