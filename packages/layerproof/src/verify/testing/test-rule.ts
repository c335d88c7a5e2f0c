import { describe, expect, test } from 'vitest';
import { createLayer } from '../layer.ts';
import type { Rule } from '../rule.ts';
import { imageOf, imageOfShape, type LayerShape, resolutionOf, targetOf } from './layer-of.ts';

export interface RuleCases {
  /** Layers that the rule has nothing to say of. */
  readonly accepts: Readonly<Record<string, LayerShape>>;
  /** Layers with what it says: `path: message`, with the severity in front where it is not the rule's own. */
  readonly reports: Readonly<Record<string, LayerShape & { readonly findings: readonly string[] }>>;
}

/** The test of a rule is a table of layers. */
export function testRule(rule: Rule, { accepts, reports }: RuleCases): void {
  describe(rule.id, () => {
    test.each(Object.entries(accepts))('accepts %s', async (_, shape) => {
      expect(await findingsOf(rule, shape)).toEqual([]);
    });
    test.each(Object.entries(reports))('reports %s', async (_, shape) => {
      expect(await findingsOf(rule, shape)).toEqual(shape.findings);
    });
  });
}

async function findingsOf(rule: Rule, shape: LayerShape): Promise<string[]> {
  const layer = createLayer(imageOfShape(shape), targetOf(shape), {
    resolution: await resolutionOf(shape),
    manifests: shape.manifests,
    unzippedElsewhere: shape.unzippedElsewhere,
    function: shape.function === undefined ? undefined : imageOf(shape.function).entries,
  });
  return Array.from(rule.check(layer), ({ path, message, severity }) => {
    return `${severity === undefined ? '' : `${severity} `}${path === undefined ? '' : `${path}: `}${message}`;
  });
}
