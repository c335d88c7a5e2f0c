import { posix } from 'node:path';
import type { Image, ImageEntry } from '../../packages/layerproof/src/image/entry.ts';
import { sortedByPath } from '../../packages/layerproof/src/image/path-order.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import { normalizeName } from '../../packages/layerproof/src/python/standards/name.ts';
import { abiTagOf } from '../../packages/layerproof/src/verify/python-abi-tag.ts';
import { isLibraryName } from '../../packages/layerproof/src/verify/native.ts';
import { readRecordLines } from '../../packages/layerproof/src/verify/record-lines.ts';
import type { Random } from '../../test/fuzz/random.ts';

/** A layer with one thing spoilt. */
export interface Mutated {
  readonly image: Image;
  /** What was done to which file, e.g. `python/PIL/_imaging.cpython-39-x86_64-linux-gnu.so: e_machine is aarch64`. */
  readonly what: string;
  /** The files that were there before, and are not, or not as they were. */
  readonly paths: readonly string[];
}

/** Undefined where the layer has nothing to spoil in this way. */
type Mutate = (image: Image, random: Random, target: Target) => Mutated | undefined;

const WAYS = {
  'source removed': (image, random) => removed(image, random, isSource),
  'extension removed': (image, random) => removed(image, random, isExtension),
  'library removed': (image, random) => removed(image, random, isBundledLibrary),
  'ABI tag changed': abiTagChanged,
  'CPU swapped': cpuSwapped,
  'requirement added': requirementAdded,
  'mode cleared': modeCleared,
  'file truncated': truncated,
  'link dangling': linkDangling,
  'distribution removed': distributionRemoved,
  'source moved': sourceMoved,
} as const satisfies Record<string, Mutate>;

export type MutationKind = keyof typeof WAYS;

/** Ways to spoil a layer. Which file it is, is chosen among all that can be spoilt so, whether an import comes to it or not. */
export const MUTATIONS: Readonly<Record<MutationKind, Mutate>> = WAYS;

function removed(image: Image, random: Random, isWanted: (entry: ImageEntry) => boolean): Mutated | undefined {
  const entry = pickFrom(image, random, isWanted);
  if (entry === undefined) return undefined;
  return { image: without(image, [entry.path]), what: `${entry.path}: removed`, paths: [entry.path] };
}

/** SOABI of other interpreters (PEP 3149). */
const OTHER_TAGS = ['cpython-37m-x86_64-linux-gnu', 'cpython-38-x86_64-linux-gnu', 'cpython-312-x86_64-linux-musl'];

function abiTagChanged(image: Image, random: Random, { facts }: Target): Mutated | undefined {
  const entry = pickFrom(image, random, ({ path, kind }) => kind === 'file' && abiTagOf(path) !== undefined);
  if (entry === undefined) return undefined;
  const others = OTHER_TAGS.map((tag) => `.${tag}.so`).filter((suffix) => !facts.extensionSuffixes.includes(suffix));
  const { module } = abiTagOf(entry.path) ?? { module: '' };
  const path = posix.join(posix.dirname(entry.path), module + random.pick(others));
  const renamed = replaced(image, entry.path, { ...entry, path });
  return { image: renamed, what: `${entry.path}: renamed to ${posix.basename(path)}`, paths: [entry.path] };
}

/** Place of e_machine in the header, and EM_AARCH64 (System V ABI, ELF header; elf(5)). */
const E_MACHINE = 18;
const EM_AARCH64 = 183;

function cpuSwapped(image: Image, random: Random): Mutated | undefined {
  const entry = pickFrom(image, random, (candidate) => isExtension(candidate) || isBundledLibrary(candidate));
  if (entry === undefined) return undefined;
  const bytes = Uint8Array.from(entry.read());
  new DataView(bytes.buffer).setUint16(E_MACHINE, EM_AARCH64, true);
  return changed(image, entry, bytes, 'e_machine is aarch64');
}

/** Distributions that are on the index and in none of the layers. */
const NEEDLESS = ['colorlog', 'humanfriendly', 'Unidecode', 'python-slugify', 'ftfy'];

function requirementAdded(image: Image, random: Random): Mutated | undefined {
  const entry = pickFrom(image, random, isMetadata);
  if (entry === undefined) return undefined;
  const line = `Requires-Dist: ${random.pick(NEEDLESS)}`;
  const text = new TextDecoder().decode(entry.read());
  return changed(image, entry, new TextEncoder().encode(text.replace(/^(Version: .*)$/m, `$1\n${line}`)), line);
}

/** Without what the user of a function needs, who owns nothing of a layer. */
const MODES = [0o000, 0o600, 0o640, 0o700];

function modeCleared(image: Image, random: Random): Mutated | undefined {
  const entry = pickFrom(image, random, isCode);
  if (entry === undefined) return undefined;
  const mode = random.pick(MODES);
  const what = `${entry.path}: mode 0${mode.toString(8).padStart(3, '0')}`;
  return { image: replaced(image, entry.path, { ...entry, mode }), what, paths: [entry.path] };
}

function truncated(image: Image, random: Random): Mutated | undefined {
  const entry = pickFrom(image, random, (candidate) => isCode(candidate) && candidate.size > 0);
  if (entry === undefined) return undefined;
  const length = random.below(entry.size);
  return changed(image, entry, entry.read().slice(0, length), `cut to ${length} of ${entry.size} bytes`);
}

function linkDangling(image: Image, random: Random): Mutated | undefined {
  const entry = pickFrom(image, random, isCode);
  if (entry === undefined) return undefined;
  const link = Buffer.from(`.store/${posix.basename(entry.path)}`);
  const spoilt: ImageEntry = { ...bytesOf(entry, link), kind: 'symlink', mode: 0o777 };
  return { image: replaced(image, entry.path, spoilt), what: `${entry.path}: a link to ${link}`, paths: [entry.path] };
}

function distributionRemoved(image: Image, random: Random, target: Target): Mutated | undefined {
  const record = pickFrom(image, random, ({ path }) => isOwnRecord(path, target));
  if (record === undefined) return undefined;
  const folder = posix.dirname(record.path);
  const paths = [...readRecordLines(record).map(({ path }) => path), record.path];
  return { image: without(image, paths), what: `${folder}: removed with its files`, paths };
}

function sourceMoved(image: Image, random: Random): Mutated | undefined {
  const entry = pickFrom(image, random, isSource);
  if (entry === undefined) return undefined;
  const folders = [...new Set(image.entries.filter(isSource).map(({ path }) => posix.dirname(path)))];
  const folder = random.pick(
    folders.filter((candidate) => candidate !== posix.dirname(entry.path)).concat('python/moved'),
  );
  const path = posix.join(folder, posix.basename(entry.path));
  const at = image.entries.some((other) => other.path === path)
    ? posix.join(folder, `moved_${posix.basename(path)}`)
    : path;
  return {
    image: replaced(image, entry.path, { ...entry, path: at }),
    what: `${entry.path}: moved to ${at}`,
    paths: [entry.path],
  };
}

function pickFrom(
  { entries }: Image,
  random: Random,
  isWanted: (entry: ImageEntry) => boolean,
): ImageEntry | undefined {
  const wanted = entries.filter((entry) => entry.kind === 'file' && isWanted(entry));
  return wanted.length === 0 ? undefined : random.pick(wanted);
}

function changed(image: Image, entry: ImageEntry, bytes: Uint8Array, what: string): Mutated {
  return {
    image: replaced(image, entry.path, bytesOf(entry, bytes)),
    what: `${entry.path}: ${what}`,
    paths: [entry.path],
  };
}

function bytesOf({ path, mode, kind }: ImageEntry, bytes: Uint8Array): ImageEntry {
  return {
    path,
    mode,
    kind,
    size: bytes.length,
    crc32: undefined,
    read: () => bytes,
    compressed: undefined,
    artifact: undefined,
  };
}

function replaced({ entries, close }: Image, path: string, entry: ImageEntry): Image {
  return { entries: sortedByPath(entries.map((other) => (other.path === path ? entry : other))), close };
}

function without({ entries, close }: Image, paths: readonly string[]): Image {
  const gone = new Set(paths);
  return { entries: entries.filter(({ path }) => !gone.has(path)), close };
}

function isSource({ path }: ImageEntry): boolean {
  return path.endsWith('.py');
}

/** A library of `NAME.libs` or one beside the modules that `import` would not take. */
function isBundledLibrary({ path }: ImageEntry): boolean {
  return isLibraryName(path) && (/\.libs\//.test(path) || /\.so\.[\d.]+$/.test(path) || /\/lib[^/]*\.so$/.test(path));
}

function isExtension(entry: ImageEntry): boolean {
  return isLibraryName(entry.path) && !isBundledLibrary(entry);
}

function isMetadata({ path }: ImageEntry): boolean {
  return path.endsWith('.dist-info/METADATA');
}

function isCode(entry: ImageEntry): boolean {
  return isSource(entry) || isLibraryName(entry.path);
}

/** Not of a distribution that Lambda brings as well: without it a layer loads there, and not on this machine. */
function isOwnRecord(path: string, { facts }: Target): boolean {
  const name = /([^/]+)-[^/-]+\.dist-info\/RECORD$/.exec(path)?.[1];
  return name !== undefined && !facts.preinstalled.has(normalizeName(name));
}
