import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { outputIsInput, outputTwice } from './faults.ts';
import type { Input } from './inputs.ts';

/** The files of a layer, by what they are. All absolute. */
export interface LayerFiles {
  readonly layer: string;
  readonly manifest: string;
  readonly sbom: string;
  /** Undefined when the lock is the input itself, which stays as it is. */
  readonly lock: string | undefined;
}

export interface Wanted {
  /** The working folder, which the other paths start from. */
  readonly folder: string;
  readonly output: string | undefined;
  readonly lock: string | undefined;
}

/**
 * Where the files of a layer will lie: beside the zip, with its name; an output that ends like a folder is one, with a `layer.zip`
 * in it, as `cp` has it. A lock that the layer is built from is never written
 * over: it may be for more targets than this one.
 *
 * @throws Fault `output-is-input` or `output-twice` when a file would take the place of an input, or of another one.
 */
export function layerFiles({ folder, output = 'layer.zip', lock }: Wanted, inputs: readonly Input[]): LayerFiles {
  const isFolder = output.endsWith('/') || output.endsWith(sep);
  const layer = isFolder ? resolve(folder, output, 'layer.zip') : resolve(folder, output);
  const stem = join(dirname(layer), basename(layer).replace(/\.zip$/, ''));
  const lockPath = lock === undefined ? join(dirname(layer), 'pylock.toml') : resolve(folder, lock);
  const sources = inputs.filter(({ kind }) => kind !== 'folder');
  const isOnlyLock = sources.length === 1 && sources[0]?.kind === 'lock' && sources[0].path === lockPath;
  const files = {
    layer,
    manifest: `${stem}.json`,
    sbom: `${stem}.cdx.json`,
    lock: isOnlyLock ? undefined : lockPath,
  };
  const paths = Object.values(files).filter((path) => path !== undefined);
  for (const [at, path] of paths.entries()) {
    const input = sources.find((source) => source.path === path);
    if (input !== undefined) throw outputIsInput(input.label);
    if (paths.indexOf(path) !== at) throw outputTwice(path);
  }
  return files;
}

/**
 * Those of the files that lie in the folders already, from a build before this one. They are what this build makes, and no part of
 * what it is made from: the second build of a folder that holds its own layer would else have another one in it.
 */
export function outputsWithin(files: LayerFiles, folders: readonly Input[]): ReadonlySet<string> {
  const paths = Object.values(files).filter((path) => path !== undefined);
  return new Set(paths.filter((path) => folders.some((folder) => isWithin(path, folder.path)) && existsSync(path)));
}

function isWithin(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
