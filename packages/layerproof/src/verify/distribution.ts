import { isFault } from '@ocr-pipeline/fault';
import type { ImageEntry } from '../image/entry.ts';
import { type Metadata, parseMetadata } from '../python/standards/metadata.ts';
import { normalizeName } from '../python/standards/name.ts';
import { readRecordLines } from './record-lines.ts';

/** One installed Python distribution, found by its `*.dist-info` folder. */
export interface Distribution {
  /** Normalized (PEP 503). */
  readonly name: string;
  readonly version: string;
  /** The folder that its packages lie in, e.g. `python`; empty for the root of the layer. */
  readonly root: string;
  /** Its METADATA file, or the folder that should hold it. */
  readonly path: string;
  /** Undefined when METADATA is missing or cannot be read. */
  readonly metadata: Metadata | undefined;
  /** Why METADATA cannot be read. */
  readonly problem: string | undefined;
}

/**
 * Paths of the files of distributions that say of themselves that they run anywhere: `Tag: py3-none-any` in WHEEL. What they
 * hold for one system they do without on the others.
 */
export function filesOfUniversalWheels(entries: readonly ImageEntry[]): ReadonlySet<string> {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const files = new Set<string>();
  for (const entry of entries) {
    if (entry.kind !== 'file' || !entry.path.endsWith('.dist-info/WHEEL')) continue;
    const record = byPath.get(entry.path.replace(/WHEEL$/, 'RECORD'));
    if (record === undefined || !/^Tag: .*-none-any\s*$/m.test(text(entry))) continue;
    for (const { path } of readRecordLines(record)) files.add(path);
  }
  return files;
}

/** `name-version.dist-info` (https://packaging.python.org/en/latest/specifications/recording-installed-packages/). */
const DIST_INFO = /^(?:(?<root>.*)\/)?(?<name>[^/]+?)-(?<version>[^/-]+)\.dist-info(?:\/(?<file>[^/]+))?$/;

/** Every distribution of the layer, also one in a folder that nothing searches. */
export function readDistributions(entries: readonly ImageEntry[]): Distribution[] {
  const found = new Map<string, Distribution>();
  for (const entry of entries) {
    const { root = '', name, version, file } = DIST_INFO.exec(entry.path)?.groups ?? {};
    // Licences of what a package has vendored lie in its own `.dist-info`, in folders named like those of distributions.
    if (name === undefined || version === undefined || root.split('/').some((part) => part.endsWith('.dist-info')))
      continue;
    const folder = file === undefined ? entry.path : entry.path.slice(0, -file.length - 1);
    const known = found.get(folder);
    if (file === 'METADATA' && entry.kind === 'file') found.set(folder, readMetadata(entry, root, name, version));
    else if (known === undefined) found.set(folder, bare(root, name, version, folder));
  }
  return [...found.values()];
}

function readMetadata(entry: ImageEntry, root: string, name: string, version: string): Distribution {
  const distribution = bare(root, name, version, entry.path);
  try {
    const metadata = parseMetadata(text(entry));
    return { ...distribution, version: metadata.version === '' ? version : metadata.version, metadata };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { ...distribution, problem: error.message };
  }
}

function bare(root: string, name: string, version: string, path: string): Distribution {
  return { name: normalizeName(name), version, root, path, metadata: undefined, problem: undefined };
}

function text(entry: ImageEntry): string {
  return new TextDecoder().decode(entry.read());
}
