import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LAYERPROOF, TARGET } from './contenders.ts';
import { PEAK_MEMORY } from './measure.ts';

/** With what they need, just below the 262,144,000 bytes that Lambda takes; the largest library has 63 MB. */
const REQUIREMENTS = [
  'pandas==2.3.0',
  'opencv-python-headless==4.11.0.86',
  'numpy==2.2.6',
  'pillow==11.3.0',
  'lxml==5.4.0',
];

export interface PeakMemory {
  readonly name: string;
  /** Of the whole process, in MB of 1,000,000 bytes. */
  readonly megabytes: number;
  readonly unzippedBytes: number;
}

/** The most memory that building a layer of about 250 MB takes, in every state of the cache. */
export function measureMemory(folder: string): PeakMemory[] {
  const list = join(folder, 'large.txt');
  writeFileSync(list, REQUIREMENTS.map((line) => `${line}\n`).join(''));
  const cache = join(folder, 'memory-cache');
  const own = join(folder, 'own');
  makeOwnFiles(own);
  const build = (name: string, input: string) => peakOf(name, input, folder, cache);
  return [
    build('250 MB, nothing in the cache', list),
    build('250 MB, all in the cache', list),
    build('a file of 200 MB of one’s own', own),
  ];
}

function makeOwnFiles(folder: string): void {
  mkdirSync(join(folder, 'python'), { recursive: true });
  // Half of it can be deflated.
  const block = Buffer.alloc(1 << 20);
  for (let at = 0; at < block.length / 2; at += 4) block.writeUInt32LE(Math.imul(at, 0x9e3779b1) >>> 0, at);
  writeFileSync(join(folder, 'python/model.bin'), Buffer.concat(Array.from({ length: 190 }, () => block)));
}

function peakOf(name: string, input: string, folder: string, cache: string): PeakMemory {
  const layer = join(folder, 'memory', 'layer.zip');
  const { stderr, status } = spawnSync(
    process.execPath,
    ['--import', PEAK_MEMORY, LAYERPROOF, 'build', input, ...TARGET, '-o', layer],
    { encoding: 'utf8', env: { ...process.env, LAYERPROOF_CACHE_DIR: cache } },
  );
  const kilobytes = /^peak (\d+) kB$/m.exec(stderr)?.[1];
  if (kilobytes === undefined || status !== 0) throw new Error(`${name}: ${stderr}`);
  const { layer: facts } = JSON.parse(readFileSync(layer.replace(/zip$/, 'json'), 'utf8'));
  return { name, megabytes: (Number(kilobytes) * 1024) / 1e6, unzippedBytes: facts.unzippedBytes };
}
