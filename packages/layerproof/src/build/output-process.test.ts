import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { randomNumbers } from '../../../../test/typeset/random.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-process-'));
  for (const name of ['one', 'two']) {
    mkdirSync(join(folder, name));
    // Enough that writing takes a while.
    writeFileSync(join(folder, name, 'data.txt'), `${name} ${'0123456789'.repeat(200_000)}`);
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const BIN = join(import.meta.dirname, '../bin.ts');
const WRITTEN = ['layer.cdx.json', 'layer.json', 'layer.zip'];

function build(input: string): ChildProcess {
  const args = ['--conditions=source', BIN, 'build', input, '--runtime', 'nodejs22.x', '--arch', 'x86_64', '--offline'];
  return spawn(process.execPath, args, {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      LAYERPROOF_CACHE_DIR: at('cache'),
      PIP_CONFIG_FILE: '/dev/null',
      UV_NO_CONFIG: '1',
    },
    stdio: 'ignore',
  });
}

const endOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('close', resolve));

/** Whether the files in the folder are those of one build; no files are. */
function belongTogether(): boolean {
  if (!existsSync(at('layer.zip'))) return files().length === 0;
  const sha256 = createHash('sha256')
    .update(readFileSync(at('layer.zip')))
    .digest('hex');
  const manifest = JSON.parse(readFileSync(at('layer.json'), 'utf8'));
  const bill = JSON.parse(readFileSync(at('layer.cdx.json'), 'utf8'));
  return manifest.layer.sha256 === sha256 && bill.metadata.component.hashes[0].content === sha256;
}

const files = () => readdirSync(folder).filter((name) => !['one', 'two', 'cache'].includes(name));

describe('a build that is ended at any moment', () => {
  test('leaves all its files or none, and nothing half-written', { timeout: 300_000 }, async () => {
    const random = randomNumbers(20261124);
    const began = performance.now();
    expect(await endOf(build('one'))).toBe(0);
    const whole = performance.now() - began;
    for (let run = 0; run < 30; run++) {
      const signal = (['SIGINT', 'SIGTERM'] as const)[run % 2];
      for (const name of files()) rmSync(at(name));
      const child = build('one');
      const end = endOf(child);
      await sleep(random() * whole * 1.1);
      child.kill(signal);
      // Before Node has started, a signal ends it as it ends any process.
      expect([0, 130, 143, null]).toContain(await end);
      expect([[], WRITTEN]).toContainEqual(files().toSorted());
      expect(belongTogether()).toBe(true);
    }
  });

  test('and by force, leaves no half file under the name of a layer', async () => {
    const random = randomNumbers(20261125);
    expect(await endOf(build('one'))).toBe(0);
    for (let run = 0; run < 6; run++) {
      const child = build('two');
      const end = endOf(child);
      await sleep(300 + random() * 300);
      child.kill('SIGKILL');
      await end;
      const zip = readFileSync(at('layer.zip'));
      // The comment of the end record is empty, so a whole zip ends with its last 22 bytes (APPNOTE.TXT 4.3.16).
      expect(zip.readUInt32LE(zip.length - 22)).toBe(0x06054b50);
      expect(() => JSON.parse(readFileSync(at('layer.json'), 'utf8'))).not.toThrow();
    }
  });
});

test('two builds of different layers into one place leave the whole of one', async () => {
  for (let run = 0; run < 3; run++) {
    expect(await Promise.all([endOf(build('one')), endOf(build('two'))])).toEqual([0, 0]);
    expect(belongTogether()).toBe(true);
    expect(files().toSorted()).toEqual(WRITTEN);
  }
});
