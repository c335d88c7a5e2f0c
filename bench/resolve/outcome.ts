import { normalizeName } from '../../packages/layerproof/src/python/standards/name.ts';
import { normalizeVersion } from '../../packages/layerproof/src/python/standards/version.ts';

/** Versions by the normalized names of their distributions. */
export type Pins = ReadonlyMap<string, string>;

/** What a resolver makes of one distribution. */
export type Outcome =
  | { readonly kind: 'pins'; readonly pins: Pins }
  | { readonly kind: 'refused'; readonly reason: string };

/** Reads lines such as `requests==2.32.4`. */
export function normalPins(text: string): Pins {
  const pins = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, name, version] = /^([\w.-]+)(?:\[[^\]]*\])?==(\S+)/.exec(line) ?? [];
    if (name !== undefined && version !== undefined)
      pins.set(normalizeName(name), normalizeVersion(version) ?? version);
  }
  return pins;
}
