/**
 * Our ELF reader against GNU readelf, on the native files of real wheels.
 *
 *   npm run bench:elf-reader [-- --every 10] [FOLDER]
 *
 * Takes the zips and wheels below FOLDER (by default the cache of layerproof), and of these each tenth, if told so. For each ELF
 * file in them it compares what both say: needed libraries, soname, rpath and runpath, version needs and definitions, and the
 * dynamic symbols with their versions. A file whose bytes were seen before is passed over. Exit code 1 when something differs.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isFault } from '../../packages/fault/src/index.ts';
import { cacheFolder } from '../../packages/layerproof/src/artifact/cache-folder.ts';
import { openZip, type ZipArchive } from '../../packages/layerproof/src/formats/zip-reader.ts';
import { differences, ourFacts } from './ours.ts';
import { readelf } from './readelf.ts';

const ELF_MAGIC = 0x7f45_4c46;
/** A larger file is in no layer (the limit of Lambda). */
const LARGEST_BYTES = 262_144_000;

const { values, positionals } = parseArgs({
  options: { every: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const root = positionals[0] ?? join(cacheFolder(process.env), 'artifacts');
const folder = mkdtempSync(join(tmpdir(), 'bench-elf-reader-'));
const copy = join(folder, 'file.so');
const seen = new Set<string>();
const counts = { archives: 0, files: 0, symbols: 0, different: 0, seconds: { ours: 0, readelf: 0 } };

try {
  const archives = archivesBelow(root).sort();
  for (const path of archives.filter((_, index) => index % Number(values.every) === 0)) {
    const archive = open(path);
    if (archive === undefined) continue;
    counts.archives++;
    for (const [name, bytes] of elfFilesOf(archive)) compare(name, bytes);
    archive.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}
const { archives, files, symbols, different, seconds } = counts;
console.log(`${files} files of ${archives} archives, ${symbols} symbols: ${different} files differ`);
console.log(`ours: ${seconds.ours.toFixed(1)} s, readelf: ${seconds.readelf.toFixed(1)} s`);
process.exitCode = different === 0 ? 0 : 1;

function compare(name: string, bytes: Uint8Array): void {
  writeFileSync(copy, bytes);
  const start = performance.now();
  const ours = read(name, bytes);
  const between = performance.now();
  const theirs = readelf(copy);
  counts.seconds.ours += (between - start) / 1000;
  counts.seconds.readelf += (performance.now() - between) / 1000;
  counts.files++;
  if (ours === undefined) {
    counts.different++;
    return;
  }
  counts.symbols += ours.undefinedSymbols.length + ours.definedSymbols.length;
  const found = differences(ours, theirs);
  if (found.length === 0) return;
  counts.different++;
  for (const difference of found) console.log(`${name}: ${difference}`);
}

function read(name: string, bytes: Uint8Array): ReturnType<typeof ourFacts> | undefined {
  try {
    return ourFacts(name, bytes);
  } catch (error) {
    if (!isFault(error)) throw error;
    console.log(`${name}: only readelf takes it: ${error.message}`);
    return undefined;
  }
}

function* elfFilesOf(archive: ZipArchive): Generator<[name: string, bytes: Uint8Array]> {
  for (const entry of archive.entries) {
    const key = `${entry.crc32} ${entry.size}`;
    if (entry.kind !== 'file' || entry.size < 64 || entry.size > LARGEST_BYTES || seen.has(key)) continue;
    if (!/\.(?:so|node)(?:\.|$)|\/bin\/|^[^.]*$/.test(entry.path)) continue;
    const bytes = archive.read(entry);
    if (Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32BE() !== ELF_MAGIC) continue;
    seen.add(key);
    yield [entry.path, bytes];
  }
}

/** Undefined for a file that is no zip: the cache has others, too. */
function open(path: string): ZipArchive | undefined {
  if (readFileSync(path).readUInt16BE() !== 0x50_4b) return undefined;
  try {
    return openZip(path);
  } catch (error) {
    if (!isFault(error)) throw error;
    console.log(`${path}: ${error.message}`);
    return undefined;
  }
}

function archivesBelow(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
