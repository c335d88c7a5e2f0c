import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../target/target.ts';
import { wheelFile } from '../testing/table-index.ts';
import { releasesOf, takesPython, wheelChooser } from './wheel-choice.ts';
import { parseWheelName, readWheelName } from '../standards/wheel-name.ts';

describe('parseWheelName', () => {
  test('reads every part', () => {
    expect(parseWheelName('Pillow-9.5.0-1abc-cp39-cp39-manylinux_2_17_x86_64.manylinux2014_x86_64.whl')).toEqual({
      fileName: 'Pillow-9.5.0-1abc-cp39-cp39-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
      distribution: 'pillow',
      version: '9.5.0',
      build: [1, 'abc'],
      pythons: ['cp39'],
      abis: ['cp39'],
      platforms: ['manylinux_2_17_x86_64', 'manylinux2014_x86_64'],
      tags: ['cp39-cp39-manylinux_2_17_x86_64', 'cp39-cp39-manylinux2014_x86_64'],
    });
    expect(parseWheelName('zope.interface-6.0_1-py2.py3-none-any.whl')).toMatchObject({
      distribution: 'zope-interface',
      version: '6.0.post1',
      build: [0, ''],
      tags: ['py2-none-any', 'py3-none-any'],
    });
  });

  test.each(['requests-2.31.0.tar.gz', 'requests-2.31.0-py3-none.whl', 'requests-new-py3-none-any.whl', 'a.whl', ''])(
    '%s is no wheel',
    (name) => {
      expect(readWheelName(name)).toBeUndefined();
      expect(() => parseWheelName(name)).toThrow('is not the file name of a wheel');
    },
  );
});

describe('wheelChooser', () => {
  const choose = (runtime: string, architecture: string, tags: readonly string[], rules = {}) => {
    const wheels = tags.map((tag) => wheelFile(`a-1-${tag}.whl`, {}));
    const chooser = wheelChooser(parseTarget(runtime, architecture));
    const choice = chooser.choose(wheels, { isPinned: false, hashes: undefined, ...rules });
    return choice.kind === 'wheel'
      ? choice.wheel.name.fileName.slice('a-1-'.length, -'.whl'.length)
      : choice.refused.map(({ because }) => because);
  };

  test.each([
    [
      'the newest C library that the runtime has, before older ones',
      ['cp39-cp39-manylinux_2_17_x86_64', 'cp39-cp39-manylinux_2_24_x86_64', 'cp39-cp39-manylinux_2_28_x86_64'],
      'cp39-cp39-manylinux_2_24_x86_64',
    ],
    [
      'its own ABI before the stable one',
      ['cp37-abi3-manylinux2014_x86_64', 'cp39-cp39-manylinux1_x86_64'],
      'cp39-cp39-manylinux1_x86_64',
    ],
    [
      'the stable ABI of an older Python',
      ['cp37-abi3-manylinux2014_x86_64', 'py3-none-any'],
      'cp37-abi3-manylinux2014_x86_64',
    ],
    [
      'pure Python when there is nothing else',
      ['cp310-cp310-manylinux2014_x86_64', 'py2.py3-none-any'],
      'py2.py3-none-any',
    ],
    [
      'plain linux after all of manylinux, whoever offers it',
      ['cp39-cp39-linux_x86_64', 'cp39-cp39-manylinux1_x86_64', 'cp39-cp39-musllinux_1_2_x86_64'],
      'cp39-cp39-manylinux1_x86_64',
    ],
    ['plain linux before pure Python', ['cp39-cp39-linux_x86_64', 'py3-none-any'], 'cp39-cp39-linux_x86_64'],
    [
      'the stable ABI from its oldest Python on, never a newer one',
      ['cp310-abi3-manylinux1_x86_64', 'cp38-abi3-manylinux1_x86_64', 'cp36-abi3-manylinux1_x86_64'],
      'cp38-abi3-manylinux1_x86_64',
    ],
    [
      'a wheel for both stable ABIs by the one that it has',
      ['cp39-abi3.abi3t-manylinux1_x86_64', 'py3-none-any'],
      'cp39-abi3.abi3t-manylinux1_x86_64',
    ],
    [
      'never free-threaded Python',
      ['cp39-cp39t-manylinux1_x86_64', 'cp39-abi3t-manylinux1_x86_64', 'py3-none-any'],
      'py3-none-any',
    ],
    ['the higher build number', ['1-py3-none-any', '10-py3-none-any', '9z-py3-none-any'], '10-py3-none-any'],
  ])('takes %s', (_, tags, expected) => {
    expect(choose('python3.9', 'x86_64', tags)).toBe(expected);
    expect(choose('python3.9', 'x86_64', tags.toReversed())).toBe(expected);
  });

  test('takes 2_28 on Amazon Linux 2023, and the arm64 wheel on arm64', () => {
    const tags = ['cp312-cp312-manylinux_2_28_x86_64', 'cp312-cp312-manylinux_2_28_aarch64'];
    expect(choose('python3.12', 'x86_64', tags)).toBe('cp312-cp312-manylinux_2_28_x86_64');
    expect(choose('python3.12', 'arm64', tags)).toBe('cp312-cp312-manylinux_2_28_aarch64');
  });

  test('says why a wheel is none', () => {
    const reasons = [
      ['cp39-cp39-macosx_11_0_arm64', 'platform'],
      ['cp39-cp39-win_amd64', 'platform'],
      ['cp39-cp39-manylinux_2_17_aarch64', 'platform'],
      ['cp39-cp39-manylinux_2_28_x86_64', 'c-library'],
      ['cp39-cp39-musllinux_1_1_x86_64', 'platform'],
      ['cp38-cp38-manylinux_2_17_x86_64', 'python'],
      ['cp38-abi3-manylinux_2_28_x86_64', 'c-library'],
      ['cp310-cp310-manylinux_2_28_x86_64', 'python'],
      ['cp39-abi3t-manylinux_2_17_x86_64', 'abi'],
      ['py2-none-any', 'python'],
      ['cp310-cp310-manylinux_2_17_x86_64', 'python'],
      ['cp313-abi3-manylinux_2_17_x86_64', 'python'],
      ['cp39-cp39d-manylinux_2_17_x86_64', 'abi'],
    ];
    for (const [tag = '', because] of reasons)
      expect([tag, choose('python3.9', 'x86_64', [tag])]).toEqual([tag, [because]]);
    expect(choose('python3.9', 'x86_64', ['py3-none-any'], { hashes: new Set(['00']) })).toEqual(['hash']);
  });
});

test.each([
  [undefined, true],
  ['>=3.7', true],
  ['>=3.10', false],
  ['<4.0,>=3.9.7', true],
  ['!=3.9.*', false],
  ['>=3.6.*', true],
  ['three', true],
])('Requires-Python %s takes 3.9: %s', (text, expected) => expect(takesPython(text, '3.9')).toBe(expected));

test('releases come newest first', () => {
  const wheels = ['1.9', '1.10', '1.10rc1', '2!0.1'].map((version) => wheelFile(`a-${version}-py3-none-any.whl`, {}));
  expect(releasesOf(wheels).map(([version]) => version)).toEqual(['2!0.1', '1.10', '1.10rc1', '1.9']);
});
