import { isFault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import { zipImage } from '../image/zip-image.ts';
import { parseTarget } from '../target/target.ts';
import { RULES } from './rules/index.ts';
import { imageOf } from './testing/layer-of.ts';
import { verify } from './verify.ts';

const PYTHON = parseTarget('python3.9', 'x86_64');

describe('verify', () => {
  test('reports nothing and every rule for a good layer', () => {
    const report = verify(imageOf({ 'python/a.so': { elf: { needed: ['libc.so.6'] } } }), PYTHON);
    expect(report).toMatchObject({ target: 'python3.9/x86_64', proof: 'static', findings: [] });
    expect(report.rulesRun).toEqual(RULES.filter(({ needs }) => needs === undefined).map(({ id }) => id));
  });

  test('puts errors first, then paths in order, whichever rule found them', () => {
    const { findings } = verify(
      imageOf({
        'python/z.so': { elf: { needed: ['libGL.so.1'] } },
        'python/b.so': { elf: { machine: 183 } },
        'python/a': { link: '/tmp' },
        'python/c.exe': { mode: 0o600 },
      }),
      PYTHON,
    );
    expect(findings.map(({ severity, rule, path }) => `${severity} ${path} ${rule}`)).toEqual([
      'error python/b.so elf-wrong-arch',
      'error python/c.exe not-world-readable',
      'error python/z.so missing-shared-library',
      'warning python/a path-escapes',
    ]);
  });

  test('names the command of the target as the fix', () => {
    const bad = { 'a.so': { elf: { machine: 40 } } };
    const fixOf = (runtime: string, arch: string) => verify(imageOf(bad), parseTarget(runtime, arch)).findings[0]?.fix;
    expect(fixOf('python3.13', 'arm64')).toContain(
      '`layerproof build requirements.txt --runtime python3.13 --arch arm64`',
    );
    expect(fixOf('nodejs24.x', 'x86_64')).toContain('`npm install --os=linux --cpu=x64 --libc=glibc`');
  });

  test('does not run a rule that is to be ignored', () => {
    const report = verify(imageOf({ 'a.so': { elf: { machine: 183 } } }), PYTHON, { ignore: ['elf-wrong-arch'] });
    expect(report.findings).toEqual([]);
    expect(report.rulesRun).not.toContain('elf-wrong-arch');
  });

  test('knows the rules that may be ignored', () => {
    expect(() => verify(imageOf({}), PYTHON, { ignore: ['no-such-rule'] })).toThrow('There is no rule no-such-rule');
  });

  test('reads compressed files far enough to know them, large and small', () => {
    // Too irregular to be deflated much, so that its head takes only part of its stream.
    const noise = Array.from({ length: 4000 }, (_, index) => String.fromCharCode(33 + ((index * 7919) % 90))).join('');
    const shapes = [
      { name: 'python/a.py', data: noise },
      { name: 'python/b.so', data: noise },
      { name: 'python/c.so', data: '' },
    ];
    const { findings } = verify(zipImage(zipBytes(shapes)), PYTHON);
    expect(findings.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      'python/b.so: is a text, but python3.9/x86_64 loads ELF files',
      'python/c.so: is an empty file, but python3.9/x86_64 loads ELF files',
    ]);
  });

  test('gives a fault for a zip whose data are damaged, wherever the damage is', () => {
    const bytes = zipBytes([{ name: 'python/a.so', data: 'text' }]);
    const outcomes = new Set(Array.from(bytes.keys(), (at) => outcome(bytes.with(at, (bytes[at] ?? 0) ^ 0xff))));
    expect([...outcomes].sort()).toEqual(['fault', 'report']);
  });
});

function outcome(zip: Uint8Array): string {
  try {
    verify(zipImage(zip), PYTHON);
    return 'report';
  } catch (error) {
    if (isFault(error)) return 'fault';
    throw error;
  }
}
