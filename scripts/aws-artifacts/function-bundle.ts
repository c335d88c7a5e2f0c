import { join } from 'node:path';
import { build } from 'esbuild';
import { writeZip } from '../../packages/layerproof/src/formats/zip-writer.ts';
import { LAYER_PACKAGES } from './layer-folder.ts';

export const FUNCTIONS = ['presigned-url', 'ocr-processor'] as const;

export type FunctionName = (typeof FUNCTIONS)[number];

/**
 * CommonJS packages in the bundle (parts of the AWS SDK's dependencies) call `require` for Node's own modules. An ES module has
 * none, so the bundle makes one, under a name that no module uses.
 */
const BANNER = `import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);`;

/**
 * One function as its zip: a single `index.mjs` with everything but the layer's packages. The AWS SDK is bundled, so that a
 * function never runs on the version that the runtime happens to carry.
 *
 * The same sources and the same lock give the same bytes: esbuild writes paths relative to `root`.
 */
export async function bundleFunction(root: string, name: FunctionName, nodeMajor: number): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'apps/aws/src/functions', `${name}.ts`)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: `node${nodeMajor}`,
    conditions: ['source', 'module'],
    mainFields: ['module', 'main'],
    external: [...LAYER_PACKAGES],
    banner: { js: BANNER },
    logLevel: 'error',
  });
  const [bundle] = outputFiles;
  if (bundle === undefined) throw new Error(`esbuild wrote nothing for ${name}`);
  return zipOf('index.mjs', bundle.contents);
}

function zipOf(path: string, bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  const entry = { path, mode: 0o644, kind: 'file', size: bytes.length, crc32: undefined, read: () => bytes } as const;
  // The sink may use its bytes again after `write` returns.
  writeZip([{ ...entry, compressed: undefined }], { write: (part) => void parts.push(part.slice()) });
  return Buffer.concat(parts);
}
