import { openZip } from '../formats/zip-reader.ts';
import type { WheelFile } from '../python/index/index-file.ts';
import { normalizeName } from '../python/standards/name.ts';
import { badWheel } from '../python/wheels/faults.ts';
import { unknownDistribution } from '../python/resolver/faults.ts';
import { normalizeVersion } from '../python/standards/version.ts';
import { fetchWheel } from '../python/wheels/wheel-file.ts';
import { fetchWheelParts } from '../python/wheels/wheel-parts.ts';
import { type LocalWheel, wheelImage } from '../python/wheels/wheel-image.ts';
import { type WrittenLayer, openOutput } from './output.ts';
import { type SourceOptions, openSources } from './sources.ts';

export type WheelSources = Partial<SourceOptions>;

/** Every wheel of one version of a distribution, for whatever platform, by file name. Empty when the version has none. */
export async function findWheels(name: string, version: string, sources: WheelSources = {}): Promise<WheelFile[]> {
  const { index } = open(sources);
  const distribution = normalizeName(name);
  const answer = await index.files(distribution);
  if (answer.kind !== 'found') {
    throw unknownDistribution(distribution, [], answer.kind === 'unknown' ? answer.asked : []);
  }
  const wanted = normalizeVersion(version);
  return answer.page.wheels
    .filter((wheel) => wheel.name.version === wanted)
    .toSorted((a, b) => (a.name.fileName < b.name.fileName ? -1 : 1));
}

/** Fetches a wheel into the cache, with its hash checked. */
export async function downloadWheel(wheel: WheelFile, sources: WheelSources = {}): Promise<LocalWheel> {
  return { name: wheel.name, artifact: await fetchWheel(wheel, open(sources).store) };
}

/**
 * Files of a wheel by their paths in it, in the order asked for. A wheel is a zip: nothing of it is run or installed.
 *
 * @throws Fault `bad-wheel` when it has no such file.
 */
export function readWheelFiles({ name: { fileName }, artifact }: LocalWheel, paths: readonly string[]): Uint8Array[] {
  const archive = openZip(artifact.path, fileName);
  try {
    return paths.map((path) => {
      const entry = archive.entries.find((candidate) => candidate.path === path);
      if (entry === undefined) throw badWheel(fileName, `it has no ${path}`);
      return archive.read(entry);
    });
  } finally {
    archive.close();
  }
}

/**
 * Files of a wheel by their paths in it, in the order asked for, without the rest of the wheel where the server gives parts of
 * files: a model of 4 MB need not bring 75 MB along. The caller holds each file against a digest of its own, because the wheel's
 * can only be checked when all of it comes.
 *
 * @throws Fault `bad-wheel` when it has no such file, and the Faults of {@link downloadWheel}.
 */
export async function fetchWheelFiles(
  wheel: WheelFile,
  paths: readonly string[],
  sources: WheelSources = {},
): Promise<Uint8Array[]> {
  const { transport } = open(sources);
  const progress = (received: number) =>
    sources.onProgress?.({ name: wheel.name.fileName, received, total: undefined });
  const parts = transport === undefined ? undefined : await fetchWheelParts(wheel, paths, transport, progress);
  return parts ?? readWheelFiles(await downloadWheel(wheel, sources), paths);
}

/** Writes a layer of just these wheels, without resolving or checking anything: for layers that are broken on purpose. */
export function layerFromWheels(wheels: readonly LocalWheel[], path: string): WrittenLayer {
  const image = wheelImage(wheels);
  const output = openOutput();
  try {
    const written = output.writeLayer(path, image.entries);
    output.commit();
    return written;
  } finally {
    output.discard();
    image.close();
  }
}

function open(sources: WheelSources) {
  return openSources({ environment: process.env, folder: process.cwd(), ...sources });
}
