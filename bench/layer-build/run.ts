/**
 * Warm build time of one layer, as a ratio to pip and to uv with `zip -r`, in one run.
 *
 *   npm run bench:layer-build [-- ROUNDS]
 *
 * Everyone makes a zip of the same pinned packages, with their dependencies, for python3.12 on x86_64, with all downloads in
 * its cache. layerproof's time holds the resolving, every rule of verify (what it once read of a native file is in its cache, as
 * the wheel is), the lock, the manifest and the SBOM; the others' the install into an empty folder and the zip. Prints one
 * number per line; the medians of the rounds.
 */
import { join } from 'node:path';
import { type Contender, makeContenders } from './contenders.ts';
import { median, withTemporaryFolder } from './measure.ts';

const REQUIREMENTS = [
  'numpy==2.2.6',
  'pillow==11.3.0',
  'opencv-python-headless==4.11.0.86',
  'onnxruntime==1.22.0',
  'requests==2.32.4',
];
const DEFAULT_ROUNDS = 3;

const rounds = Number(process.argv[2] ?? DEFAULT_ROUNDS);

await withTemporaryFolder('bench-layer-build-', async (folder) => {
  const contenders = await makeContenders(folder, REQUIREMENTS);
  for (const contender of contenders) {
    progress(`${contender.name}: filling its cache`);
    contender.run(join(folder, `warm-${contender.name}`));
  }
  const seconds = new Map<string, number[]>();
  for (let round = 1; round <= rounds; round++) {
    // In turn within a round, so that a slower minute of the machine is everyone's.
    for (const contender of contenders) {
      progress(`round ${round} of ${rounds}: ${contender.name}`);
      const took = contender.run(join(folder, `${round}-${contender.name}`));
      seconds.set(contender.name, [...(seconds.get(contender.name) ?? []), took]);
    }
  }
  report(contenders, seconds);
});

function report(contenders: readonly Contender[], seconds: ReadonlyMap<string, readonly number[]>): void {
  const of = (name: string) => median(seconds.get(name) ?? []);
  console.log(`packages: ${REQUIREMENTS.join(' ')} and what they need, python3.12/x86_64, ${rounds} rounds, medians`);
  for (const { name, describe, bytes } of contenders) {
    console.log(`${name}: ${of(name).toFixed(2)} s, ${(bytes() / 1e6).toFixed(1)} MB (${describe})`);
  }
  for (const ours of ['layerproof', 'layerproof-from-lock']) {
    for (const peer of ['pip-and-zip', 'uv-and-zip']) {
      console.log(`${peer} / ${ours}: ${(of(peer) / of(ours)).toFixed(1)}`);
    }
  }
  console.log(
    `layerproof-from-lock / copy-with-sha256: ${(of('layerproof-from-lock') / of('copy-with-sha256')).toFixed(1)}`,
  );
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}
