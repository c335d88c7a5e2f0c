import { crc32 } from 'node:zlib';
import { elfBytes, type ElfShape } from '../../formats/testing/elf-bytes.ts';
import { type ZipShape, zipBytes } from '../../formats/testing/zip-bytes.ts';
import type { Image, ImageEntry } from '../../image/entry.ts';
import { sortedByPath } from '../../image/path-order.ts';
import { zipImage } from '../../image/zip-image.ts';
import type { ResolvedPackage } from '../../python/resolver/resolution.ts';
import { resolve } from '../../python/resolver/resolver.ts';
import { parseRequirement } from '../../python/standards/requirement.ts';
import { tableIndex, type Universe } from '../../python/testing/table-index.ts';
import { parseTarget, type Target } from '../../target/target.ts';
import type { StatedTarget } from '../layer.ts';

/** A file as a test wants it: its text, its bytes, an ELF file, a link, or a folder; and what the directory says of it. */
export type FileShape =
  | string
  | {
      readonly text?: string;
      readonly bytes?: Uint8Array;
      readonly elf?: ElfShape;
      readonly link?: string;
      readonly folder?: true;
      readonly mode?: number;
      /** Bytes that the entry claims to have. */
      readonly size?: number;
    };

export interface LayerShape {
  /** `python3.9/x86_64` when left out. */
  readonly target?: string;
  readonly files?: Readonly<Record<string, FileShape>>;
  /** The layer as a zip with these entries, in place of its files. */
  readonly zip?: readonly ZipShape[];
  /** What manifests say that lie beside it. */
  readonly manifests?: readonly StatedTarget[];
  /** Bytes of the function and its other layers. */
  readonly unzippedElsewhere?: number;
  /** Files of the function that the layer is for. */
  readonly function?: Readonly<Record<string, FileShape>>;
  /** What the index has of the packages that were asked for; the layer's resolution is made from it. */
  readonly resolvedFrom?: Universe;
}

export function imageOf(files: LayerShape['files'] = {}): Image {
  return { entries: sortedByPath(Object.entries(files).map(([path, shape]) => entryOf(path, shape))), close() {} };
}

/** The image of a shape: its files, or its zip as it is read. */
export function imageOfShape({ zip, files }: LayerShape): Image {
  return zip === undefined ? imageOf(files) : zipImage(zipBytes(zip));
}

export function targetOf({ target = 'python3.9/x86_64' }: LayerShape): Target {
  const [runtime = '', architecture = ''] = target.split('/');
  return parseTarget(runtime, architecture);
}

/** The newest that fits of everything in the universe, by the resolver itself; undefined for a layer from elsewhere. */
export async function resolutionOf(shape: LayerShape): Promise<readonly ResolvedPackage[] | undefined> {
  const { resolvedFrom } = shape;
  if (resolvedFrom === undefined) return undefined;
  const requirements = Object.keys(resolvedFrom).map((name) => ({
    requirement: parseRequirement(name),
    origin: 'test',
    hashes: [],
  }));
  return resolve({ target: targetOf(shape), requirements }, tableIndex(resolvedFrom));
}

/** METADATA of a distribution. */
export function metadata(name: string, version: string, requires: readonly string[] = []): string {
  const headers = ['Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`];
  return [...headers, ...requires.map((requirement) => `Requires-Dist: ${requirement}`), '', 'Description'].join('\n');
}

function entryOf(path: string, shape: FileShape): ImageEntry {
  const wanted = typeof shape === 'string' ? { text: shape } : shape;
  const kind = wanted.link === undefined ? (wanted.folder === true ? 'directory' : 'file') : 'symlink';
  const bytes = wanted.bytes ?? (wanted.elf && elfBytes(wanted.elf)) ?? Buffer.from(wanted.link ?? wanted.text ?? '');
  return {
    path,
    mode: wanted.mode ?? (kind === 'file' ? 0o644 : 0o755),
    kind,
    size: wanted.size ?? bytes.length,
    crc32: crc32(bytes),
    read: () => bytes,
    compressed: undefined,
    artifact: undefined,
  };
}
