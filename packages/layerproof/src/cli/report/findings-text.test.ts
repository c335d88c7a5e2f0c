import { describe, expect, test } from 'vitest';
import type { Finding } from '../../verify/finding.ts';
import { RULES } from '../../verify/rules/index.ts';
import { ORDERED_RULES } from './cause-order.ts';
import { findingsText } from './findings-text.ts';
import { plain, styleFor } from './style.ts';

function found(
  rule: string,
  path: string | undefined,
  message: string,
  severity: Finding['severity'] = 'error',
): Finding {
  return { rule, path, message, severity, fix: `Mend ${rule}.` };
}

const IO = {
  out: () => undefined,
  err: () => undefined,
  status: () => undefined,
  cwd: '/',
  env: {},
  stdoutIsTerminal: true,
  stderrIsTerminal: false,
};

describe('findingsText', () => {
  test('puts errors before warnings, and causes before what comes from them', () => {
    const findings = [
      found('module-not-found', 'python/a.py', 'line 1 imports b'),
      found('zip-not-reproducible', undefined, 'its entries have times', 'note'),
      found('missing-shared-library', 'python/a.so', 'needs libGL.so.1'),
      found('wrong-root-folder', 'lib/a.py', 'is in lib', 'warning'),
      found('elf-wrong-arch', 'python/b.so', 'is built for aarch64'),
    ];
    expect(findingsText(findings, plain).join('\n')).toMatchInlineSnapshot(`
      "error[elf-wrong-arch] A native file is built for another CPU
        python/b.so: is built for aarch64
        fix: Mend elf-wrong-arch.

      error[missing-shared-library] A native file needs a library that the loader will not find
        python/a.so: needs libGL.so.1
        fix: Mend missing-shared-library.

      error[module-not-found] A module of the layer imports one that is nowhere
        python/a.py: line 1 imports b
        fix: Mend module-not-found.

      warning[wrong-root-folder] Packages lie in a folder that the runtime does not search
        lib/a.py: is in lib
        fix: Mend wrong-root-folder.

      note[zip-not-reproducible] The zip holds the times at which its files were written
        its entries have times
        fix: Mend zip-not-reproducible."
    `);
  });

  test('names the files of one sentence below it, the first of many', () => {
    const many = Array.from({ length: 23 }, (_, at) =>
      found('elf-wrong-arch', `python/${at}.so`, 'is built for aarch64'),
    );
    const lines = findingsText([...many, found('elf-wrong-arch', 'bin/a', 'is built for ppc64le')], plain);
    expect(lines.slice(0, 3)).toEqual([
      'error[elf-wrong-arch] A native file is built for another CPU (24)',
      '  is built for aarch64:',
      '    python/0.so',
    ]);
    expect(lines.slice(-4)).toEqual([
      '    python/19.so',
      '    and 3 more, which JSON names',
      '  bin/a: is built for ppc64le',
      '  fix: Mend elf-wrong-arch.',
    ]);
  });

  test('names each way out behind what it is for', () => {
    const other: Finding = { ...found('elf-wrong-arch', 'b.so', 'two'), fix: 'Leave it out.' };
    expect(findingsText([found('elf-wrong-arch', 'a.so', 'one'), other], plain).slice(1)).toEqual([
      '  a.so: one',
      '  fix: Mend elf-wrong-arch.',
      '  b.so: two',
      '  fix: Leave it out.',
    ]);
  });

  test('says nothing of nothing', () => expect(findingsText([], plain)).toEqual([]));

  test('colours the rule, its summary and the word before the fix', () => {
    const lines = findingsText([found('elf-wrong-arch', 'a.so', 'one')], styleFor({}, IO));
    expect(lines).toEqual([
      '\u001B[1m\u001B[31merror[elf-wrong-arch]\u001B[39m\u001B[22m \u001B[1mA native file is built for another CPU\u001B[22m',
      '  a.so: one',
      '  \u001B[32mfix:\u001B[39m Mend elf-wrong-arch.',
    ]);
  });
});

test('each rule has one place in the order of causes', () => {
  expect(ORDERED_RULES.toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});

describe('colours', () => {
  const isColored = (wish: Parameters<typeof styleFor>[0], env: Record<string, string>, stream?: 'stderr') =>
    styleFor(wish, { ...IO, env }, stream)('error', 'x') !== 'x';

  test.each([
    ['on a terminal', {}, {}, undefined, true],
    ['not in a pipe', {}, {}, 'stderr', false],
    ['where an option asks for them', { color: true }, { NO_COLOR: '1' }, 'stderr', true],
    ['not where an option forbids them', { 'no-color': true }, { FORCE_COLOR: '1' }, undefined, false],
    ['where FORCE_COLOR is set', {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, 'stderr', true],
    ['where FORCE_COLOR is empty, as Node has it', {}, { FORCE_COLOR: '' }, 'stderr', true],
    ['not where FORCE_COLOR is 0', {}, { FORCE_COLOR: '0' }, undefined, false],
    ['not where NO_COLOR is set', {}, { NO_COLOR: '1' }, undefined, false],
    ['where NO_COLOR is empty', {}, { NO_COLOR: '' }, undefined, true],
    ['not on a dumb terminal', {}, { TERM: 'dumb' }, undefined, false],
  ] as const)('%s', (_, wish, env, stream, expected) => {
    expect(isColored(wish, env, stream)).toBe(expected);
  });
});
