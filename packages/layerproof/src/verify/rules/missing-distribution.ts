import { markerEnvironment } from '../../target/marker-environment.ts';
import { evaluateMarker } from '../../python/standards/marker.ts';
import type { Requirement } from '../../python/standards/requirement.ts';
import { isInSpecifier } from '../../python/standards/specifier.ts';
import type { Severity } from '../finding.ts';
import { doesWithout } from '../imported-distribution.ts';
import type { Layer } from '../layer.ts';
import { neededDistributions, searchedDistributions } from '../needed-distributions.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'missing-distribution',
  severity: 'error',
  modes: ['R05', 'R10'],
  summary: 'A Python package is in the layer without a package that it needs',
  why: 'A package that was copied by hand or installed with `--no-deps` comes without the packages it imports. The function fails at its first import with `No module named …`. Packages that the runtime itself brings (boto3 and what it needs) count as present, with a note: AWS changes them without notice. It is a warning where METADATA asks for the missing one, but nothing that the package installed imports it, or only a `try` that passes over it.',
  messages: ["No module named '…'"],
  fix: '{rebuild}: it resolves what each package needs, for the Python of the function. Or add the missing package to the layer.',
  *check(layer) {
    const { target } = layer;
    if (target.facts.python === undefined) return;
    const environment = markerEnvironment(target);
    for (const { name, version, path, problem, metadata } of searchedDistributions(layer).values()) {
      if (problem !== undefined) yield { path, message: `what ${name} ${version} needs cannot be read: ${problem}` };
      for (const line of metadata?.broken ?? []) {
        if (line.marker !== undefined && !evaluateMarker(line.marker, environment)) continue;
        yield { path, message: `what ${name} ${version} needs cannot be read: ${line.problem}` };
      }
    }
    for (const { distribution, requirement } of neededDistributions(layer)) {
      const lack = lackOf(layer, requirement);
      if (lack === undefined) continue;
      const { path, name, version } = distribution;
      const message = `${name} ${version} needs ${requirement.name}${requirement.specifier}, ${lack.message}`;
      const reason = lack.isAbsent === true ? doesWithout(layer, distribution, requirement.name) : undefined;
      if (reason !== undefined) yield { path, message: `${message}; ${reason}`, severity: 'warning' };
      else if (lack.severity === undefined) yield { path, message };
      else yield { path, message, severity: lack.severity };
    }
  },
});

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
  const message = `which is neither in the layer nor in ${runtime}`;
  return inRuntime === undefined
    ? { message, isAbsent: true }
    : { message: `${message}, which has ${name} ${inRuntime}` };
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
