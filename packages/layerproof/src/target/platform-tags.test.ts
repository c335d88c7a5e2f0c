import { createHash } from 'node:crypto';
import { Fault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { platformTags, wheelTags } from './platform-tags.ts';
import { parseTarget } from './target.ts';

/**
 * Counts and hashes of the lists that pip's own `packaging.tags` gave (`cpython_tags` followed by `compatible_tags`, as in
 * `sys_tags`) for the same Python version, ABI and platforms; joined by line feeds.
 */
const BY_PIP: Readonly<Record<string, { count: number; sha256: string }>> = {
  'python3.7/x86_64': { count: 299, sha256: '9d2fc68186dda42c0d55d0b956446665e92317e3571a6bd3db4c0088a91d3818' },
  'python3.9/x86_64': { count: 558, sha256: '4a83b50aed62a6a3dd0e983af6c742df523e1772bf99728c370bab58f92a3b32' },
  'python3.13/arm64': { count: 596, sha256: '772572fe054b3fc7ac4c5b6b1e31fc628b9f338e9d62950f4584df6d551662ca' },
};

describe('wheelTags', () => {
  test.each(Object.entries(BY_PIP))('gives the tags of pip in its order for %s', (label, { count, sha256 }) => {
    const [runtime = '', architecture = ''] = label.split('/');
    const tags = wheelTags(parseTarget(runtime, architecture));
    expect(tags).toHaveLength(count);
    expect(createHash('sha256').update(tags.join('\n')).digest('hex')).toBe(sha256);
  });

  test('takes no wheel above the C library of the runtime', () => {
    const tags = wheelTags(parseTarget('python3.11', 'x86_64'));
    expect(tags).toContain('cp311-cp311-manylinux_2_26_x86_64');
    expect(tags).not.toContain('cp311-cp311-manylinux_2_28_x86_64');
    expect(wheelTags(parseTarget('python3.12', 'x86_64'))).toContain('cp312-cp312-manylinux_2_28_x86_64');
  });

  test('is refused for a runtime without Python', () => {
    expect(() => wheelTags(parseTarget('nodejs24.x', 'arm64'))).toThrow(Fault);
  });
});

test('platforms end where manylinux began, then plain linux', () => {
  expect(platformTags(parseTarget('python3.9', 'arm64')).slice(-3)).toEqual([
    'manylinux_2_17_aarch64',
    'manylinux2014_aarch64',
    'linux_aarch64',
  ]);
  expect(platformTags(parseTarget('python3.9', 'x86_64')).slice(-3)).toEqual([
    'manylinux_2_5_x86_64',
    'manylinux1_x86_64',
    'linux_x86_64',
  ]);
});
