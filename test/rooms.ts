/**
 * Who may import whom. A room is a folder; a file belongs to the room with the longest matching path.
 *
 * `may` lists the rooms that a room's files may import (a room may always import itself); `packages` lists what it may take
 * from npm, and `builtins` what it may take from Node. Tests may also import vitest and the shared helpers of `test/`.
 */
export interface Room {
  readonly path: string;
  readonly may: readonly string[];
  readonly packages: readonly RegExp[];
  readonly builtins: readonly RegExp[];
}

const NONE: readonly RegExp[] = [];
const ANY = [/.*/];
const LAYERPROOF = 'packages/layerproof/src';

function layerproof(
  folder: string,
  may: readonly string[],
  packages: readonly RegExp[],
  builtins: readonly RegExp[],
): Room {
  return {
    path: `${LAYERPROOF}/${folder}`,
    may: ['packages/fault/src', ...may.map((other) => `${LAYERPROOF}/${other}`)],
    packages,
    builtins,
  };
}

const BELOW_THE_VERBS = ['formats', 'target', 'artifact', 'image', 'python'];

export const ROOMS: readonly Room[] = [
  { path: 'packages/fault/src', may: [], packages: NONE, builtins: NONE },

  layerproof('formats', [], [/^fflate$/], [/^node:(zlib|buffer|fs)$/]),
  layerproof('target', [], NONE, NONE),
  layerproof('artifact', ['formats'], NONE, [/^node:/]),
  layerproof('image', ['formats'], NONE, [/^node:(fs|path|crypto)/]),
  layerproof('python', ['formats', 'target', 'artifact', 'image'], [/./], [/^node:/]),
  layerproof('build', BELOW_THE_VERBS, [/./], [/^node:/]),
  layerproof('verify', BELOW_THE_VERBS, [/./], [/^node:path$/]),
  layerproof('prove', BELOW_THE_VERBS, NONE, [/^node:/]),
  layerproof('release', BELOW_THE_VERBS, [/./], [/^node:/]),
  layerproof('cli', [...BELOW_THE_VERBS, 'build', 'verify', 'prove', 'release'], [/./], [/^node:/]),
  layerproof('', [...BELOW_THE_VERBS, 'build', 'verify', 'prove', 'release', 'cli'], NONE, [/^node:/]),

  // Bytes in, document out: it never opens a socket or a queue. Models are read from disk, in one place.
  {
    path: 'packages/ocr/src',
    may: ['packages/fault/src', 'packages/ocr/src/models'],
    packages: [/^sharp$/, /^onnxruntime-node$/, /^@cantoo\/pdf-lib$/, /^@hyzyla\/pdfium$/, /^protobufjs\/light\.js$/],
    builtins: [/^node:(module|path|url|crypto|buffer)$/],
  },
  {
    path: 'packages/ocr/src/models',
    may: ['packages/fault/src', 'packages/ocr/src'],
    packages: NONE,
    builtins: [/^node:(fs|module|path|url|crypto)/],
  },
  // The service knows no AWS and no disk.
  {
    path: 'packages/pipeline/src',
    may: ['packages/fault/src', 'packages/ocr/src'],
    packages: [/^hono($|\/)/, /^zod$/, /^@hono\/zod-openapi$/, /^ulid$/],
    builtins: [/^node:crypto$/],
  },
  {
    path: 'apps/aws/src',
    may: ['packages/fault/src', 'packages/ocr/src', 'packages/pipeline/src'],
    packages: [/^@aws-sdk\//, /^aws-lambda$/, /^hono($|\/)/],
    builtins: [/^node:/],
  },
  {
    path: 'apps/local/src',
    // layerproof fetches the models: docs/decisions/2026-11-24-models-by-layerproof.md
    may: ['packages/fault/src', 'packages/ocr/src', 'packages/pipeline/src', 'packages/layerproof/src/'],
    packages: [/^hono($|\/)/, /^@hono\//, /^@smithy\//, /^@aws-crypto\//],
    builtins: [/^node:/],
  },

  // Not shipped: they may look at anything.
  { path: 'scripts', may: ['*'], packages: ANY, builtins: ANY },
  { path: 'bench', may: ['*'], packages: ANY, builtins: ANY },
  { path: 'infra', may: ['*'], packages: ANY, builtins: ANY },
  { path: 'test', may: ['*'], packages: ANY, builtins: ANY },
];

/** The entry of each workspace, by the name that others import it under. */
export const WORKSPACES: Readonly<Record<string, string>> = {
  '@ocr-pipeline/fault': 'packages/fault/src/index.ts',
  layerproof: 'packages/layerproof/src/index.ts',
  '@ocr-pipeline/ocr': 'packages/ocr/src/index.ts',
  '@ocr-pipeline/pipeline': 'packages/pipeline/src/index.ts',
  '@ocr-pipeline/aws': 'apps/aws/src/index.ts',
  'ocr-pipeline': 'apps/local/src/index.ts',
};
