import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import type { AskedRequirement } from '../requirements/requirements.ts';
import { evaluateMarker, type Marker } from '../standards/marker.ts';
import type { Metadata } from '../standards/metadata.ts';
import { normalizeName } from '../standards/name.ts';
import type { Requirement } from '../standards/requirement.ts';

/** One distribution of the answer, with what its wheel says. */
export interface KnownDistribution {
  readonly name: string;
  readonly version: string;
  readonly metadata: Metadata;
}

/**
 * Extras that somebody asks for and the chosen version does not have, a sentence each. They bring nothing, as for pip and uv, which
 * warn of them: most are misspelt, or were dropped by a later version. An extra that one wheel asks of another is told as well,
 * unless it is only for one of its own extras.
 */
export function unknownExtras(
  asked: readonly AskedRequirement[],
  distributions: readonly KnownDistribution[],
  target: Target,
): string[] {
  const byName = new Map(distributions.map((one) => [one.name, one]));
  const ofInputs = asked.map(({ requirement, origin }) => ({ requirement, origin }));
  const ofWheels = distributions.flatMap(({ name, version, metadata }) =>
    metadata.requires.map((requirement) => ({ requirement, origin: `${name} ${version}` })),
  );
  const notes = [...ofInputs, ...ofWheels].flatMap(({ requirement, origin }) => {
    const found = byName.get(requirement.name);
    if (found === undefined || requirement.extras.length === 0 || !holds(requirement)) return [];
    const known = extrasOf(found.metadata);
    return requirement.extras
      .filter((extra) => !known.has(extra))
      .map((extra) => sentence(found, extra, [...known].toSorted(), origin));
  });
  return [...new Set(notes)];

  function holds({ marker }: Requirement): boolean {
    return marker === undefined || evaluateMarker(marker, markerEnvironment(target));
  }
}

function sentence({ name, version }: KnownDistribution, extra: string, known: readonly string[], origin: string) {
  const has = known.length === 0 ? 'it has no extras' : `its extras are ${known.join(', ')}`;
  return `${name} ${version} has no extra ${extra}, which ${origin} asks for: ${has}`;
}

/** Those that it says to have, and those that its requirements are about. */
function extrasOf({ extras, requires }: Metadata): ReadonlySet<string> {
  return new Set([...extras, ...requires.flatMap(({ marker }) => (marker === undefined ? [] : extrasIn(marker)))]);
}

function extrasIn(marker: Marker): string[] {
  if (marker.kind !== 'comparison') return [...extrasIn(marker.left), ...extrasIn(marker.right)];
  const sides = [marker.left, marker.right];
  if (!sides.some((side) => side.kind === 'variable' && side.name === 'extra')) return [];
  return sides.flatMap((side) => (side.kind === 'literal' ? [normalizeName(side.value)] : []));
}
