import { describe, expect, test } from 'vitest';
import { type MarkerEnvironment, evaluateMarker, parseMarker } from './marker.ts';
import { normalizeName } from './name.ts';
import { parseRequirement } from './requirement.ts';

const PYTHON_3_9: MarkerEnvironment = {
  os_name: 'posix',
  sys_platform: 'linux',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  platform_release: '',
  platform_system: 'Linux',
  platform_version: '',
  python_version: '3.9',
  python_full_version: '3.9.25',
  implementation_name: 'cpython',
  implementation_version: '3.9.25',
};

test.each([
  ['Flask_SQLAlchemy', 'flask-sqlalchemy'],
  ['zope.interface', 'zope-interface'],
  ['a-_.b', 'a-b'],
])('normalizeName: %s is %s', (written, normal) => expect(normalizeName(written)).toBe(normal));

describe('parseRequirement', () => {
  test.each([
    ['requests', 'requests', [], '', undefined],
    ['Pillow==9.5.0', 'pillow', [], '==9.5.0', undefined],
    ['urllib3 (<3,>=1.21.1)', 'urllib3', [], '<3,>=1.21.1', undefined],
    [
      'requests [socks, Security_Extra] >= 2.8.1 , == 2.8.*',
      'requests',
      ['security-extra', 'socks'],
      '>=2.8.1,==2.8.*',
      undefined,
    ],
    ['a @ https://host/a-1-py3-none-any.whl#sha256=00', 'a', [], '', 'https://host/a-1-py3-none-any.whl#sha256=00'],
    ['a>=1,', 'a', [], '>=1', undefined],
  ])('reads %s', (text, name, extras, specifier, url) => {
    expect(parseRequirement(text)).toEqual({ name, extras, specifier, url, marker: undefined });
  });

  test('keeps the marker, also after an address', () => {
    expect(parseRequirement("a>=1; python_version<'3'").marker).toEqual(parseMarker("python_version<'3'"));
    expect(parseRequirement('a @ https://host/a.whl ; os_name == "nt"').marker).toEqual(parseMarker('os_name == "nt"'));
  });

  test.each([
    ['==1.0', 'it does not begin with the name of a distribution'],
    ['a[b', 'its extras are not names between `[` and `]`'],
    ['a >= one', '`>= one` is not a set of version clauses'],
    ['a b', '`b` is neither a version clause nor a marker after `;`'],
    ['a (>=1', 'a `(` is never closed'],
  ])('refuses %s', (text, problem) => {
    expect(() => parseRequirement(text)).toThrow(`Requirement \`${text}\` cannot be read: ${problem}`);
  });
});

describe('evaluateMarker', () => {
  test.each([
    ['python_version < "3.10"', true],
    ["python_version >= '3.10'", false],
    ['python_version == "3.9.*"', true],
    ['"3.8" < python_full_version', true],
    ['sys_platform == "win32" or os_name == "posix"', true],
    ['sys_platform == "win32" and os_name == "posix" or python_version == "3.9"', true],
    ['sys_platform == "win32" and (os_name == "posix" or python_version == "3.9")', false],
    ['platform_machine in "x86_64 aarch64"', true],
    ['platform_machine not in "x86_64 aarch64"', false],
    ["os.name == 'posix' and python_implementation == 'CPython'", true],
    ['extra == "socks"', false],
    ['platform_release >= "20"', false],
    ['python_version ~= "3.8"', true],
    ['python_full_version ~= "3.9.30"', false],
    ['python_version in "3.8, 3.9"', true],
    ['python_version not in "3.8, 3.9"', false],
    ['python_version > "3.8.*"', true],
    ['python_version >= "3.10.*"', false],
    ['"win" in sys_platform', false],
    ['((python_version > "3") and (os_name != "nt"))', true],
    ["platform.machine == 'x86_64' and sys.platform == 'linux'", true],
    ['implementation_name == "pypy" or implementation_version >= "3.9.2"', true],
  ])('%s is %s for python3.9/x86_64', (text, expected) => {
    expect(evaluateMarker(parseMarker(text), PYTHON_3_9)).toBe(expected);
  });

  test('extras are compared by their normal names, one at a time', () => {
    const marker = parseMarker('extra == "Use_Chardet"');
    expect(evaluateMarker(marker, PYTHON_3_9, ['socks', 'use-chardet'])).toBe(true);
    expect(evaluateMarker(marker, PYTHON_3_9, ['socks'])).toBe(false);
  });

  test.each([
    [
      'python_version',
      'Marker `python_version` has the end of the text where a comparison such as `==` or `in` should stand',
    ],
    [
      'moon == "full"',
      'Marker `moon == "full"` has `moon == "full"` where a quoted text or one of the marker variables should stand',
    ],
    ['(os_name == "nt"', 'Marker `(os_name == "nt"` has the end of the text where `)` should stand'],
    [
      'os_name == "nt" python',
      'Marker `os_name == "nt" python` has `python` where the end, `and` or `or` should stand',
    ],
  ])('refuses %s', (text, message) => expect(() => parseMarker(text)).toThrow(message));
});
