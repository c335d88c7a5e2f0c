import type { Image } from '../image/entry.ts';
import { type Target, parseTarget } from '../target/target.ts';
import { MISFITS } from '../python/resolver/faults.ts';
import { collectImage, fetchPackages, readAllRequirements, resolveInputs } from './collect.ts';
import { nothingToBuild } from './faults.ts';
import { classifyInput } from './inputs.ts';
import { type LayerFiles, layerFiles } from './layer-files.ts';
import type { LayerPackage } from './layer-package.ts';
import type { Manifest } from './manifest.ts';
import { openSources } from './sources.ts';
import { writeLayerFiles } from './write-layer.ts';

export interface BuildRequest {
  /** Requirements files, locks and folders. */
  readonly inputs: readonly string[];
  /** Id of the Lambda runtime, e.g. `python3.9`. */
  readonly runtime: string;
  /** `x86_64` or `arm64`. */
  readonly architecture: string;
  /** The layer zip; `layer.zip` unless told. */
  readonly output?: string;
  /** The lock that is written; `pylock.toml` beside the zip unless told. */
  readonly lock?: string;
  /** Take everything from the cache. */
  readonly offline?: boolean;
  /** Rules whose errors do not stop the build. */
  readonly allow?: readonly string[];
  /** The working folder, which relative paths start from; the process's unless told. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What a build tells while it runs. */
export type BuildEvent =
  | { readonly kind: 'phase'; readonly text: string }
  | { readonly kind: 'download'; readonly name: string; readonly received: number; readonly total: number | undefined }
  | { readonly kind: 'retry'; readonly address: string; readonly problem: string }
  | { readonly kind: 'note'; readonly text: string };

/** A finding, as far as a build needs to know it. */
export interface BuildFinding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly path: string | undefined;
  readonly message: string;
  readonly fix: string;
}

/** Checks an image before it is written. */
export interface Check {
  (image: Image, target: Target): { readonly findings: readonly BuildFinding[]; readonly rulesRun: readonly string[] };
}

export interface BuildTools {
  /** The rules; without them the manifest claims no proof. */
  readonly check?: Check;
  readonly progress?: (event: BuildEvent) => void;
}

export type BuildResult =
  | {
      readonly kind: 'built';
      readonly files: LayerFiles;
      readonly manifest: Manifest;
      readonly findings: readonly BuildFinding[];
    }
  /** Findings of severity error: nothing was written. */
  | { readonly kind: 'refused'; readonly findings: readonly BuildFinding[] };

/**
 * Builds a layer: reads the inputs, resolves, fetches, checks the image, and writes the zip with its manifest, bill of
 * materials and lock. With an error among the findings that is not allowed, it writes nothing.
 *
 * @throws Fault for whatever the caller can put right.
 */
export async function buildLayer(
  request: BuildRequest,
  { check, progress = () => undefined }: BuildTools,
): Promise<BuildResult> {
  const { folder = process.cwd(), environment = process.env, allow = [] } = request;
  const target = parseTarget(request.runtime, request.architecture);
  const inputs = request.inputs.map((input) => classifyInput(input, folder));
  const files = layerFiles({ folder, output: request.output, lock: request.lock }, inputs);
  const requirements = readAllRequirements(inputs, environment);
  const sources = openSources({
    environment,
    folder,
    offline: request.offline ?? false,
    ofFiles: requirements.options,
    onProgress: (event) => progress({ kind: 'download', ...event }),
    onRetry: (address, problem) => progress({ kind: 'retry', address, problem }),
  });
  progress({ kind: 'phase', text: 'resolving' });
  const resolved = await resolveInputs(inputs, requirements, target, sources);
  const packages = await fetchPackages(resolved, sources);
  tellPassedOver(packages, target, progress);
  const folders = inputs.filter(({ kind }) => kind === 'folder');
  const image = collectImage(packages, folders);
  try {
    if (image.entries.length === 0) throw nothingToBuild(request.inputs);
    for (const note of image.notes) progress({ kind: 'note', text: note });
    progress({ kind: 'phase', text: 'verifying' });
    const { findings, rulesRun } = check?.(image, target) ?? { findings: [], rulesRun: [] };
    const stopping = findings.filter(({ severity, rule }) => severity === 'error' && !allow.includes(rule));
    if (stopping.length > 0) return { kind: 'refused', findings };
    progress({ kind: 'phase', text: 'writing' });
    const verification = {
      rulesRun,
      allowed: allow.filter((rule) => findings.some((finding) => finding.rule === rule)).toSorted(),
      findings: findings.map(({ rule, severity, path, message }) => ({ rule, severity, path: path ?? null, message })),
    };
    const manifest = writeLayerFiles(files, { target, image, packages, verification, notes: image.notes });
    return { kind: 'built', files, manifest, findings };
  } finally {
    image.close();
  }
}

/** An older version than the one that people expect must not come silently. */
function tellPassedOver(
  packages: readonly LayerPackage[],
  target: Target,
  progress: (event: BuildEvent) => void,
): void {
  for (const { resolved } of packages) {
    const { name, version, passedOver } = resolved;
    if (passedOver === undefined) continue;
    const reason = MISFITS[passedOver.because];
    const text = `took ${name} ${version}, as ${passedOver.version} has no wheel for ${target.label}: ${reason}`;
    progress({ kind: 'note', text });
  }
}
