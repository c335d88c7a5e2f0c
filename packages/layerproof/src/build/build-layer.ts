import { relative } from 'node:path';
import type { Image } from '../image/entry.ts';
import { type Target, parseTarget } from '../target/target.ts';
import { checkIndexOptions, notesOnLinks } from '../python/requirements/check-index-options.ts';
import type { IndexOptions } from '../python/requirements/requirements.ts';
import { momentOf } from '../python/requirements/moment.ts';
import { normalizeName } from '../python/standards/name.ts';
import { statusNotes } from '../python/resolver/project-status.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import { unknownExtras } from '../python/resolver/unknown-extras.ts';
import type { WheelReader } from '../python/wheels/wheel-facts.ts';
import { startHashThread } from './file-hash.ts';
import { collectImage, fetchPackages } from './collect.ts';
import { nothingToBuild } from './faults.ts';
import { classifyInput } from './inputs.ts';
import { type LayerFiles, layerFiles, outputsWithin } from './layer-files.ts';
import type { Manifest } from './manifest.ts';
import { planLock } from './plan-lock.ts';
import { readInputs } from './read-inputs.ts';
import { resolveInputs } from './resolve-inputs.ts';
import { fetchRemote, openSources } from './sources.ts';
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
  /** Extras and dependency groups of the projects and locks among the inputs. */
  readonly extras?: readonly string[];
  readonly groups?: readonly string[];
  /** Resolve nothing: the lock that is there must match the inputs, and stays as it is. */
  readonly frozen?: boolean;
  /** Resolve anew, also where the lock that is there matches the inputs. */
  readonly upgrade?: boolean;
  /** Take nothing that came to the index then or later: a date or a time, as uv has it. */
  readonly excludeNewer?: string;
  /** Where distributions are looked for; what the inputs and the configuration say comes after it. */
  readonly indexOptions?: Partial<IndexOptions>;
  /** False to leave every file of the wheels in the layer; what nothing needs is left out unless told. */
  readonly prune?: boolean;
  /** Rules whose errors do not stop the build. */
  readonly allow?: readonly string[];
  /** The working folder, which relative paths start from; the process's unless told. */
  readonly folder?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What a build tells while it runs. */
export type BuildEvent =
  | { readonly kind: 'phase'; readonly text: string }
  /** Names of distributions that the resolver knows of so far. */
  | { readonly kind: 'resolving'; readonly distributions: number }
  /** Wheels that are here so far, from the cache or the network, of those of the layer. */
  | { readonly kind: 'fetching'; readonly wheels: number; readonly of: number }
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

/** Checks an image before it is written. `resolution` has the packages that were chosen from several; undefined when none was. */
export interface Check {
  (
    image: Image,
    target: Target,
    resolution: readonly ResolvedPackage[] | undefined,
  ): { readonly findings: readonly BuildFinding[]; readonly rulesRun: readonly string[] };
}

export interface BuildTools {
  /** The rules; without them the manifest claims no proof. */
  readonly check?: Check;
  /** Reads wheels that were not read before, in the place of this thread. */
  readonly readWheel?: WheelReader;
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
  { check, readWheel, progress = () => undefined }: BuildTools,
): Promise<BuildResult> {
  const { folder = process.cwd(), environment = process.env, allow = [] } = request;
  const target = parseTarget(request.runtime, request.architecture);
  checkIndexOptions(request.indexOptions ?? {}, folder);
  const inputs = request.inputs.map((input) => classifyInput(input, folder));
  const files = layerFiles({ folder, output: request.output, lock: request.lock }, inputs);
  const selection = { extras: normalized(request.extras), groups: normalized(request.groups) };
  const offline = request.offline ?? false;
  const onRetry = (address: string, problem: string) => progress({ kind: 'retry', address, problem });
  const fetchFile = (address: string) => fetchRemote(address, { environment, folder, offline, onRetry });
  const newest = request.excludeNewer ?? environment['UV_EXCLUDE_NEWER'];
  const excludeNewer = newest === undefined || newest === '' ? undefined : momentOf(newest, '--exclude-newer');
  const read = await readInputs(inputs, { environment, folder, target, selection, fetchFile, excludeNewer });
  const tell = (text: string) => progress({ kind: 'note', text });
  for (const note of read.notes) tell(note);
  const plan = planLock(read, { lock: files.lock, target, selection, ...request });
  if (plan.note !== undefined) tell(plan.note);
  const sources = openSources({
    environment,
    folder,
    offline,
    ofFiles: withIndexOptions(read.requirements.options, request.indexOptions),
    onProgress: (event) => progress({ kind: 'download', ...event }),
    onRetry,
    readWheel,
  });
  const isResolved = plan.requirements.requirements.length > 0;
  for (const note of isResolved ? notesOnLinks(sources.findLinks, folder) : []) tell(note);
  progress({ kind: 'phase', text: 'resolving' });
  let distributions = 0;
  const onName = () => progress({ kind: 'resolving', distributions: ++distributions });
  const resolved = await resolveInputs(plan, target, sources, { onName, onNote: tell });
  for (const note of statusNotes(resolved)) tell(note);
  let wheels = 0;
  const onPackage = () => progress({ kind: 'fetching', wheels: ++wheels, of: resolved.length });
  const packages = await fetchPackages(resolved, target, sources, onPackage);
  const taken = packages.map(({ resolved: { name, version }, metadata }) => ({ name, version, metadata }));
  for (const note of unknownExtras(read.requirements.requirements, taken, target)) tell(note);
  const own = outputsWithin(files, read.folders);
  if (own.size > 0) tell(ownOutputsLeftOut([...own].map((path) => relative(folder, path))));
  // Not sooner: it takes memory, of which reading new wheels needs most.
  const thread = startHashThread();
  const image = closingOnFailure(thread, () =>
    collectImage(packages, read.folders, { prune: request.prune ?? true, without: own }),
  );
  try {
    if (image.entries.length === 0) throw nothingToBuild(request.inputs);
    for (const note of image.notes) progress({ kind: 'note', text: note });
    progress({ kind: 'phase', text: 'verifying' });
    const { findings, rulesRun } = check?.(image, target, chosen(resolved)) ?? { findings: [], rulesRun: [] };
    const stopping = findings.filter(({ severity, rule }) => severity === 'error' && !allow.includes(rule));
    if (stopping.length > 0) return { kind: 'refused', findings };
    progress({ kind: 'phase', text: 'writing' });
    const verification = {
      rulesRun,
      allowed: allow.filter((rule) => findings.some((finding) => finding.rule === rule)).toSorted(),
      findings: findings.map(({ rule, severity, path, message }) => ({ rule, severity, path: path ?? null, message })),
    };
    const written = { ...files, lock: plan.keepsLock ? undefined : files.lock };
    const content = {
      target,
      image,
      packages,
      verification,
      notes: image.notes,
      pruned: image.pruned,
      inputs: plan.digest,
    };
    const manifest = writeLayerFiles(written, content, thread.hashFile);
    return { kind: 'built', files: written, manifest, findings };
  } finally {
    thread.close();
    image.close();
  }
}

function closingOnFailure<T>(resource: { readonly close: () => void }, action: () => T): T {
  try {
    return action();
  } catch (error) {
    resource.close();
    throw error;
  }
}

function ownOutputsLeftOut(paths: readonly string[]): string {
  const are =
    paths.length === 1
      ? 'is no part of the layer, as this build writes it'
      : 'are no part of the layer, as this build writes them';
  return `${paths.join(', ')} ${are}`;
}

function normalized(names: readonly string[] = []): ReadonlySet<string> {
  return new Set(names.map(normalizeName));
}

function withIndexOptions(
  ofFiles: IndexOptions,
  { indexUrl, extraIndexUrls = [], findLinks = [] }: Partial<IndexOptions> = {},
) {
  return {
    ...ofFiles,
    indexUrl: indexUrl ?? ofFiles.indexUrl,
    extraIndexUrls: [...extraIndexUrls, ...ofFiles.extraIndexUrls],
    findLinks: [...findLinks, ...ofFiles.findLinks],
  };
}

/** Those of which it is known what else there was; a lock that names one wheel alone does not say. */
function chosen(packages: readonly ResolvedPackage[]): readonly ResolvedPackage[] | undefined {
  const known = packages.filter(({ refused }) => refused !== undefined);
  return known.length === 0 ? undefined : known;
}
