import { posix } from 'node:path';
import type { Image, ImageEntry } from '../image/entry.ts';
import type { ZipFacts } from '../image/zip-facts.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import type { Target } from '../target/target.ts';
import { type Distribution, filesOfUniversalWheels, readDistributions } from './distribution.ts';
import { createLoader, type Loader } from './loader.ts';
import { MOUNT } from './mount.ts';
import { type Native, readNative } from './native.ts';
import { readSource, type SourceFacts } from './python-source.ts';

/** What rules see: the image, the target, and facts that are read once, when the first rule asks. */
export interface Layer {
  readonly target: Target;
  /** Sorted by the bytes of their paths. */
  readonly entries: readonly ImageEntry[];
  readonly natives: readonly Native[];
  readonly distributions: readonly Distribution[];
  readonly loader: Loader;
  /** How the Python distributions were chosen, where the layer was just resolved; undefined for one from elsewhere. */
  readonly resolution?: readonly ResolvedPackage[] | undefined;
  /** Bytes, unzipped, of the function and of the other layers that it has beside this one. */
  readonly unzippedElsewhere: number;
  /** The function that the layer is for, where it is known: its files as they will lie in its own folder. */
  readonly function?: readonly ImageEntry[] | undefined;
  /** Layers that were merged into this one. */
  readonly layers: number;
  /** Of each zip that the layer was read from. */
  readonly zips: readonly ZipFacts[];
  /** What the manifests beside the zips say that they are for. */
  readonly manifests: readonly StatedTarget[];
  /** Files of Python distributions whose wheel is for every system (`py3-none-any`). */
  readonly universalFiles: ReadonlySet<string>;
  /** What a Python source says. */
  readonly readSource: (entry: ImageEntry) => SourceFacts;
  /** The native file at a path that `resolve` gave. */
  nativeAt(path: string): Native | undefined;
  /** A path with the symbolic links on it followed; undefined when they lead out of the layer or in circles. */
  followLinks(path: string): string | undefined;
  /** The file that a path leads to, symbolic links followed; undefined when it leads nowhere or out of the layer. */
  resolve(path: string): ImageEntry | undefined;
}

/** The target in the manifest that lies beside a layer. */
export interface StatedTarget {
  /** Name of the manifest, e.g. `layer.json`. */
  readonly name: string;
  readonly runtime: string;
  readonly architecture: string;
}

/** What is known of a layer beside its image. */
export interface LayerContext {
  /** Gives the facts of an entry; another one than `readNative` may have kept them from the last time. */
  readonly readNative?: typeof readNative | undefined;
  /** Gives what a Python source says; another one than `readSource` may have kept it. */
  readonly readSource?: typeof readSource | undefined;
  readonly resolution?: readonly ResolvedPackage[] | undefined;
  readonly unzippedElsewhere?: number | undefined;
  readonly function?: readonly ImageEntry[] | undefined;
  /** Where manifests lie beside the zips; undefined where there are none. */
  readonly manifests?: readonly StatedTarget[] | undefined;
  /** 1 unless told. */
  readonly layers?: number | undefined;
}

export function createLayer({ entries, zips = [] }: Image, target: Target, context: LayerContext = {}): Layer {
  const { readNative: read = readNative, resolution, unzippedElsewhere = 0, layers = 1 } = context;
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const natives = once(() => entries.filter(({ kind }) => kind === 'file').flatMap((entry) => read(entry) ?? []));
  const nativeByPath = once(() => new Map(natives().map((native) => [native.path, native])));
  const distributions = once(() => readDistributions(entries));
  const universalFiles = once(() => filesOfUniversalWheels(entries));
  const layer: Layer = {
    target,
    entries,
    resolution,
    unzippedElsewhere,
    function: context.function,
    layers,
    zips,
    manifests: context.manifests ?? [],
    get natives() {
      return natives();
    },
    get distributions() {
      return distributions();
    },
    get universalFiles() {
      return universalFiles();
    },
    get loader() {
      return loader();
    },
    readSource: remembered(context.readSource ?? readSource),
    nativeAt: (path) => nativeByPath().get(path),
    followLinks: (path) => followLinks(byPath, path),
    resolve(path) {
      const found = byPath.get(followLinks(byPath, path) ?? '');
      return found?.kind === 'file' ? found : undefined;
    },
  };
  const loader = once(() => createLoader(layer));
  return layer;
}

/** The kernel's own limit (path_resolution(7)). */
const MOST_LINKS = 40;

/** The path with the symbolic links on it followed; undefined when they lead out of the layer or in circles. */
function followLinks(entries: ReadonlyMap<string, ImageEntry>, path: string): string | undefined {
  let rest = path.split('/');
  let at = '';
  for (let links = 0; rest.length > 0;) {
    const [part = '', ...after] = rest;
    rest = after;
    const next = at === '' ? part : `${at}/${part}`;
    const entry = entries.get(next);
    if (entry?.kind !== 'symlink') {
      at = next;
      continue;
    }
    links++;
    const inside = links > MOST_LINKS ? undefined : linkTarget(entry);
    if (inside === undefined) return undefined;
    rest = [...inside.split('/'), ...after];
    at = '';
  }
  return at;
}

/** Where a symbolic link points, relative to `/opt`; undefined when that is outside. */
export function linkTarget(entry: ImageEntry): string | undefined {
  const target = new TextDecoder().decode(entry.read());
  const absolute = posix.resolve(`${MOUNT}/${posix.dirname(entry.path)}`, target);
  return absolute.startsWith(`${MOUNT}/`) ? absolute.slice(MOUNT.length + 1) : undefined;
}

/** Gives the same answer for the same entry, so that no source is inflated twice. */
function remembered<T>(read: (entry: ImageEntry) => T): (entry: ImageEntry) => T {
  const known = new Map<ImageEntry, T>();
  return (entry) => {
    const found = known.get(entry) ?? read(entry);
    known.set(entry, found);
    return found;
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
