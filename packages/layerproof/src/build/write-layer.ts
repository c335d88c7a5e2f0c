import { basename, dirname, join } from 'node:path';
import type { Image } from '../image/entry.ts';
import type { Target } from '../target/target.ts';
import type { LayerPackage } from './layer-package.ts';
import { type Manifest, type Verification, makeManifest, printManifest } from './manifest.ts';
import { openOutput } from './output.ts';
import { printLock } from './pylock.ts';
import { makeSbom } from './sbom.ts';

/** The files of a layer, by what they are. */
export interface LayerFiles {
  readonly layer: string;
  readonly manifest: string;
  readonly sbom: string;
  /** Undefined for a layer without Python packages. */
  readonly lock: string | undefined;
}

export interface LayerContent {
  readonly target: Target;
  readonly image: Image;
  readonly packages: readonly LayerPackage[];
  readonly verification: Verification;
  readonly notes: readonly string[];
}

/** Where the files of a layer lie: beside the zip, with its name. */
export function layerFiles(layer: string, lock?: string): LayerFiles {
  const stem = join(dirname(layer), basename(layer).replace(/\.zip$/, ''));
  return {
    layer,
    manifest: `${stem}.json`,
    sbom: `${stem}.cdx.json`,
    lock: lock ?? join(dirname(layer), 'pylock.toml'),
  };
}

/** Writes the zip, the manifest, the bill of materials and the lock: all of them, or none. */
export function writeLayerFiles(
  files: LayerFiles,
  { target, image, packages, verification, notes }: LayerContent,
): Manifest {
  const output = openOutput();
  try {
    const layer = output.writeLayer(files.layer, image.entries);
    const manifest = makeManifest({ target, layer, packages, verification, notes });
    output.writeText(files.manifest, printManifest(manifest));
    const name = basename(files.layer).replace(/\.zip$/, '');
    output.writeText(files.sbom, makeSbom({ name, sha256: layer.sha256 }, packages));
    if (files.lock !== undefined && packages.length > 0) {
      output.writeText(files.lock, printLock(files.lock, target, packages));
    }
    output.commit();
    return manifest;
  } finally {
    output.discard();
  }
}
