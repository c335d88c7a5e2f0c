import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Image } from '../image/entry.ts';
import { folderImage } from '../image/folder-image.ts';
import { parseTarget } from '../target/target.ts';
import { verify } from './verify.ts';

const NODE_MODULES = fileURLToPath(new URL('../../../../node_modules/', import.meta.url));
/** What npm installed of sharp depends on the machine; onnxruntime-node ships every system's files everywhere. */
const SHARP = ['@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'];
const ONNX = ['onnxruntime-node', 'onnxruntime-common'];

/** The packages as a layer holds them, in the modes that a build gives them. */
function layerOf(packages: readonly string[]): Image {
  const entries = packages.flatMap((name) =>
    Array.from(folderImage(join(NODE_MODULES, name)).entries, (entry) =>
      Object.assign(entry, {
        path: `nodejs/node_modules/${name}/${entry.path}`,
        mode: entry.kind === 'file' ? 0o644 : 0o755,
      }),
    ),
  );
  return { entries, close() {} };
}

function gravest(packages: readonly string[], runtime: string, architecture: string): string[] {
  // All systems together are too large for a layer, which is true and not the point here.
  const { findings } = verify(layerOf(packages), parseTarget(runtime, architecture), {
    ignore: ['unzipped-too-large'],
  });
  return [...new Set(findings.map(({ severity, rule }) => `${severity} ${rule}`))].sort();
}

test('a package with builds for every system is no error on either CPU', () => {
  const expected = [
    'note unused-platform-files',
    'note wrong-binary-format',
    'warning elf-wrong-arch',
    'warning wrong-binary-format',
  ];
  expect(gravest(ONNX, 'nodejs24.x', 'x86_64')).toEqual(expected);
  expect(gravest(ONNX, 'nodejs22.x', 'arm64')).toEqual(expected);
});

test('its build for Linux is too new for Amazon Linux 2', () => {
  expect(gravest(ONNX, 'nodejs18.x', 'x86_64')).toContain('error glibc-too-new');
});

const hasSharp = SHARP.every((name) => existsSync(join(NODE_MODULES, name)));
if (!hasSharp) process.stderr.write('skipped: sharp was not installed for Linux on x86_64 here\n');

test.skipIf(!hasSharp)('a package that names the folder of its libraries is right on its own CPU', () => {
  expect(gravest(SHARP, 'nodejs24.x', 'x86_64')).toEqual([]);
});

test.skipIf(!hasSharp)('without the package of its libraries it cannot be loaded', () => {
  expect(gravest(SHARP.slice(0, 1), 'nodejs24.x', 'x86_64')).toEqual([
    'error missing-shared-library',
    'warning npm-platform-package-missing',
  ]);
});

test.skipIf(!hasSharp)('on the other CPU it is an error', () => {
  expect(gravest(SHARP, 'nodejs24.x', 'arm64')).toEqual(['error elf-wrong-arch']);
});
