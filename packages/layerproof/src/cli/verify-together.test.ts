import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elfBytes } from '../formats/testing/elf-bytes.ts';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import { runSession } from './testing/session.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'together-'));
  const put = (name: string, files: Readonly<Record<string, string | Uint8Array>>) =>
    writeFileSync(join(cwd, name), zipBytes(Object.entries(files).map(([path, data]) => ({ name: path, data }))));
  put('wrong.zip', { 'python/a.so': elfBytes({ machine: 183 }) });
  put('right.zip', { 'python/a.so': elfBytes({}) });
  put('page.zip', { 'python/page/__init__.py': 'import letter, distutils\n' });
  put('letter.zip', { 'python/letter.py': '' });
  mkdirSync(join(cwd, 'function'));
  writeFileSync(join(cwd, 'function/handler.py'), 'import json\n');
});
afterAll(() => rmSync(cwd, { recursive: true }));

async function findings(...argv: string[]): Promise<string[]> {
  const { stdout } = await runSession(['verify', ...argv, '--format', 'json'], { cwd });
  const { findings: found } = JSON.parse(stdout) as { findings: Record<'rule' | 'severity' | 'message', string>[] };
  return found.map(({ severity, rule, message }) => `${severity} ${rule} ${message}`);
}

const X86 = ['--runtime', 'python3.11', '--arch', 'x86_64'];

describe('several layers', () => {
  test('lie one over the other, the last on top', async () => {
    expect(await findings('wrong.zip', 'right.zip', ...X86)).toEqual([]);
    expect(await findings('right.zip', 'wrong.zip', ...X86)).toEqual([
      'error elf-wrong-arch built for arm64, but the layer targets x86_64',
    ]);
  });

  test('bring what the others import', async () => {
    expect(await findings('page.zip', ...X86)).toEqual([
      'error module-not-found line 1 imports letter, which is neither in the layer nor in python3.11; without it page cannot be imported',
    ]);
    expect(await findings('page.zip', 'letter.zip', ...X86)).toEqual([]);
  });

  test('are five at most', async () => {
    const six = Array.from({ length: 6 }, () => 'letter.zip');
    expect(await findings(...six, ...X86)).toEqual([
      'error too-many-layers 6 layers are given, but a function takes 5',
    ]);
  });
});

describe('with the function', () => {
  test('only what it imports counts', async () => {
    expect(await findings('page.zip', ...X86, '--function', 'function')).toEqual([]);
    writeFileSync(join(cwd, 'function/other.py'), 'def handle(event, context):\n    import page\n');
    expect(await findings('page.zip', ...X86, '--function', 'function')).toEqual([
      'error module-not-found line 1 imports letter, which is neither in the layer nor in python3.11; without it other.py cannot be imported',
    ]);
  });
});

describe('with the manifest beside a zip', () => {
  const manifest = (name: string, target: Readonly<Record<string, string>>, bytes: number) => {
    const facts = { schema: 1, tool: { name: 'layerproof', version: '1.0.0' }, target, layer: { bytes } };
    writeFileSync(join(cwd, name), JSON.stringify(facts));
  };

  test('the target that it names is compared', async () => {
    const { size } = statSync(join(cwd, 'letter.zip'));
    manifest('letter.json', { runtime: 'python3.11', architecture: 'x86_64' }, size);
    expect(await findings('letter.zip', ...X86)).toEqual([]);
    manifest('letter.json', { runtime: 'python3.9', architecture: 'arm64' }, size);
    expect(await findings('letter.zip', ...X86)).toEqual([
      'warning target-differs-from-manifest was built for python3.9/arm64 as letter.json says, but is checked for python3.11/x86_64',
    ]);
    expect(await findings('letter.zip', ...X86, '--migrate-to', 'python3.12')).toEqual([]);
    manifest('letter.json', { runtime: 'python3.9', architecture: 'arm64' }, size + 1);
    expect(await findings('letter.zip', ...X86)).toEqual([]);
    rmSync(join(cwd, 'letter.json'));
  });
});

describe('when the runtime is raised', () => {
  test('only what is new is told', async () => {
    const argv = ['page.zip', ...X86, '--migrate-to', 'python3.12'];
    expect(await findings(...argv)).toEqual([
      'error removed-standard-library-module line 1 imports distutils, which Python had until 3.11, and python3.12 has 3.12; without it page cannot be imported',
    ]);
    const { transcript, exit } = await runSession(['verify', 'right.zip', ...X86, '--migrate-to', 'python3.14'], {
      cwd,
    });
    expect(transcript).toContain('stderr: python3.11/x86_64 to python3.14/x86_64: no findings');
    expect(exit).toBe(0);
  });
});

describe('for machines', () => {
  test('annotations of GitHub, one line each', async () => {
    const { stdout, exit } = await runSession(['verify', 'wrong.zip', ...X86, '--format', 'github'], { cwd });
    expect(stdout).toBe(
      '::error file=wrong.zip,title=elf-wrong-arch::python/a.so: built for arm64, but the layer targets x86_64%0Afix: Build the layer again with `layerproof build requirements.txt --runtime python3.11 --arch x86_64`, or change the architecture of the function to that of the files.',
    );
    expect(exit).toBe(1);
  });

  test('SARIF names the rule, the layer and the file in it', async () => {
    const { stdout } = await runSession(['verify', 'wrong.zip', ...X86, '--format', 'sarif'], { cwd });
    const [run] = JSON.parse(stdout).runs;
    const [result] = run.results;
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('elf-wrong-arch');
    expect(result).toMatchObject({
      ruleId: 'elf-wrong-arch',
      level: 'error',
      locations: [
        {
          physicalLocation: { artifactLocation: { uri: 'wrong.zip' } },
          logicalLocations: [{ fullyQualifiedName: 'python/a.so' }],
        },
      ],
    });
  });
});
