import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../target/target.ts';
import type { AskedRequirement } from '../requirements/requirements-file.ts';
import { parseRequirement } from '../standards/requirement.ts';
import { type Release, tableIndex, type Universe } from '../testing/table-index.ts';
import type { ResolvedPackage } from './resolution.ts';
import { resolve } from './resolver.ts';

// What version is taken, and how a failure is told, is in scenarios.test.ts. Here: what an answer says, and what a search costs.

const target = parseTarget('python3.9', 'x86_64');

function asks(lines: readonly string[]): AskedRequirement[] {
  return lines.map((line, at) => ({ requirement: parseRequirement(line), origin: `line ${at + 1}`, hashes: [] }));
}

async function answerOf(universe: Universe, lines: readonly string[]): Promise<Map<string, ResolvedPackage>> {
  const packages = await resolve({ target, requirements: asks(lines) }, tableIndex(universe));
  return new Map(packages.map((found) => [found.name, found]));
}

describe('an answer', () => {
  const universe: Universe = {
    a: {
      '1': {
        requires: ['b', 'c; extra == "m"', 'd; sys_platform == "win32"', 'a[n]; extra == "m"', 'e; extra == "n"'],
      },
    },
    b: { '1': {} },
    c: { '1': {} },
    e: { '1': {} },
  };

  test('says what each package asks for in the target, with the extras that are wanted', async () => {
    const found = await answerOf(universe, ['a[m]']);
    expect(found.get('a')?.requires).toEqual(['b', 'c', 'e']);
    expect((await answerOf(universe, ['a'])).get('a')?.requires).toEqual(['b']);
  });

  test('tells what an input names from what only a package asks for', async () => {
    const found = await answerOf(universe, ['a', 'b']);
    expect([...found.values()].map(({ name, isAsked }) => [name, isAsked])).toEqual([
      ['a', true],
      ['b', true],
    ]);
    expect((await answerOf(universe, ['a'])).get('b')?.isAsked).toBe(false);
  });

  test('names the newest version that was passed over for lack of a wheel', async () => {
    const tags = ['cp312-cp312-manylinux_2_28_x86_64'];
    const versions = { '1': {}, '2': { tags }, '3': { tags }, '3rc1': { tags }, '4': { tags: [] } };
    const passedOver = async (ask: string) => (await answerOf({ a: versions }, [ask])).get('a')?.passedOver;
    expect(await passedOver('a<4')).toMatchObject({ version: '3', because: 'python' });
    expect(await passedOver('a')).toMatchObject({ version: '4', because: 'source' });
    expect((await passedOver('a<3'))?.version).toBe('2');
    expect(await passedOver('a<2')).toBeUndefined();
  });
});

describe('a search', () => {
  const versions = (count: number, release: (number: number) => Release) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at + 1}`, release(at + 1)]));

  test('asks for the metadata of what it takes, and of nothing else, when nothing disagrees', async () => {
    const index = tableIndex({
      a: versions(50, () => ({ requires: ['b', 'c>=20'] })),
      b: versions(50, () => ({ requires: ['c'] })),
      c: versions(50, () => ({})),
    });
    await resolve({ target, requirements: asks(['a']) }, index);
    expect([...new Set(index.asked)].toSorted()).toEqual(['a 50', 'b 50', 'c 50']);
  });

  test('learns: thirty packages with fifty versions each, of which only the oldest go together with a pin', async () => {
    const universe: Record<string, Universe[string]> = { base: versions(50, () => ({})) };
    const names = Array.from({ length: 30 }, (_, at) => `p${at}`);
    for (const name of names) universe[name] = versions(50, (number) => ({ requires: [`base==${number}`] }));
    universe['last'] = { '1': { requires: ['base==1'] } };
    const index = tableIndex(universe);
    const found = await resolve({ target, requirements: asks([...names, 'last']) }, index);
    expect(found.map(({ version }) => version)).toEqual(found.map(() => '1'));
    // Each version is looked at once at most; a search that forgets would look at them again and again.
    expect(new Set(index.asked).size).toBeLessThanOrEqual(30 * 50 + 51);
  });

  test('ends on a puzzle that has no solution: six pigeons, five holes', async () => {
    const universe: Record<string, Universe[string]> = {};
    for (let hole = 1; hole <= 5; hole++) universe[`hole${hole}`] = versions(6, () => ({}));
    for (let pigeon = 1; pigeon <= 6; pigeon++) {
      universe[`pigeon${pigeon}`] = versions(5, (hole) => ({ requires: [`hole${hole}==${pigeon}`] }));
    }
    const lines = Array.from({ length: 6 }, (_, at) => `pigeon${at + 1}`);
    await expect(answerOf(universe, lines)).rejects.toMatchObject({ code: 'conflicting-requirements' });
  });
});
