import { formatFault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../target/target.ts';
import { type Release, wheelFile } from '../testing/table-index.ts';
import { newestRefused, noMatchingWheel, type OtherVersions } from './wheel-advice.ts';
import { wheelChooser } from './wheel-choice.ts';

function refusedBy(label: string, tags: readonly string[], release: Release = {}, version = '2.0') {
  const [runtime = '', architecture = ''] = label.split('/');
  const wheels = tags.map((tag) => wheelFile(`a-${version}-${tag}.whl`, release));
  return wheelChooser(parseTarget(runtime, architecture)).choose(wheels, { isPinned: false, hashes: undefined })
    .refused;
}

function said(label: string, tags: readonly string[], others?: OtherVersions, release: Release = {}): string {
  const [runtime = '', architecture = ''] = label.split('/');
  return formatFault(noMatchingWheel('a', refusedBy(label, tags, release), parseTarget(runtime, architecture), others));
}

describe('noMatchingWheel', () => {
  test('the other CPU of the same runtime, and the version that the target has', () => {
    const tags = ['cp39-cp39-manylinux2014_x86_64', 'cp39-cp39-win_amd64', 'cp310-cp310-manylinux2014_x86_64'];
    expect(said('python3.9/arm64', tags, { newestFitting: '1.0' })).toMatchInlineSnapshot(`
      "error[no-matching-wheel]: a 2.0 has no wheel for python3.9/arm64: its wheels are for other systems or CPUs

      hint: \`--arch x86_64\` takes a-2.0-cp39-cp39-manylinux2014_x86_64.whl. The newest version with a wheel for python3.9/arm64 is 1.0. A wheel of your own can be added with \`--find-links\`."
    `);
  });

  test('the next runtime on the CPU, and a nearer one on the other CPU', () => {
    const tags = [
      'cp310-cp310-manylinux_2_28_x86_64',
      'cp312-cp312-manylinux_2_28_x86_64',
      'cp310-cp310-manylinux2014_aarch64',
    ];
    expect(said('python3.10/x86_64', tags, { newestFitting: undefined })).toMatchInlineSnapshot(`
      "error[no-matching-wheel]: a 2.0 has no wheel for python3.10/x86_64: its wheels need glibc 2.28, and python3.10 has 2.26

      hint: \`--arch arm64\` takes a-2.0-cp310-cp310-manylinux2014_aarch64.whl and \`--runtime python3.12\` takes a-2.0-cp312-cp312-manylinux_2_28_x86_64.whl. No version of a has one for python3.10/x86_64. A wheel of your own can be added with \`--find-links\`."
    `);
  });

  test('wheels that no Lambda runtime takes', () => {
    expect(said('python3.13/arm64', ['cp313-cp313-win_amd64', 'cp313-cp313-musllinux_1_2_aarch64']))
      .toMatchInlineSnapshot(`
      "error[no-matching-wheel]: a 2.0 has no wheel for python3.13/arm64: its wheels are for other systems or CPUs

      hint: The nearest wheels are a-2.0-cp313-cp313-musllinux_1_2_aarch64.whl and a-2.0-cp313-cp313-win_amd64.whl. Build a wheel once and add it with \`--find-links\`."
    `);
  });

  test('a Python that its author leaves out, which no wheel of ones own would change', () => {
    const release = { requiresPython: '>=3.13' };
    expect(said('python3.12/x86_64', ['cp313-cp313-manylinux2014_x86_64'], { newestFitting: '1.0' }, release))
      .toMatchInlineSnapshot(`
      "error[no-matching-wheel]: a 2.0 has no wheel for python3.12/x86_64: it needs Python >=3.13

      hint: \`--runtime python3.13\` takes a-2.0-cp313-cp313-manylinux2014_x86_64.whl. The newest version with a wheel for python3.12/x86_64 is 1.0."
    `);
  });
});

describe('newestRefused', () => {
  const target = parseTarget('python3.9', 'x86_64');
  const yanked = refusedBy(target.label, ['py3-none-any'], { yanked: 'broken' }, '5.0');
  const forOthers = refusedBy(target.label, ['py3-none-any'], { requiresPython: '>=3.12' }, '4.0');
  const native = refusedBy(target.label, ['cp39-cp39-win_amd64', 'cp39-cp39-manylinux_2_28_x86_64'], {}, '3.0');
  const older = refusedBy(target.label, ['cp310-cp310-manylinux2014_x86_64'], {}, '2.0');

  test('is the newest that its author offers for the Python, with the reason of its nearest wheel', () => {
    const found = newestRefused([...yanked, ...forOthers, ...native, ...older], target);
    expect(found).toMatchObject({ version: '3.0', because: 'c-library' });
    expect(found?.refused).toHaveLength(2);
  });

  test('is one for other Pythons where there is no other, and none that was withdrawn', () => {
    expect(newestRefused([...yanked, ...forOthers], target)).toMatchObject({
      version: '4.0',
      because: 'requires-python',
    });
    expect(newestRefused(yanked, target)).toBeUndefined();
  });
});
