import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import { findInterpreter } from '../prove/interpreter.ts';
import { parseTarget } from '../target/target.ts';
import { session } from './testing/session.ts';

const folder = mkdtempSync(join(tmpdir(), 'layerproof-prove-'));
afterAll(() => rmSync(folder, { recursive: true }));

const target = ['--runtime', 'python3.9', '--arch', 'x86_64'];
const python = await findInterpreter(parseTarget('python3.9', 'x86_64')).catch(() => undefined);
const testWithPython = testWithTool('CPython 3.9', python !== undefined);

async function prove(...argv: readonly string[]): Promise<string> {
  const text = await session(['prove', ...argv], { cwd: folder, env: process.env });
  return text
    .replaceAll(/CPython 3\.9\.\d+/g, 'CPython 3.9.x')
    .replaceAll(/with (?:no network|the network not taken away, which this machine forbids)/g, 'with …');
}

testWithPython('says of each module whether it was imported', async () => {
  const data = {
    'python/good.py': '',
    'python/bad.py': 'import json\nraise ImportError("one line\\n\\nanother")',
  };
  const files = Object.entries(data).map(([name, text]) => ({ name, data: text }));
  writeFileSync(join(folder, 'two.zip'), zipBytes(files));
  expect(await prove('two.zip', ...target)).toMatchInlineSnapshot(`
    "$ layerproof prove two.zip --runtime python3.9 --arch x86_64
    error bad: ImportError: one line (python/bad.py:2)
          another
    ok    good
    stderr: 1 of 2 modules imported by CPython 3.9.x with … (proof: import)
    exit 1"
  `);
  expect(await prove('two.zip', ...target, '--import', 'good, json')).toMatchInlineSnapshot(`
    "$ layerproof prove two.zip --runtime python3.9 --arch x86_64 --import good, json
    ok    good
    ok    json
    stderr: 2 of 2 modules imported by CPython 3.9.x with … (proof: import)
    exit 0"
  `);
});

testWithPython('raises the proof of the manifest beside the layer when all of it was imported', async () => {
  const layer = zipBytes(['a', 'b'].map((name) => ({ name: `python/${name}.py`, data: '' })));
  writeFileSync(join(folder, 'layer.zip'), layer);
  const manifest = manifestOf(layer, 'python3.9');
  const at = join(folder, 'layer.json');
  const proofAfter = async (text: string, ...more: readonly string[]) => {
    writeFileSync(at, text);
    await prove('layer.zip', ...target, ...more);
    return readFileSync(at, 'utf8');
  };
  expect(await proofAfter(manifest, '--import', 'a')).toBe(manifest);
  const raised = await proofAfter(manifest);
  expect(raised).toBe(manifest.replace('"proof": "static"', '"proof": "import"'));
  expect(await proofAfter(manifest, '--import', 'b,a')).toBe(raised);
  expect(await proofAfter(raised)).toBe(raised);
  for (const other of [manifestOf(layer, 'python3.10'), manifestOf(Buffer.from('x'), 'python3.9'), '{}', 'no JSON']) {
    expect(await proofAfter(other)).toBe(other);
  }
});

/** A manifest as `build` writes it, cut short. */
function manifestOf(layer: Uint8Array, runtime: string): string {
  const manifest = {
    schema: 1,
    tool: { name: 'layerproof', version: '0.1.0' },
    target: { runtime, architecture: 'x86_64' },
    layer: { sha256: createHash('sha256').update(layer).digest('hex'), bytes: layer.length },
    packages: [],
    proof: 'static',
    notes: [],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

test('asks for what it needs', async () => {
  expect(await prove()).toContain('error[missing-argument]: No layer given');
  expect(await prove('a.zip', '--arch', 'x86_64')).toContain('error[missing-argument]: No --runtime given');
  expect(await prove('a.zip', ...target, '--import', ' ,')).toContain('error[bad-argument]: --import names no module');
  expect(await prove('a.zip', ...target, '--level', 'lambda')).toContain('There is no level lambda');
  expect(await prove('a.zip', ...target)).toContain('error[layer-not-found]');
});
