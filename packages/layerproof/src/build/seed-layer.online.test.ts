import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuildResult, buildLayer } from './build-layer.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seed-layer-'));
  writeFileSync(join(folder, 'requirements.txt'), 'Pillow==9.5.0\nrequests==2.31.0\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function build(architecture: string, output: string) {
  const environment = { ...process.env, LAYERPROOF_CACHE_DIR: join(folder, 'cache') };
  const request = { inputs: ['requirements.txt'], runtime: 'python3.9', architecture, output, folder, environment };
  return manifestOf(await buildLayer(request, {}));
}

function manifestOf(result: BuildResult) {
  if (result.kind === 'refused') throw new Error('the build was refused');
  return result.manifest;
}

/** glibc versions of the manylinux tags in a wheel's name, by their minor numbers (PEP 600, and the aliases before it). */
function glibcMinors(fileName: string): number[] {
  const legacy: Record<string, number> = { manylinux1: 5, manylinux2010: 12, manylinux2014: 17 };
  const named = [...fileName.matchAll(/manylinux_2_(\d+)/g)].map(([, minor]) => Number(minor));
  return [
    ...named,
    ...Object.entries(legacy).flatMap(([alias, minor]) => (fileName.includes(`${alias}_`) ? [minor] : [])),
  ];
}

describe.each([
  ['x86_64', 'x86_64'],
  ['arm64', 'aarch64'],
])('the layer of the seed for python3.9/%s', (architecture, cpu) => {
  test('has the closure of its requirements, every native wheel for cp39 and at most glibc 2.26', async () => {
    const { packages } = await build(architecture, `${architecture}/layer.zip`);
    expect(packages.map(({ name }) => name)).toEqual([
      'certifi',
      'charset-normalizer',
      'idna',
      'pillow',
      'requests',
      'urllib3',
    ]);
    expect(
      packages.filter(({ name }) => name === 'pillow' || name === 'requests').map(({ version }) => version),
    ).toEqual(['9.5.0', '2.31.0']);
    const pillow = packages.find(({ name }) => name === 'pillow')?.artifact?.file ?? '';
    expect(pillow).toMatch(new RegExp(`^Pillow-9\\.5\\.0-cp39-cp39-manylinux.*${cpu}\\.whl$`));
    for (const { artifact } of packages) {
      const file = artifact?.file ?? '';
      if (file.includes('-none-any')) continue;
      expect(Math.min(...glibcMinors(file))).toBeLessThanOrEqual(26);
    }
  });

  test('has the same bytes when it is built again', async () => {
    const first = await build(architecture, `${architecture}/first.zip`);
    const second = await build(architecture, `${architecture}/second.zip`);
    expect(second.layer).toEqual(first.layer);
  });
});
