import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { brokenWalls, importsOf } from './imports.ts';
import { ROOMS } from './rooms.ts';

const root = join(import.meta.dirname, '..');
const sources = new Map(
  globSync(['{packages,apps}/*/src/**/*.ts', '{scripts,bench,infra,test}/**/*.ts'], { cwd: root }).map((path) => [
    path.split(sep).join('/'),
    readFileSync(join(root, path), 'utf8'),
  ]),
);

const LINES_AT_MOST = 400;

describe('the rooms', () => {
  test('nobody imports upward or sideways', () => {
    expect(sources.size).toBeGreaterThan(20);
    expect(brokenWalls(sources, ROOMS)).toEqual([]);
  });

  test(`no source file is over ${LINES_AT_MOST} lines`, () => {
    const long = [...sources].filter(
      ([path, source]) => !path.includes('.generated.') && source.split('\n').length > LINES_AT_MOST,
    );
    expect(long.map(([path]) => path)).toEqual([]);
  });
});

describe('the walls hold: each of these is caught', () => {
  const caught = (path: string, source: string) => brokenWalls(new Map([[path, source]]), ROOMS);

  test('upward: the fault package imports the pipeline', () => {
    expect(caught('packages/fault/src/a.ts', `import { x } from '@ocr-pipeline/pipeline';`)).toEqual([
      'packages/fault/src/a.ts imports @ocr-pipeline/pipeline: packages/fault/src may not import packages/pipeline/src',
    ]);
  });

  test('sideways: build imports verify', () => {
    expect(caught('packages/layerproof/src/build/a.ts', `import { x } from '../verify/verify.ts';`)).toEqual([
      'packages/layerproof/src/build/a.ts imports ../verify/verify.ts: packages/layerproof/src/build may not import packages/layerproof/src/verify',
    ]);
  });

  test('sideways: one product imports the other', () => {
    expect(caught('packages/ocr/src/a.ts', `export { x } from 'layerproof';`)).toHaveLength(1);
    expect(caught('packages/layerproof/src/cli/a.ts', `import x from '@ocr-pipeline/ocr';`)).toHaveLength(1);
  });

  test('an adapter leaks into the core: the pipeline takes the AWS SDK or the disk', () => {
    expect(caught('packages/pipeline/src/a.ts', `import { S3Client } from '@aws-sdk/client-s3';`)).toHaveLength(1);
    expect(caught('packages/pipeline/src/a.ts', `import { readFile } from 'node:fs/promises';`)).toHaveLength(1);
  });

  test('by any form of import', () => {
    expect(
      importsOf(
        `import 'a';\nimport b from "b";\nimport type { C } from 'c';\nexport * from 'd';\nconst e = await import('e');`,
      ),
    ).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(
      importsOf(`import {\n  one,\n  two,\n} from './many-lines.ts';\n// import 'comment'\n/* import 'block' */`),
    ).toEqual(['./many-lines.ts']);
  });

  test('a file outside every room', () => {
    expect(caught('elsewhere/a.ts', '')).toEqual(['elsewhere/a.ts stands in no room']);
  });
});
