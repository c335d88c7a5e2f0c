import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../target/target.ts';
import { createLayer } from '../layer.ts';
import rule from './too-many-layers.ts';

function findingsOf(layers: number): string[] {
  const layer = createLayer({ entries: [], close() {} }, parseTarget('python3.13', 'x86_64'), { layers });
  return Array.from(rule.check(layer), ({ message }) => message);
}

describe(rule.id, () => {
  test('accepts five', () => expect(findingsOf(5)).toEqual([]));

  test('reports six', () => expect(findingsOf(6)).toEqual(['6 layers are given, but a function takes 5']));
});
