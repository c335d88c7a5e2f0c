import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Fault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { readElf } from './elf.ts';
import { elfBytes } from './testing/elf-bytes.ts';
import { SPECIMENS } from './testing/elf-specimens.ts';

describe('readElf', () => {
  test.each([
    ['$ORIGIN/lib:', ['$ORIGIN/lib', '']],
    [':a', ['', 'a']],
    ['', []],
  ])('takes an empty item of the runpath %j for a folder, the current one', (runpath, expected) => {
    expect(readElf('a.so', elfBytes({ runpath })).runpath).toEqual(expected);
  });

  testWithTool('readelf', ['readelf', '--version'])('agrees with readelf on real binaries', () => {
    agreesWithReadelf(SPECIMENS);
  });

  test.each([
    { bits: 64, order: 'little' },
    { bits: 64, order: 'big' },
    { bits: 32, order: 'little' },
    { bits: 32, order: 'big' },
  ] as const)('reads $bits bits, $order-endian', ({ bits, order }) => {
    const bytes = elfBytes({
      bits,
      order,
      machine: 183,
      needed: ['libc.so.6', 'libm.so.6'],
      soname: 'liba.so.1',
      rpath: '$ORIGIN/../lib:/opt/lib',
      runpath: '$ORIGIN',
      versionNeeds: { 'libc.so.6': ['GLIBC_2.17', 'weak:GLIBC_2.28'], 'libm.so.6': ['GLIBC_2.29'] },
      versionDefinitions: ['A_1.0', 'A_1.1'],
    });
    expect(readElf('liba.so.1', bytes)).toEqual({
      bits,
      order,
      type: 'shared',
      machine: 'arm64',
      interpreter: undefined,
      needed: ['libc.so.6', 'libm.so.6'],
      soname: 'liba.so.1',
      rpath: ['$ORIGIN/../lib', '/opt/lib'],
      runpath: ['$ORIGIN'],
      versionNeeds: [
        { library: 'libc.so.6', version: 'GLIBC_2.17', weak: false },
        { library: 'libc.so.6', version: 'GLIBC_2.28', weak: true },
        { library: 'libm.so.6', version: 'GLIBC_2.29', weak: false },
      ],
      versionDefinitions: ['A_1.0', 'A_1.1'],
      mappedBytes: bytes.length,
      isMisaligned: false,
      x86Level: undefined,
    });
  });

  test('never reads past the end, wherever the file is cut', () => {
    const whole = elfBytes({ needed: ['libc.so.6'], versionNeeds: { 'libc.so.6': ['GLIBC_2.17'] } });
    for (let length = 0; length < whole.length; length++) {
      expect(() => readElf('a.so', whole.subarray(0, length))).toThrow(Fault);
    }
  });

  test('whatever one byte is changed to, the answer is facts or a fault', () => {
    const whole = elfBytes({ needed: ['libc.so.6'], versionNeeds: { 'libc.so.6': ['GLIBC_2.17', 'GLIBC_2.2'] } });
    const outcomes = new Set<string>();
    for (let at = 0; at < whole.length; at++) {
      for (const value of [0, 1, 0x7f, 0xff]) outcomes.add(outcome(whole.with(at, value)));
    }
    expect([...outcomes].sort()).toEqual(['Fault', 'facts']);
  });

  test('names the field and the byte that is missing', () => {
    const cut = elfBytes().subarray(0, 60);
    expect(() => readElf('python/a.so', cut)).toThrow(
      'python/a.so: p_type takes 4 bytes at offset 64, but the file ends',
    );
  });
});

/** What reading comes to: facts, or the class of the error. */
function outcome(bytes: Uint8Array): string {
  try {
    readElf('a.so', bytes);
    return 'facts';
  } catch (error) {
    return error instanceof Fault ? 'Fault' : String(error);
  }
}

function agreesWithReadelf(paths: readonly string[]): void {
  expect(paths.length).toBeGreaterThan(0);
  for (const path of paths) {
    const { needed, soname, rpath, runpath, machine, versionNeeds } = readElf(path, readFileSync(path));
    const found = { needed, soname, rpath, runpath, machine, versions: versionNeeds.map(({ version }) => version) };
    expect(found).toEqual(byReadelf(path));
  }
}

/** The same facts out of `readelf -W -h -d -V`. */
function byReadelf(path: string): Record<string, unknown> {
  const options = { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, maxBuffer: 1 << 28 } as const;
  const text = execFileSync('readelf', ['-W', '-h', '-d', '-V', path], options);
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  const folders = (pattern: RegExp) => all(pattern).flatMap((list) => (list === '' ? [] : list.split(':')));
  const needs = text.slice(text.indexOf('Version needs section'));
  return {
    needed: all(/\(NEEDED\).*\[(.*)\]/g),
    soname: all(/\(SONAME\).*\[(.*)\]/g)[0],
    rpath: folders(/\(RPATH\).*\[(.*)\]/g),
    runpath: folders(/\(RUNPATH\).*\[(.*)\]/g),
    machine: { 'Advanced Micro Devices X86-64': 'x86_64', AArch64: 'arm64' }[all(/Machine: +(.*)/g)[0] ?? ''],
    versions: [...needs.matchAll(/ Name: (\S+) +Flags:/g)].map((match) => match[1]),
  };
}
