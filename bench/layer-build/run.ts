/**
 * The build time of one layer beside pip, uv and a plain copy, and the memory of a layer of 250 MB, in one run.
 *
 *   npm run bench:layer-build [-- ROUNDS] [--only warm,cold,memory]
 *
 * Everyone makes a zip of the same pinned packages, with their dependencies, for python3.12 on x86_64. Warm: with all downloads in
 * its cache. layerproof's time holds the resolving, the lock, the manifest and the SBOM; what the rules of verify said of exactly
 * these files is in its cache, as the wheels are. The others' holds the install into an empty folder and the zip. Two copies of the
 * same bytes with a sha256 are the floor; each of them is a process, as the builds are. Cold: with an empty cache, in turn, through
 * a proxy of ours that counts the bytes. Prints one number per line; the medians of the rounds.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contender, makeContenders } from './contenders.ts';
import { countingProxy } from './counting-proxy.ts';
import { measureMemory } from './memory.ts';
import { median, withTemporaryFolder } from './measure.ts';

const REQUIREMENTS = [
  'numpy==2.2.6',
  'pillow==11.3.0',
  'opencv-python-headless==4.11.0.86',
  'onnxruntime==1.22.0',
  'requests==2.32.4',
];
const DEFAULT_ROUNDS = '3';
const PARTS = 'warm,cold,memory';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: PARTS } },
});
const rounds = Number(positionals[0] ?? DEFAULT_ROUNDS);
const parts = new Set(values.only.split(','));

await withTemporaryFolder('bench-layer-build-', async (folder) => {
  const { warm, cold } = await makeContenders(folder, REQUIREMENTS);
  console.log(`packages: ${REQUIREMENTS.join(' ')} and what they need, python3.12/x86_64, ${rounds} rounds, medians`);
  if (parts.has('warm')) await measureWarm(warm, folder);
  if (parts.has('cold')) await measureCold(cold, folder);
  if (parts.has('memory')) {
    for (const { name, megabytes, unzippedBytes } of measureMemory(folder)) {
      console.log(`peak memory, ${name}: ${megabytes.toFixed(0)} MB, ${unzippedBytes} bytes unzipped`);
    }
  }
});

async function measureWarm(contenders: readonly Contender[], folder: string): Promise<void> {
  for (const contender of contenders) {
    progress(`${contender.name}: filling its cache`);
    await contender.run(join(folder, `warm-${contender.name}`));
  }
  const seconds = await inTurn(contenders, 'warm', (contender, round) =>
    contender.run(join(folder, `${round}-${contender.name}`)),
  );
  for (const { name, describe, bytes } of contenders) {
    console.log(`warm ${name}: ${seconds(name).toFixed(2)} s, ${(bytes() / 1e6).toFixed(1)} MB (${describe})`);
  }
  const ratios = [
    ['pip-and-zip', 'layerproof'],
    ['uv-and-zip', 'layerproof'],
    ['pip-and-zip', 'layerproof-from-lock'],
    ['uv-and-zip', 'layerproof-from-lock'],
    ['layerproof', 'copy-in-node'],
    ['layerproof-from-lock', 'copy-in-node'],
    ['layerproof', 'cp-and-sha256sum'],
    ['layerproof-from-lock', 'cp-and-sha256sum'],
  ] as const;
  for (const [one, other] of ratios) {
    console.log(`warm ${one} / ${other}: ${(seconds(one) / seconds(other)).toFixed(1)}`);
  }
}

async function measureCold(contenders: readonly Contender[], folder: string): Promise<void> {
  const proxy = await countingProxy();
  const received = new Map<string, number>();
  const seconds = await inTurn(contenders, 'cold', async (contender, round) => {
    const cache = join(folder, `cache-${round}-${contender.name}`);
    const environment = {
      LAYERPROOF_CACHE_DIR: cache,
      UV_CACHE_DIR: cache,
      HTTPS_PROXY: proxy.url,
      ALL_PROXY: proxy.url,
    };
    proxy.received();
    const took = await contender.run(join(folder, `cold-${round}-${contender.name}`), environment);
    received.set(contender.name, proxy.received());
    return took;
  });
  proxy.close();
  for (const { name } of contenders) {
    const megabytes = ((received.get(name) ?? 0) / 1e6).toFixed(1);
    console.log(`cold ${name}: ${seconds(name).toFixed(2)} s, ${megabytes} MB received`);
  }
  for (const peer of ['uv-and-zip', 'uv']) {
    console.log(`cold ${peer} / layerproof: ${(seconds(peer) / seconds('layerproof')).toFixed(2)}`);
  }
}

/** The median of each: in turn within a round, so that a slower minute of the machine or of the network is everyone's. */
async function inTurn(
  contenders: readonly Contender[],
  what: string,
  measure: (contender: Contender, round: number) => Promise<number>,
): Promise<(name: string) => number> {
  const seconds = new Map<string, number[]>();
  for (let round = 1; round <= rounds; round++) {
    for (const contender of contenders) {
      progress(`${what}, round ${round} of ${rounds}: ${contender.name}`);
      const took = await measure(contender, round);
      seconds.set(contender.name, [...(seconds.get(contender.name) ?? []), took]);
    }
  }
  return (name) => median(seconds.get(name) ?? []);
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
