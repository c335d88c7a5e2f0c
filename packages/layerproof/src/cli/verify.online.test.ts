import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloadWheel, findWheels, layerFromWheels } from '../build/wheels.ts';
import { openLayer } from '../image/open-layer.ts';
import { parseTarget } from '../target/target.ts';
import { verify } from '../verify/verify.ts';
import { runSession } from './testing/session.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'verify-online-'));
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** `error rule`, each once, of a layer made of published wheels alone. */
async function verdict(wheels: readonly (readonly [name: string, version: string, file: RegExp])[], target: string) {
  const local = [];
  for (const [name, version, file] of wheels) {
    const found = (await findWheels(name, version)).find(({ name: { fileName } }) => file.test(fileName));
    if (found === undefined) throw new Error(`${name} ${version} has no wheel like ${String(file)}`);
    local.push(await downloadWheel(found));
  }
  const path = join(cwd, 'layer.zip');
  layerFromWheels(local, path);
  const [runtime = '', architecture = ''] = target.split('/');
  const image = openLayer(path);
  try {
    const { findings } = verify(image, parseTarget(runtime, architecture));
    return [...new Set(findings.map(({ severity, rule }) => `${severity} ${rule}`))];
  } finally {
    image.close();
  }
}

const PILLOW = ['pillow', '9.5.0'] as const;

describe('layers of published wheels', () => {
  test.each(['x86_64', 'arm64'])(
    'the packages of the seed, built for %s, are good',
    { timeout: 120_000 },
    async (arch) => {
      writeFileSync(join(cwd, 'requirements.txt'), 'Pillow==9.5.0\nrequests==2.31.0\n');
      const target = ['--runtime', 'python3.9', '--arch', arch];
      const options = { cwd, env: process.env };
      expect((await runSession(['build', 'requirements.txt', ...target, '-o', `${arch}.zip`], options)).exit).toBe(0);
      const { exit, transcript } = await runSession(['verify', `${arch}.zip`, ...target], options);
      expect(exit).toBe(0);
      expect(transcript).not.toContain('error[');
      // Its urllib3 is newer than the botocore of this runtime asks for, which is true and no matter to most functions.
      expect(transcript).toMatch(/: (?:no findings|1 warning) from/);
    },
  );

  test.each([
    [
      'for another Python',
      /cp37-cp37m-manylinux_2_17_x86_64/,
      // Modules that nothing asks for, or that are passed over, are warnings.
      ['error wrong-python-abi-tag', 'warning wrong-python-abi-tag'],
    ],
    [
      'for another CPU',
      /cp39-cp39-manylinux_2_17_aarch64/,
      ['error elf-wrong-arch', 'error wrong-python-abi-tag', 'warning elf-wrong-arch', 'warning wrong-python-abi-tag'],
    ],
    [
      'for Alpine Linux',
      /cp39-cp39-musllinux_1_1_x86_64/,
      ['error missing-shared-library', 'warning missing-shared-library'],
    ],
    ['for Windows', /cp39-cp39-win_amd64/, ['error wrong-python-abi-tag', 'note wrong-binary-format']],
  ])('Pillow %s', { timeout: 120_000 }, async (_, file, expected) => {
    expect(await verdict([[...PILLOW, file]], 'python3.9/x86_64')).toEqual(expected);
  });

  test('Pillow for macOS', { timeout: 120_000 }, async () => {
    const found = await verdict([[...PILLOW, /cp39-cp39-macosx_11_0_arm64/]], 'python3.9/x86_64');
    expect(found).toEqual(expect.arrayContaining(['error wrong-binary-format', 'error wrong-python-abi-tag']));
  });

  test('requests alone', { timeout: 120_000 }, async () => {
    expect(await verdict([['requests', '2.31.0', /none-any/]], 'python3.9/x86_64')).toEqual([
      'error missing-distribution',
      // charset-normalizer, which requests does without.
      'warning missing-distribution',
      // urllib3, which the runtime brings.
      'note missing-distribution',
    ]);
  });

  test('cryptography whose wheel asks for a newer glibc', { timeout: 120_000 }, async () => {
    const wheel = ['cryptography', '41.0.7', /abi3-manylinux_2_28_x86_64/] as const;
    expect(await verdict([wheel], 'python3.11/x86_64')).toContain('error glibc-too-new');
    expect(await verdict([wheel], 'python3.12/x86_64')).not.toContain('error glibc-too-new');
  });

  test('OpenCV with its windows', { timeout: 240_000 }, async () => {
    const wheel = ['opencv-python', '4.10.0.84', /abi3-manylinux_2_17_x86_64/] as const;
    expect(await verdict([wheel], 'python3.12/x86_64')).toContain('error missing-shared-library');
  });
});
