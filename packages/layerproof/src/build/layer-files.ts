import { basename, dirname, join, resolve } from 'node:path';
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
 * Where the files of a layer will lie: beside the zip, with its name. A lock that the layer is built from is never written
 * over: it may be for more targets than this one.
 *
 * @throws Fault `output-is-input` or `output-twice` when a file would take the place of an input, or of another one.
 */
export function layerFiles({ folder, output = 'layer.zip', lock }: Wanted, inputs: readonly Input[]): LayerFiles {
  const layer = resolve(folder, output);
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
