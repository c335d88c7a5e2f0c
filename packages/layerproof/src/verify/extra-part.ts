import { evaluateMarker } from '../python/standards/marker.ts';
import { normalizeName } from '../python/standards/name.ts';
import { markerEnvironment } from '../target/marker-environment.ts';
import type { Layer } from './layer.ts';
import { readRecords } from './record.ts';

/**
 * The extra that a module is named after and that nobody asked for, e.g. `ocsp` of redis for `redis.ocsp`: something that it brings is
 * nowhere. Undefined for every other module. It tells of a file that cannot be read any more what its imports would have told.
 */
export function extraPart(layer: Layer, path: string): string | undefined {
  const stem = normalizeName(/([^/.]+)(?:\/__init__)?\.[^/]*$/.exec(path)?.[1] ?? '');
  const record = readRecords(layer).find(({ lines }) => lines.some((line) => line.path === path));
  const { metadata, name } = record?.distribution ?? {};
  if (stem === '' || metadata === undefined) return undefined;
  const present = new Set(layer.distributions.map((distribution) => distribution.name));
  const isThere = (wanted: string) => present.has(wanted) || layer.target.facts.preinstalled.has(wanted);
  const environment = markerEnvironment(layer.target);
  const isLacking = metadata.requires.some(
    ({ name: wanted, marker }) =>
      marker !== undefined &&
      !isThere(wanted) &&
      !evaluateMarker(marker, environment) &&
      evaluateMarker(marker, environment, [stem]),
  );
  return isLacking ? `it is of the extra ${stem} of ${name}, which is not in the layer` : undefined;
}
