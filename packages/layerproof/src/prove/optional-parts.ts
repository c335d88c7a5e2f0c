import type { Image } from '../image/entry.ts';
import { evaluateMarker, type Marker } from '../python/standards/marker.ts';
import { parseMetadata } from '../python/standards/metadata.ts';
import { normalizeName } from '../python/standards/name.ts';
import { markerEnvironment } from '../target/marker-environment.ts';
import type { Target } from '../target/target.ts';

/**
 * What the packages of a layer need for their extras alone, by normalized name: `adbc-driver-manager` to
 * `the extra all of duckdb`. A part of a package that asks for one of these, which nobody asked for, is no failure of the layer.
 */
export function optionalParts({ entries }: Image, target: Target): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  if (target.facts.python === undefined) return parts;
  const environment = markerEnvironment(target);
  for (const { path, read } of entries) {
    if (!path.endsWith('.dist-info/METADATA')) continue;
    const { name, requires } = parseMetadata(new TextDecoder().decode(read()));
    for (const { name: needed, marker } of requires) {
      const [extra] = marker === undefined || evaluateMarker(marker, environment) ? [] : extrasIn(marker);
      if (extra !== undefined) parts.set(normalizeName(needed), `the extra ${extra} of ${normalizeName(name)}`);
    }
  }
  return parts;
}

function extrasIn(marker: Marker): string[] {
  if (marker.kind !== 'comparison') return [...extrasIn(marker.left), ...extrasIn(marker.right)];
  const { left, right } = marker;
  const isExtra = [left, right].some((operand) => operand.kind === 'variable' && operand.name === 'extra');
  return isExtra ? [left, right].flatMap((operand) => (operand.kind === 'literal' ? [operand.value] : [])) : [];
}
