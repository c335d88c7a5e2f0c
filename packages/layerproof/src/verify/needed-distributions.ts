import { evaluateMarker } from '../python/standards/marker.ts';
import type { Requirement } from '../python/standards/requirement.ts';
import { type MarkerEnvironment, markerEnvironment } from '../target/marker-environment.ts';
import type { Distribution } from './distribution.ts';
import type { Layer } from './layer.ts';

/** One thing that a distribution of the layer needs in the target. */
export interface Need {
  readonly distribution: Distribution;
  readonly requirement: Requirement;
}

const known = new WeakMap<Layer, readonly Need[]>();

/** What the distributions that `import` finds say that they need in the target, with the extras that others ask of them. */
export function neededDistributions(layer: Layer): readonly Need[] {
  const found = known.get(layer) ?? findNeeds(layer);
  known.set(layer, found);
  return found;
}

function findNeeds(layer: Layer): Need[] {
  if (layer.target.facts.python === undefined) return [];
  const environment = markerEnvironment(layer.target);
  const found = searchedDistributions(layer);
  const extras = wantedExtras(found, environment);
  return [...found.values()].flatMap((distribution) =>
    needsOf(distribution, environment, extras.get(distribution.name)).map((requirement) => ({
      distribution,
      requirement,
    })),
  );
}

/** Distributions that `import` would find, by name; of two, the one in the folder that is searched first. */
export function searchedDistributions({ distributions, target }: Layer): Map<string, Distribution> {
  const found = new Map<string, Distribution>();
  for (const folder of target.facts.layerFolders) {
    for (const distribution of distributions) {
      if (distribution.root === folder && !found.has(distribution.name)) found.set(distribution.name, distribution);
    }
  }
  return found;
}

function needsOf(
  { metadata }: Distribution,
  environment: MarkerEnvironment,
  extras: ReadonlySet<string> = new Set(),
): Requirement[] {
  return (metadata?.requires ?? []).filter(({ marker }) => {
    if (marker === undefined || evaluateMarker(marker, environment)) return true;
    return extras.size > 0 && evaluateMarker(marker, environment, [...extras]);
  });
}

/** Extras that others in the layer ask of each distribution; repeated, since an extra may bring requirements with extras. */
function wantedExtras(
  found: ReadonlyMap<string, Distribution>,
  environment: MarkerEnvironment,
): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  for (let changed = true; changed;) {
    changed = false;
    for (const distribution of found.values()) {
      for (const { name, extras } of needsOf(distribution, environment, wanted.get(distribution.name))) {
        const asked = wanted.get(name) ?? new Set();
        const before = asked.size;
        for (const extra of extras) asked.add(extra);
        wanted.set(name, asked);
        changed ||= asked.size > before;
      }
    }
  }
  return wanted;
}
