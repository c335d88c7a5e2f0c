import type { Pruned } from '../python/prune/prune-wheels.ts';
import type { Target } from '../target/target.ts';
import type { LayerComponent } from './layer-package.ts';
import type { WrittenLayer } from './output.ts';
import { TOOL_VERSION } from './tool-version.ts';

/** What `layer.json` says of the layer beside it. It depends on the layer alone: no times, no paths of a machine. */
export interface Manifest {
  /** Raised when a field changes its meaning or goes away. */
  readonly schema: 1;
  readonly tool: { readonly name: 'layerproof'; readonly version: string };
  readonly target: { readonly runtime: string; readonly architecture: string };
  readonly layer: {
    /** Lower-case hex. */
    readonly sha256: string;
    /** Base64, as Terraform's `filebase64sha256` and Lambda's `CodeSha256` have it. */
    readonly sha256Base64: string;
    readonly bytes: number;
    readonly unzippedBytes: number;
  };
  readonly packages: readonly ManifestPackage[];
  readonly verification: Verification;
  /** How far it was shown that the layer loads. */
  readonly proof: 'none' | 'static' | 'import';
  /** What was left out of the layer and why. */
  readonly notes: readonly string[];
  /** What pruning saved, by kind: files, and their bytes once unzipped. */
  readonly pruned: readonly Pruned[];
}

export interface ManifestPackage {
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  /** The file that it came from; null for an npm package, which lay in a folder. */
  readonly artifact: { readonly file: string; readonly sha256: string } | null;
  /** As the package's metadata words it; null when it says nothing. */
  readonly license: string | null;
}

/** The outcome of the rules, as `verify` words it. */
export interface Verification {
  readonly rulesRun: readonly string[];
  /** Rules whose errors were let through with `--allow`. */
  readonly allowed: readonly string[];
  readonly findings: readonly ManifestFinding[];
}

export interface ManifestFinding {
  readonly rule: string;
  readonly severity: string;
  readonly path: string | null;
  readonly message: string;
}

export interface ManifestFacts {
  readonly target: Target;
  readonly layer: WrittenLayer;
  readonly components: readonly LayerComponent[];
  readonly verification: Verification;
  readonly notes: readonly string[];
  readonly pruned: readonly Pruned[];
}

/** The manifest of a written layer. */
export function makeManifest({ target, layer, components, verification, notes, pruned }: ManifestFacts): Manifest {
  return {
    schema: 1,
    tool: { name: 'layerproof', version: TOOL_VERSION },
    target: { runtime: target.runtime, architecture: target.architecture },
    layer: {
      sha256: layer.sha256,
      sha256Base64: Buffer.from(layer.sha256, 'hex').toString('base64'),
      bytes: layer.size,
      unzippedBytes: layer.unzippedSize,
    },
    packages: components.map(({ name, version, purl, artifact, license }) => ({
      name,
      version,
      purl,
      artifact: artifact ?? null,
      license: license ?? null,
    })),
    verification,
    proof: verification.rulesRun.length === 0 ? 'none' : 'static',
    notes,
    pruned,
  };
}

/** The manifest as it stands in the file. */
export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
