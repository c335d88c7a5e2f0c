import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isFault } from '@ocr-pipeline/fault';
import type { Manifest } from 'layerproof';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeLayer } from './layer-zip.ts';

const root = join(import.meta.dirname, '../..');
// onnxruntime-node carries the native code of every system, whatever system this is.
const NATIVE = 'node_modules/onnxruntime-node/bin/napi-v6/linux/x64';

let work: string;
let layer: string;
let output: string;

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'layer-zip-'));
  [layer, output] = [join(work, 'layer'), join(work, 'output')];
  mkdirSync(output);
  cpSync(join(root, NATIVE), join(layer, 'nodejs', NATIVE), { recursive: true });
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

test('writes a layer that every rule passes, with a manifest that says so', async () => {
  await writeLayer(layer, output, { runtime: 'nodejs24.x', architecture: 'x86_64' });
  const manifest = JSON.parse(readFileSync(join(output, 'layer.json'), 'utf8')) as Manifest;
  expect(manifest).toMatchObject({ proof: 'static', verification: { findings: [] } });
  expect(manifest.verification.rulesRun.length).toBeGreaterThan(5);
});

test('refuses a layer that would not load on its target, and writes nothing', async () => {
  const written = writeLayer(layer, output, { runtime: 'nodejs24.x', architecture: 'arm64' });
  await expect(written).rejects.toSatisfy((error) => isFault(error) && error.code === 'layer-refused');
  await expect(written).rejects.toThrow('The layer would not load on nodejs24.x/arm64 (2 errors): ');
  expect(readdirSync(output)).toEqual([]);
});
