import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runSession } from './testing/session.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-size-'));
  mkdirSync(join(folder, 'own/nodejs/node_modules/page'), { recursive: true });
  writeFileSync(
    join(folder, 'own/nodejs/node_modules/page/index.js'),
    `module.exports = '${'x'.repeat(2_000_000)}';\n`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function build(...args: string[]) {
  const argv = ['build', 'own', '--runtime', 'nodejs22.x', '--arch', 'x86_64', ...args];
  return runSession(argv, {
    cwd: folder,
    env: { LAYERPROOF_CACHE_DIR: join(folder, 'cache'), PIP_CONFIG_FILE: '/dev/null', UV_NO_CONFIG: '1' },
  });
}

test('the function and its other layers count', async () => {
  const { exit } = await build('--with-unzipped', '200000000', '--with-unzipped', '60143900');
  expect(exit).toBe(0);
  const { transcript } = await build('--with-unzipped', '200000000', '--with-unzipped', '60200000');
  expect(transcript).toMatchInlineSnapshot(`
    "$ layerproof build own --runtime nodejs22.x --arch x86_64 --with-unzipped 200000000 --with-unzipped 60200000
    error[unzipped-too-large] The layer is larger, unzipped, than a function may be with all its layers
      unzips to 2,000,021 bytes, with the function and its other layers to 262,200,021 bytes, but Lambda takes less than 262,144,000
      fix: The largest in it are page (2.0 MB). Run \`layerproof inspect\` on the layer to see what is large. Leave out what the function does not use, e.g. builds for other systems; split packages over several functions; or use a container image, which may have 10 GB.
    stderr: 1 error: no layer was written
    exit 1"
  `);
});

test.each(['250MB', '-1', '1e6'])('%j is no number of bytes', async (bytes) => {
  const { transcript, exit } = await build(`--with-unzipped=${bytes}`);
  expect(exit).toBe(2);
  expect(transcript).toContain(`error[bad-argument]: --with-unzipped takes a number of bytes, not ${bytes}`);
});

test('a zip that is too large for a request says how it is published', async () => {
  // Bytes that cannot be deflated, a little more than 50 MB of 1,048,576 bytes each.
  const noise = Buffer.alloc(53_000_000);
  for (let at = 0, state = 1; at < noise.length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    noise.writeUInt32LE((state ^ Math.imul(state >>> 15, 0x2c1b3c6d)) >>> 0, at);
  }
  writeFileSync(join(folder, 'own/noise.bin'), noise);
  const { transcript } = await build();
  expect(transcript).toContain('MB zipped (more than a request takes: publish will go through S3), 55.0 MB unzipped');
});
