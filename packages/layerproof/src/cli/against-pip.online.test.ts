import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { isFault } from '@ocr-pipeline/fault';
import { answers, testWithTool } from '../../../../test/tools.ts';
import { type BuildResult, buildLayer } from '../build/build-layer.ts';
import { findInterpreter } from '../prove/interpreter.ts';
import { normalizeName } from '../python/standards/name.ts';
import { platformTags } from '../target/platform-tags.ts';
import { parseTarget } from '../target/target.ts';

/** The newest Python whose closure pip and we can both compute here: pip takes markers from the Python that runs it. */
const TARGET = parseTarget('python3.12', 'x86_64');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'against-pip-'));
  vi.stubEnv('LAYERPROOF_CACHE_DIR', join(folder, 'cache'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

async function python(): Promise<string | undefined> {
  try {
    return (await findInterpreter(TARGET)).path;
  } catch (error) {
    if (isFault(error)) return undefined;
    throw error;
  }
}

const interpreter = await python();
const hasPip = answers(interpreter === undefined ? [] : [interpreter, '-m', 'pip', '--version']);

async function ours(requirements: string): Promise<Record<string, string>> {
  const path = join(folder, 'requirements.txt');
  writeFileSync(path, requirements);
  const output = join(folder, 'layer.zip');
  const result = await buildLayer(
    { inputs: [path], runtime: 'python3.12', architecture: 'x86_64', output, upgrade: true },
    {},
  );
  return Object.fromEntries(packagesOf(result).map(({ name, version }) => [name, version]));
}

function packagesOf(result: BuildResult) {
  if (result.kind === 'refused') throw new Error('the build was refused');
  return result.manifest.packages;
}

/** What pip would install for the same target, by its installation report (pip 22.2). */
function pips(requirements: string): Record<string, string> {
  const path = join(folder, 'requirements.txt');
  writeFileSync(path, requirements);
  const report = join(folder, 'report.json');
  const platforms = platformTags(TARGET).flatMap((platform) => ['--platform', platform]);
  const abis = ['cp312', 'abi3', 'none'].flatMap((abi) => ['--abi', abi]);
  const version = ['--python-version', '3.12', '--implementation', 'cp', ...abis, ...platforms];
  const dry = [
    '-q',
    '--no-cache-dir',
    '--dry-run',
    '--ignore-installed',
    '--only-binary=:all:',
    '--target',
    join(folder, 'target'),
  ];
  execFileSync(interpreter ?? '', ['-m', 'pip', 'install', ...dry, ...version, '--report', report, '-r', path], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { install } = JSON.parse(readFileSync(report, 'utf8')) as {
    install: { metadata: { name: string; version: string } }[];
  };
  return Object.fromEntries(install.map(({ metadata }) => [normalizeName(metadata.name), metadata.version]));
}

/** Looks at the index that often before a difference counts. */
const ATTEMPTS = 3;

/**
 * Ours and pip's versions from one state of the index: a release that appears, or that only some of the index's servers have yet,
 * would make them differ. So both ask anew each time, and pip is asked before and after ours.
 */
async function bothAtOnce(requirements: string): Promise<[Record<string, string>, Record<string, string>]> {
  let theirs = pips(requirements);
  for (let attempt = 1; ; attempt++) {
    rmSync(join(folder, 'cache', 'index'), { recursive: true, force: true });
    const mine = await ours(requirements);
    if (isDeepStrictEqual(mine, theirs) || attempt === ATTEMPTS) return [mine, theirs];
    theirs = pips(requirements);
    if (isDeepStrictEqual(mine, theirs)) return [mine, theirs];
  }
}

const testWithPip = testWithTool('a CPython 3.12 with pip, on Linux x86_64', hasPip);
for (const requirements of [
  'pandas scipy',
  'cryptography pyjwt[crypto]',
  'httpx[http2,socks] rich',
  'fastapi[all]',
  'pydantic<2 lxml beautifulsoup4',
  'sentry-sdk[flask] flask<3 werkzeug>=2',
  'django djangorestframework celery[redis]',
]) {
  testWithPip(`takes the same versions as pip for ${requirements}`, { timeout: 240_000 }, async () => {
    const lines = `${requirements.replaceAll(' ', '\n')}\n`;
    const [mine, theirs] = await bothAtOnce(lines);
    expect(mine).toEqual(theirs);
  });
}
