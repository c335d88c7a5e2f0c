import { normalizeName } from '../../python/standards/name.ts';
import { type FailingImport, importGraph } from '../import-graph.ts';
import { doesWithout } from '../imported-distribution.ts';
import type { Layer } from '../layer.ts';
import { neededDistributions } from '../needed-distributions.ts';
import { abiTagOf, isForeignAbiTag } from '../python-abi-tag.ts';
import { readRecords } from '../record.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'module-not-found',
  severity: 'error',
  modes: ['R05', 'R10', 'R38', 'P14'],
  summary: 'A module of the layer imports one that is nowhere',
  why: 'The import is not guarded, and the module is neither in the layer nor in the standard library nor among what the runtime brings: the function stops with `No module named …`. A file was pruned or lost, a package does not name all that it needs, or it was installed for another Python.',
  messages: ["No module named '…'", "cannot import name '…' from '…'"],
  fix: '{rebuild}; add the package that has the module to the requirements, where no package names it.',
  *check(layer) {
    const first = firstOfEach(importGraph(layer).failing);
    if (first.length === 0) return;
    const asked = namesAskedFor(layer);
    const foreign = modulesForOthers(layer);
    for (const failing of first) {
      // What a package names as its need and has not is a finding of its own.
      if (failing.origin === 'removed' || asked.has(normalizeName(failing.module))) continue;
      // And so is what is there, built for another Python.
      if (foreign.has(failing.module)) continue;
      yield placeOf(
        layer,
        failing,
        `imports ${failing.module}, which is neither in the layer nor in ${layer.target.runtime}`,
      );
    }
  },
});

/** One place for each module that is not there: the first, and of those the one that breaks most. */
export function firstOfEach(failing: readonly FailingImport[]): FailingImport[] {
  const first = new Map<string, FailingImport>();
  for (const one of failing) {
    const other = first.get(one.module);
    if (other === undefined || one.breaks.length > other.breaks.length) first.set(one.module, one);
  }
  return [...first.values()];
}

/**
 * Grave when a package cannot be used at all; where others of its modules can be imported, this one is not what it is for, unless it is
 * one of the package's own that is not there.
 */
export function placeOf(layer: Layer, { path, line, breaks, origin }: FailingImport, fact: string) {
  const { broken } = importGraph(layer);
  const stopping =
    origin === 'layer' ? breaks : breaks.filter((top) => modulesBeside(layer, top).every((other) => broken.has(other)));
  const message = `line ${line} ${fact}`;
  if (stopping.length === 0) return { path, message, severity: 'warning' as const };
  return { path, message: `${message}; without it ${listOf(stopping)} cannot be imported` };
}

/** Top-level modules of the distribution that installed this one, itself among them, that are still there. */
function modulesBeside(layer: Layer, top: string): readonly string[] {
  if (layer.function !== undefined) return [top];
  for (const { lines, distribution } of readRecords(layer)) {
    const root = distribution.root === '' ? '' : `${distribution.root}/`;
    const tops = new Set(
      lines.flatMap(({ path }) => {
        const name = /^([A-Za-z_]\w*)(?:\.[^/]*\.?(?:py|so)$|\.py$|\/)/.exec(path.slice(root.length))?.[1];
        return name === undefined || layer.resolve(path) === undefined ? [] : name;
      }),
    );
    if (tops.has(top)) return [...tops];
  }
  return [top];
}

/** Names of distributions that are not there and without which others fail. */
function namesAskedFor(layer: Layer): ReadonlySet<string> {
  const present = new Set(layer.distributions.map(({ name }) => name));
  const missing = neededDistributions(layer).filter(
    ({ distribution, requirement: { name } }) =>
      !present.has(name) && doesWithout(layer, distribution, name) === undefined,
  );
  return new Set(missing.map(({ requirement }) => requirement.name));
}

/** Modules, by their dotted names, that are there under the name that another Python or system looks for. */
function modulesForOthers({ entries, target }: Layer): ReadonlySet<string> {
  const modules = new Set<string>();
  for (const { path, kind } of entries) {
    const tag = kind === 'directory' ? undefined : abiTagOf(path);
    if (tag === undefined || !isForeignAbiTag(tag, target)) continue;
    for (const folder of target.facts.layerFolders) {
      if (!path.startsWith(`${folder}/`)) continue;
      const inside = path.slice(folder.length + 1, path.length - tag.suffix.length);
      modules.add(inside.replaceAll('/', '.'));
    }
  }
  return modules;
}

const NAMES_SHOWN = 3;

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? `${shown} and ${names.length - NAMES_SHOWN} more` : shown;
}
