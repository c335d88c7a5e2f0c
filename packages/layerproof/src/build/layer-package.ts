import { PackageURL } from '@socketregistry/packageurl-js';
import type { Artifact } from '../artifact/store.ts';
import type { Metadata } from '../python/standards/metadata.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';

/** One distribution of a layer, with its wheel on this machine. */
export interface LayerPackage {
  readonly resolved: ResolvedPackage;
  readonly artifact: Artifact;
  readonly metadata: Metadata;
}

/** The package URL (purl-spec, type `pypi`): `pkg:pypi/pillow@9.5.0`. */
export function purlOf({ name, version }: ResolvedPackage): string {
  return new PackageURL('pypi', undefined, name, version, undefined, undefined).toString();
}
