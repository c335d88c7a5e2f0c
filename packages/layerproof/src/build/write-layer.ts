import { basename } from 'node:path';
import type { Image } from '../image/entry.ts';
import { readNpmPackages } from '../image/npm-packages.ts';
import { printLock } from '../python/locks/pylock-writer.ts';
import type { Pruned } from '../python/prune/prune-wheels.ts';
import type { Target } from '../target/target.ts';
import type { HashFile } from './file-hash.ts';
import type { LayerFiles } from './layer-files.ts';
import { type LayerPackage, componentsOf } from './layer-package.ts';
import { type Manifest, type Verification, makeManifest, printManifest } from './manifest.ts';
import { openOutput } from './output.ts';
import { makeSbom } from './sbom.ts';

export interface LayerContent {
  readonly target: Target;
  readonly image: Image;
  readonly packages: readonly LayerPackage[];
  readonly verification: Verification;
  readonly notes: readonly string[];
  readonly pruned: readonly Pruned[];
  /** Digest of what the layer was made from, for its lock. */
  readonly inputs?: string;
}

/** Writes the zip, the manifest, the bill of materials and the lock: all of them, or none. */
export function writeLayerFiles(
  files: LayerFiles,
  { target, image, packages, verification, notes, pruned, inputs }: LayerContent,
  hashFile?: HashFile,
): Manifest {
  const output = openOutput(hashFile);
  try {
    const components = componentsOf(packages, readNpmPackages(image.entries));
    const layer = output.writeLayer(files.layer, image.entries);
    const manifest = makeManifest({ target, layer, components, verification, notes, pruned });
    output.writeText(files.manifest, printManifest(manifest));
    const name = basename(files.layer).replace(/\.zip$/, '');
    output.writeText(files.sbom, makeSbom({ name, sha256: layer.sha256 }, components));
    if (files.lock !== undefined && packages.length > 0) {
      output.writeText(files.lock, printLock(files.lock, target, packages, inputs));
    }
    output.commit();
    return manifest;
  } finally {
    output.discard();
  }
}
