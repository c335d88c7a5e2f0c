import { expect, test } from 'vitest';
import { parseWheelName } from '../standards/wheel-name.ts';
import { indexAsOf } from './index-as-of.ts';
import type { WheelFile } from './index-file.ts';
import { parseJsonPage } from './index-page.ts';
import { compactPage, expandPage } from './page-form.ts';

const file = (version: string, uploaded: string | undefined, scheme = 'https:'): WheelFile => ({
  name: parseWheelName(`a-${version}-py3-none-any.whl`),
  url: `${scheme}//index.example/a-${version}-py3-none-any.whl`,
  sha256: undefined,
  size: undefined,
  requiresPython: undefined,
  yanked: undefined,
  metadata: undefined,
  uploaded,
});

test('offers what was there before the moment, and what lies on this machine', async () => {
  const wheels = [
    file('1', '2026-01-01T00:00:00Z'),
    file('2', '2026-02-01T00:00:00.123456Z'),
    file('3', '2026-02-01T00:00:00+02:00'),
    file('4', undefined),
    file('5', undefined, 'file:'),
  ];
  const index = {
    files: async () => ({ kind: 'found' as const, page: { wheels, sourceVersions: [] } }),
    metadata: () => Promise.reject(new Error('not asked')),
    wheelAt: () => Promise.reject(new Error('not asked')),
  };
  const then = indexAsOf(index, new Date('2026-02-01T00:00:00Z'));
  const answer = await then.files('a');
  const versions = answer.kind === 'found' ? answer.page.wheels.map(({ name }) => name.version) : [];
  expect(versions).toEqual(['1', '3', '5']);
  expect(await then.files('a')).toBe(answer);
});

test('the time of upload is read from the page, and kept in the cache', () => {
  const files = [{ filename: 'a-1-py3-none-any.whl', url: 'a.whl', hashes: {}, 'upload-time': '2026-01-01T00:00:00Z' }];
  const page = parseJsonPage(JSON.stringify({ files }), 'https://index.example/a/');
  expect(page.wheels[0]?.uploaded).toBe('2026-01-01T00:00:00Z');
  const stored = { page, etag: undefined, lastModified: undefined, maxAge: 1 };
  expect(expandPage(compactPage(stored))).toEqual(stored);
});
