import { type MarkerEnvironment, markerEnvironment } from '../../target/marker-environment.ts';
import { evaluateMarker } from '../../python/standards/marker.ts';
import type { Requirement } from '../../python/standards/requirement.ts';
import { isInSpecifier } from '../../python/standards/specifier.ts';
import type { Distribution } from '../distribution.ts';
import type { Severity } from '../finding.ts';
import { mayImport } from '../imported-distribution.ts';
import type { Layer } from '../layer.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'missing-distribution',
  severity: 'error',
  modes: ['R05', 'R10'],
  summary: 'A Python package is in the layer without a package that it needs',
  why: 'A package that was copied by hand or installed with `--no-deps` comes without the packages it imports. The function fails at its first import with `No module named …`. Packages that the runtime itself brings (boto3 and what it needs) count as present, with a note: AWS changes them without notice. It is a warning where nothing that the package installed can import the missing one.',
  messages: ["No module named '…'"],
  fix: '{rebuild}: it resolves what each package needs, for the Python of the function. Or add the missing package to the layer.',
  *check(layer) {
    const { target } = layer;
    if (target.facts.python === undefined) return;
    const environment = markerEnvironment(target);
    const found = searched(layer);
    const extras = wantedExtras(found, environment);
    for (const distribution of found.values()) {
      const { name, version, path, problem } = distribution;
      if (problem !== undefined) yield { path, message: `what ${name} ${version} needs cannot be read: ${problem}` };
      for (const line of distribution.metadata?.broken ?? []) {
        if (line.marker !== undefined && !evaluateMarker(line.marker, environment)) continue;
        yield { path, message: `what ${name} ${version} needs cannot be read: ${line.problem}` };
      }
      for (const requirement of needsOf(distribution, environment, extras.get(name))) {
        const lack = lackOf(layer, requirement);
        if (lack === undefined) continue;
        const message = `${name} ${version} needs ${requirement.name}${requirement.specifier}, ${lack.message}`;
        if (lack.severity !== undefined) yield { path, message, severity: lack.severity };
        else if (lack.isAbsent !== true || mayImport(layer, distribution, requirement.name)) yield { path, message };
        else yield { path, message: `${message}; nothing in ${name} imports it`, severity: 'warning' };
      }
    }
  },
});

/** Distributions that `import` would find, by name; of two, the one in the folder that is searched first. */
function searched({ distributions, target }: Layer): Map<string, Distribution> {
  const found = new Map<string, Distribution>();
  for (const folder of target.facts.layerFolders) {
    for (const distribution of distributions) {
      if (distribution.root === folder && !found.has(distribution.name)) found.set(distribution.name, distribution);
    }
  }
  return found;
}

function needsOf(
  { metadata }: Distribution,
  environment: MarkerEnvironment,
  extras: ReadonlySet<string> = new Set(),
): Requirement[] {
  return (metadata?.requires ?? []).filter(({ marker }) => {
    if (marker === undefined || evaluateMarker(marker, environment)) return true;
    return extras.size > 0 && evaluateMarker(marker, environment, [...extras]);
  });
}

/** Extras that others in the layer ask of each distribution; repeated, since an extra may bring requirements with extras. */
function wantedExtras(
  found: ReadonlyMap<string, Distribution>,
  environment: MarkerEnvironment,
): ReadonlyMap<string, ReadonlySet<string>> {
  const wanted = new Map<string, Set<string>>();
  for (let changed = true; changed;) {
    changed = false;
    for (const distribution of found.values()) {
      for (const { name, extras } of needsOf(distribution, environment, wanted.get(distribution.name))) {
        const known = wanted.get(name) ?? new Set();
        const before = known.size;
        for (const extra of extras) known.add(extra);
        wanted.set(name, known);
        changed ||= known.size > before;
      }
    }
  }
  return wanted;
}

interface Lack {
  /** When it is less grave than the rule. */
  readonly severity?: Severity;
  /** No version of it is there. */
  readonly isAbsent?: true;
  readonly message: string;
}

function lackOf(layer: Layer, { name, specifier }: Requirement): Lack | undefined {
  const { runtime, facts } = layer.target;
  // The layer's folders come before the runtime's, so that the layer's version is the one that is imported.
  const inLayer = versionsInLayer(layer, name);
  // Two `.dist-info` folders of one package are what an upgrade in place leaves; which one the files are of is not known.
  if (inLayer.some((version) => isInSpecifier(version, specifier))) return undefined;
  if (inLayer.length > 0) return { message: `but the layer has ${name} ${inLayer.join(' and ')}` };
  if (isThereWithoutMetadata(layer, name)) return undefined;
  const inRuntime = facts.preinstalled.get(name);
  if (inRuntime !== undefined && isInSpecifier(inRuntime, specifier)) {
    const message = `which the layer leaves to ${runtime}: ${inRuntime} when last seen, and AWS changes it without notice`;
    return { severity: 'note', message };
  }
  const has = inRuntime === undefined ? '' : `, which has ${name} ${inRuntime}`;
  return { message: `which is neither in the layer nor in ${runtime}${has}`, isAbsent: true };
}

function versionsInLayer({ distributions, target }: Layer, wanted: string): string[] {
  return distributions
    .filter(({ name, root }) => name === wanted && target.facts.layerFolders.includes(root))
    .map(({ version }) => version);
}

/** A package whose `.dist-info` was cut away to save space is still there, in whichever version. */
function isThereWithoutMetadata({ entries, target }: Layer, name: string): boolean {
  const module = name.replaceAll('-', '_');
  const places = target.facts.layerFolders.flatMap((folder) => [`${folder}/${module}.py`, `${folder}/${module}/`]);
  return entries.some(({ path }) => places.some((place) => path.toLowerCase().startsWith(place)));
}
