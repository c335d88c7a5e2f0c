import { formatFault, isFault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { markerEnvironment } from './marker-environment.ts';
import { KNOWN_RUNTIMES, parseTarget } from './target.ts';

describe('parseTarget', () => {
  test('joins the facts of the runtime with those of its operating system', () => {
    const { label, facts } = parseTarget('python3.9', 'x86_64');
    expect(label).toBe('python3.9/x86_64');
    expect(facts.glibc).toBe('2.26');
    expect(facts.extensionSuffixes).toEqual(['.cpython-39-x86_64-linux-gnu.so', '.abi3.so', '.so']);
    expect(facts.libraries.has('libpython3.9.so.1.0')).toBe(true);
    expect(facts.libraries.has('libexpat.so.1')).toBe(true);
    expect(facts.preinstalled.get('urllib3')).toBe('1.26.19');
  });

  test('knows what differs between the two architectures of one runtime', () => {
    expect(parseTarget('python3.12', 'x86_64').facts.libraries.has('libcrypt.so.1')).toBe(true);
    expect(parseTarget('python3.12', 'arm64').facts.libraries.has('libcrypt.so.1')).toBe(false);
    expect(parseTarget('python3.12', 'arm64').facts.libraries.has('ld-linux-aarch64.so.1')).toBe(true);
  });

  test('knows Amazon Linux 2 from 2023', () => {
    const al2 = parseTarget('python3.11', 'x86_64').facts.libraries;
    const al2023 = parseTarget('python3.12', 'x86_64').facts.libraries;
    expect([al2.has('libexpat.so.1'), al2023.has('libexpat.so.1')]).toEqual([true, false]);
    expect([al2.has('libglib-2.0.so.0'), al2023.has('libglib-2.0.so.0')]).toEqual([false, true]);
    for (const libraries of [al2, al2023]) {
      expect(libraries.has('libGL.so.1')).toBe(false);
      expect(libraries.has('libstdc++.so.6')).toBe(true);
    }
  });

  test('has the same shape for every runtime', () => {
    for (const runtime of KNOWN_RUNTIMES) {
      const { facts } = parseTarget(runtime, 'x86_64');
      expect(facts.glibc).toMatch(/^2\.\d+$/);
      expect(facts.libraries.has('libc.so.6')).toBe(true);
      expect(facts.layerFolders).toHaveLength(2);
      expect(facts.family === 'python' ? facts.python : facts.node).toBeDefined();
    }
  });

  test('lists the runtimes when it does not know the one asked for', () => {
    expect(faultOf(() => parseTarget('python3.6', 'x86_64'))).toMatchInlineSnapshot(`
      "error[unknown-runtime]: python3.6 is not a Lambda runtime that layerproof knows

      hint: Known runtimes: python3.7, python3.8, python3.9, python3.10, python3.11, python3.12, python3.13, python3.14, python3.15, nodejs18.x, nodejs20.x, nodejs22.x, nodejs24.x, nodejs26.x. Set \`--runtime\` to one of them."
    `);
  });

  test('takes the architectures of AWS, not those of Linux', () => {
    expect(faultOf(() => parseTarget('python3.9', 'aarch64'))).toMatchInlineSnapshot(`
      "error[unknown-architecture]: aarch64 is not an architecture that python3.9 runs on

      hint: python3.9 runs on x86_64 and arm64. Set \`--arch\` to one of them."
    `);
  });

  test('says when a runtime never ran on the architecture', () => {
    expect(faultOf(() => parseTarget('python3.7', 'arm64'))).toMatchInlineSnapshot(`
      "error[unknown-architecture]: arm64 is not an architecture that python3.7 runs on

      hint: python3.7 runs on x86_64. Set \`--arch\` to it."
    `);
  });
});

describe('markerEnvironment', () => {
  test('is that of the target, not of this machine', () => {
    expect(markerEnvironment(parseTarget('python3.9', 'arm64'))).toMatchInlineSnapshot(`
      {
        "implementation_name": "cpython",
        "implementation_version": "3.9.6",
        "os_name": "posix",
        "platform_machine": "aarch64",
        "platform_python_implementation": "CPython",
        "platform_release": "",
        "platform_system": "Linux",
        "platform_version": "",
        "python_full_version": "3.9.6",
        "python_version": "3.9",
        "sys_platform": "linux",
      }
    `);
  });

  test('is refused for a runtime without Python', () => {
    expect(faultOf(() => markerEnvironment(parseTarget('nodejs22.x', 'arm64')))).toMatchInlineSnapshot(`
      "error[not-a-python-runtime]: Python packages were asked for, but nodejs22.x runs no Python

      hint: Set \`--runtime\` to a Python runtime, e.g. \`python3.13\`."
    `);
  });
});

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (isFault(error)) return formatFault(error);
    throw error;
  }
  return 'no fault';
}
