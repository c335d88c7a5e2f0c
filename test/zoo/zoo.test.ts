import { describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import { sourcesOf } from './specimen.ts';
import { SPECIMENS } from './specimens/index.ts';

/** What is made from bytes and from node_modules alone; `npm run zoo` judges all of them. */
const OFFLINE = SPECIMENS.filter((specimen) => sourcesOf(specimen).size === 0);

describe('broken layers are told as they are', () => {
  test.each(OFFLINE.map((specimen) => [`${specimen.mode} ${specimen.name}`, specimen] as const))(
    '%s',
    async (_, specimen) => {
      const { misses, unexpected, lines } = await judge(specimen);
      expect({ misses, unexpected }, lines.join('\n')).toEqual({ misses: [], unexpected: [] });
    },
  );

  test('each has a name of its own', () => {
    const names = SPECIMENS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
