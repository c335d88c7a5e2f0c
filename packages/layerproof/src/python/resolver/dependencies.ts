import { evaluateMarker, type Marker, type MarkerEnvironment } from '../standards/marker.ts';
import type { BrokenRequirement, Metadata } from '../standards/metadata.ts';
import type { Requirement } from '../standards/requirement.ts';

/** What a version asks for in the target, and the lines of which nobody can tell. */
export interface Dependencies {
  readonly requires: readonly Requirement[];
  readonly broken: readonly BrokenRequirement[];
}

/**
 * What a distribution asks for; or, with an extra, what that alone adds. A line without a readable marker always counts, and only
 * for the distribution itself.
 */
export function dependenciesOf(
  metadata: Metadata,
  environment: MarkerEnvironment,
  extra: string | undefined,
): Dependencies {
  const isAdded = ({ marker }: { readonly marker: Marker | undefined }) => {
    const holdsWithout = marker === undefined || evaluateMarker(marker, environment);
    if (extra === undefined) return holdsWithout;
    return !holdsWithout && marker !== undefined && evaluateMarker(marker, environment, [extra]);
  };
  return { requires: metadata.requires.filter(isAdded), broken: metadata.broken.filter(isAdded) };
}
