import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { isFault } from '../../packages/fault/src/index.ts';
import { identify } from '../../packages/layerproof/src/formats/binary.ts';
import type { ImageEntry } from '../../packages/layerproof/src/image/entry.ts';
import { openLayer } from '../../packages/layerproof/src/image/open-layer.ts';
import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';
import type { Report } from '../../packages/layerproof/src/verify/verify.ts';
import { differences, ourFacts } from '../elf-reader/ours.ts';
import { readelf } from '../elf-reader/readelf.ts';
import { layerproof } from '../native-packages/session.ts';
import type { GoodLayer } from './layers.ts';

/** What the real command finds in a layer. @throws Error when it cannot even read it. */
export async function findingsOf(layer: GoodLayer, path: string, cwd: string): Promise<readonly Finding[]> {
  const { runtime, architecture } = layer;
  const args = ['verify', path, '--runtime', runtime, '--arch', architecture, '--format', 'json'];
  const { exit, out, err } = await layerproof(args, cwd);
  if (exit > 1) throw new Error(`verify gave up on ${layer.requirement}: ${err}`);
  return (JSON.parse(out) as Report).findings;
}

/** How our reader of ELF files and GNU readelf compare on files that were not seen before. */
export interface ElfComparison {
  files: number;
  symbols: number;
  readonly differences: string[];
}

/** Compares every ELF file of a layer; `seen` is kept across layers, so that no bytes are compared twice. */
export function compareWithReadelf(path: string, folder: string, seen: Set<string>, counts: ElfComparison): void {
  const image = openLayer(path);
  try {
    for (const entry of image.entries) {
      const bytes = entry.kind === 'file' ? elfBytes(entry) : undefined;
      const key = bytes === undefined ? '' : `${crc32(bytes)} ${bytes.length}`;
      if (bytes === undefined || seen.has(key)) continue;
      seen.add(key);
      compare(entry.path, bytes, folder, counts);
    }
  } finally {
    image.close();
  }
}

/** Names that no ELF file has: of those it is not asked whether they are one. */
const OTHER = /\.(?:pyi?|pyc|js|[cm]?ts|map|json|txt|md|h|hpp|pxd|pyx|html|css|svg|png|ttf|afm|csv|gz|npy|xml)$/;

function elfBytes(entry: ImageEntry): Uint8Array | undefined {
  if (entry.size < 64 || OTHER.test(entry.path)) return undefined;
  const bytes = entry.read();
  return identify(bytes) === 'elf' ? bytes : undefined;
}

function compare(name: string, bytes: Uint8Array, folder: string, counts: ElfComparison): void {
  const copy = join(folder, 'file.so');
  writeFileSync(copy, bytes);
  counts.files++;
  try {
    const ours = ourFacts(name, bytes);
    counts.symbols += ours.undefinedSymbols.length + ours.definedSymbols.length;
    counts.differences.push(...differences(ours, readelf(copy)).map((difference) => `${name}: ${difference}`));
  } catch (error) {
    if (!isFault(error)) throw error;
    counts.differences.push(`${name}: only readelf takes it: ${error.message}`);
  }
}
