import { Fault, formatFault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../target/target.ts';
import { parseRequirement } from '../standards/requirement.ts';
import type { AskedRequirement } from '../requirements/requirements-file.ts';
import { resolve } from './resolver.ts';
import { type Universe, tableIndex } from '../testing/table-index.ts';

interface Scenario {
  readonly universe: Universe;
  readonly ask: readonly string[];
  readonly constrain?: readonly string[];
  readonly prereleases?: boolean;
  readonly runtime?: string;
  /** The answer, or the start of the message. */
  readonly expected: readonly string[] | string;
}

const asked = (file: string, lines: readonly string[]): AskedRequirement[] =>
  lines.map((line, index) => ({
    requirement: parseRequirement(line),
    origin: `${file} line ${index + 1}`,
    hashes: [],
  }));

async function answer({ universe, ask, constrain = [], prereleases = false, runtime = 'python3.9' }: Scenario) {
  const request = {
    target: parseTarget(runtime, 'x86_64'),
    requirements: asked('requirements.txt', ask),
    constraints: asked('constraints.txt', constrain),
    prereleases,
  };
  try {
    return (await resolve(request, tableIndex(universe))).map(({ name, version }) => `${name} ${version}`);
  } catch (error) {
    if (error instanceof Fault) return formatFault(error);
    throw error;
  }
}

const NATIVE = 'cp39-cp39-manylinux_2_17_x86_64';

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'the newest version of everything, and what it needs': {
    universe: {
      requests: { '2.30': {}, '2.31': { requires: ['urllib3>=1.21', 'idna'] } },
      urllib3: { '1.20': {}, '1.26': {}, '2.0': {} },
      idna: { '3.9': {}, '3.10': {} },
    },
    ask: ['requests'],
    expected: ['idna 3.10', 'requests 2.31', 'urllib3 2.0'],
  },
  'a range from above counts, wherever it stands': {
    universe: { a: { '1': { requires: ['b'] } }, b: { '1': {}, '2': {} } },
    ask: ['a', 'b<2'],
    expected: ['a 1', 'b 1'],
  },
  'a constraint narrows, and asks for nothing': {
    universe: { a: { '1': {}, '2': {} }, b: { '1': {} } },
    ask: ['a'],
    constrain: ['a<2', 'b==1'],
    expected: ['a 1'],
  },
  'markers are those of the target': {
    universe: {
      a: {
        '1': {
          requires: [
            'win; sys_platform == "win32"',
            'old; python_version < "3.10"',
            'arm; platform_machine == "aarch64"',
          ],
        },
      },
      win: { '1': {} },
      old: { '1': {} },
      arm: { '1': {} },
    },
    ask: ['a'],
    expected: ['a 1', 'old 1'],
  },
  'extras bring their own, also when the package was chosen without': {
    universe: {
      a: { '1': { requires: ['b', 'x; extra == "more"'] } },
      b: { '1': { requires: ['a[more]'] } },
      x: { '1': {} },
    },
    ask: ['a'],
    expected: ['a 1', 'b 1', 'x 1'],
  },
  'an extra of an extra of the same package': {
    universe: { a: { '1': { requires: ['a[b]; extra == "all"', 'x; extra == "b"'] } }, x: { '1': {} } },
    ask: ['a[all]'],
    expected: ['a 1', 'x 1'],
  },
  'goes back on a version that needs what another forbids': {
    universe: {
      a: { '1': { requires: ['c<2'] }, '2': { requires: ['c>=2'] } },
      b: { '1': { requires: ['c<2'] } },
      c: { '1': {}, '2': {} },
    },
    ask: ['a', 'b'],
    expected: ['a 1', 'b 1', 'c 1'],
  },
  'goes back over packages that have nothing to do with it': {
    universe: {
      a: { '1': { requires: ['d<2'] }, '2': { requires: ['d<2'] }, '3': { requires: ['d>=2'] } },
      b: { '1': {}, '2': {}, '3': {} },
      c: { '1': { requires: ['d<2'] } },
      d: { '1': {}, '2': {} },
    },
    ask: ['a', 'b', 'c'],
    expected: ['a 2', 'b 3', 'c 1', 'd 1'],
  },
  'packages that need each other': {
    universe: { a: { '1': { requires: ['b'] } }, b: { '1': { requires: ['a'] } } },
    ask: ['a'],
    expected: ['a 1', 'b 1'],
  },
  'no pre-release unless somebody asks': {
    universe: { a: { '1': {}, '2rc1': {} }, b: { '1': {}, '2rc1': {} }, c: { '1a1': {} } },
    ask: ['a', 'b>=2rc1', 'c'],
    expected: ['a 1', 'b 2rc1', 'c 1a1'],
  },
  'pre-releases of all with --pre': {
    universe: { a: { '1': {}, '2rc1': {} } },
    ask: ['a'],
    prereleases: true,
    expected: ['a 2rc1'],
  },
  'an older version when the newest has no wheel for the target': {
    universe: { a: { '1': { tags: [NATIVE] }, '2': { tags: ['cp312-cp312-manylinux_2_28_x86_64'] } } },
    ask: ['a'],
    expected: ['a 1'],
  },
  'Requires-Python of the target': {
    universe: { a: { '1': { requiresPython: '>=3.7' }, '2': { requiresPython: '>=3.10' } } },
    ask: ['a'],
    expected: ['a 1'],
  },
  'a yanked version only when it is pinned': {
    universe: { a: { '1': {}, '2': { yanked: 'broken' } }, b: { '1': {}, '2': { yanked: '' } } },
    ask: ['a', 'b==2'],
    expected: ['a 1', 'b 2'],
  },
  'a direct address is the one version there is': {
    universe: { a: { '1': {}, '2': {} }, b: { '1': { requires: ['a>=1'] } } },
    ask: ['a @ https://elsewhere.example/a-1-py3-none-any.whl', 'b'],
    expected: ['a 1', 'b 1'],
  },
};

describe('resolve', () => {
  test.each(Object.entries(SCENARIOS))('%s', async (_, scenario) => {
    expect(await answer(scenario)).toEqual(scenario.expected);
  });

  test('thirty packages with fifty versions each, of which only the oldest go together, within the step limit', async () => {
    const versions = Array.from({ length: 50 }, (_, index) => `${index + 1}`);
    const universe: Record<string, Record<string, { requires: string[] }>> = { base: {} };
    for (const version of versions) (universe['base'] ??= {})[version] = { requires: [] };
    for (let number = 0; number < 30; number++) {
      universe[`p${number}`] = Object.fromEntries(
        versions.map((version) => [version, { requires: [`base<=${version}`] }]),
      );
    }
    universe['last'] = { '1': { requires: ['base==1'] } };
    const found = await answer({
      universe,
      ask: Object.keys(universe).filter((name) => name !== 'base'),
      expected: [],
    });
    expect(found).toContain('base 1');
    expect(found).toContain('p0 50');
  });
});

describe('when there is no answer, it says who asked for what, what there is and what to change', () => {
  const says = (scenario: Omit<Scenario, 'expected'>) => answer({ ...scenario, expected: '' });

  test('two that disagree', async () => {
    expect(
      await says({
        universe: { a: { '1': { requires: ['c<2'] } }, b: { '3': { requires: ['c>=2'] } }, c: { '1': {}, '2': {} } },
        ask: ['a', 'b'],
      }),
    ).toMatchInlineSnapshot(`
      "error[conflicting-requirements]: No version of c suits all: a 1 asks for <2; b 3 asks for >=2 (requirements.txt line 1 asks for a; requirements.txt line 2 asks for b)

      hint: Loosen one of them, or ask for another version of a or b. The newest versions are 2 and 1."
    `);
  });

  test('a name that no index has', async () => {
    expect(await says({ universe: { a: { '1': { requires: ['reqests'] } } }, ask: ['a'] })).toMatchInlineSnapshot(`
      "error[unknown-distribution]: None of https://index.example/simple/ has a distribution reqests (asked for by a 1)

      hint: Correct the name, or name the index that has it with \`--extra-index-url\` in the requirements file."
    `);
  });

  test('a version that does not exist', async () => {
    expect(await says({ universe: { a: { '1': {}, '2': {} } }, ask: ['a==3'] })).toMatchInlineSnapshot(`
      "error[no-matching-version]: a has no version with wheels that suits \`a==3\` (asked for by requirements.txt line 1)

      hint: Its newest versions with wheels are 2 and 1."
    `);
  });

  test('source archives only', async () => {
    expect(await says({ universe: { a: { '1': { tags: [] } } }, ask: ['a'] })).toMatchInlineSnapshot(`
      "error[no-matching-version]: a has no version with wheels that suits \`a\` (asked for by requirements.txt line 1)

      hint: Version 1 comes as a source archive only, and layerproof runs no package code. Ask for a version with wheels, or build a wheel once and add it with \`--find-links\`."
    `);
  });

  test('no wheel for the target: names the nearest ones, and the runtime that takes one', async () => {
    const tags = ['cp312-cp312-manylinux_2_28_x86_64', 'cp312-cp312-macosx_11_0_arm64', 'cp312-cp312-win_amd64'];
    expect(await says({ universe: { numpy: { '2.5.0': { tags } } }, ask: ['numpy==2.5.0'] })).toMatchInlineSnapshot(`
      "error[no-matching-wheel]: numpy 2.5.0 has no wheel for python3.9/x86_64: its wheels are for other Pythons

      hint: The nearest wheels are numpy-2.5.0-cp312-cp312-manylinux_2_28_x86_64.whl, numpy-2.5.0-cp312-cp312-macosx_11_0_arm64.whl and numpy-2.5.0-cp312-cp312-win_amd64.whl. With \`--runtime python3.12\` one fits. Ask for another version, or add a wheel of your own with \`--find-links\`."
    `);
  });

  test('a newer C library than the runtime has', async () => {
    const tags = ['cp39-cp39-manylinux_2_28_x86_64', 'cp39-cp39-musllinux_1_2_x86_64'];
    expect(await says({ universe: { a: { '1': { tags } } }, ask: ['a'] })).toMatchInlineSnapshot(`
      "error[no-matching-wheel]: a 1 has no wheel for python3.9/x86_64: its wheels need a newer or another C library

      hint: The nearest wheels are a-1-cp39-cp39-manylinux_2_28_x86_64.whl and a-1-cp39-cp39-musllinux_1_2_x86_64.whl. Ask for another version, or add a wheel of your own with \`--find-links\`."
    `);
  });

  test('hashes for some and not for all', async () => {
    const requirements = [
      ...asked('requirements.txt', ['b']),
      { ...asked('requirements.txt', ['a'])[0], hashes: ['00'] },
    ] as AskedRequirement[];
    const index = tableIndex({ a: { '1': {} }, b: { '1': {} } });
    await expect(resolve({ target: parseTarget('python3.9', 'x86_64'), requirements }, index)).rejects.toThrow(
      'Every requirement must have a hash, but b (asked for by requirements.txt line 1) has none',
    );
  });
});
