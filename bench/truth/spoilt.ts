import type { Image } from '../../packages/layerproof/src/image/entry.ts';
import { type ImportedModule, proveImport } from '../../packages/layerproof/src/prove/prove-import.ts';
import { topLevelModules } from '../../packages/layerproof/src/prove/top-level-modules.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import type { Baseline } from './baseline.ts';
import { type EachOutcome, importEach } from './import-each.ts';
import { moduleFiles } from './module-names.ts';
import type { FailedImport, Imports } from './verdict.ts';

/** What the interpreter says of a layer in which one thing was spoilt, of all that it could import before. */
export async function importsOfSpoilt(
  good: Image,
  spoilt: Image,
  paths: readonly string[],
  target: Target,
  baseline: Baseline,
): Promise<Imports & { readonly modules: number }> {
  const gone = ownedBy(good, paths, target);
  const names = baseline.top.filter(({ imported, name }) => imported && !gone.has(name)).map(({ name }) => name);
  const tried = names.length === 0 ? [] : (await proveImport(spoilt, target, { modules: names })).modules;
  const failed = [...failuresOf(tried), ...(await emptied(spoilt, target, names, baseline))];
  if (failed.length > 0) return { failed, failedWithin: [], modules: names.length };
  const isGone = (name: string) =>
    (paths.length > 1 && paths.includes(name)) || [...gone].some((top) => name === top || name.startsWith(`${top}.`));
  // What failed before is tried as well: it leaves traces in the process, on which others rely.
  const within = Object.keys(baseline.each).filter((name) => !isGone(name));
  const outcomes = within.length === 0 ? new Map() : await importEach(spoilt, target, within);
  return { failed, failedWithin: worseThan(baseline, outcomes), modules: within.length };
}

/** Modules that could not be imported, but for those that only an extra makes whole. */
export function failuresOf(modules: readonly ImportedModule[]): FailedImport[] {
  return modules.flatMap(({ name, imported, message = '', optional }) =>
    imported || optional !== undefined ? [] : [{ name, message }],
  );
}

/** Packages of these that lost their `__init__`: `import` takes the folder that is left without a word. */
async function emptied(
  spoilt: Image,
  target: Target,
  names: readonly string[],
  baseline: Baseline,
): Promise<FailedImport[]> {
  const there = new Set(moduleFiles(spoilt, target).map(({ name }) => name));
  const lost = names.filter((name) => !there.has(name) && baseline.each[name]?.kind === 'imported');
  return lost.length === 0 ? [] : worseThan(baseline, await importEach(spoilt, target, lost));
}

/** What fails now and did not before, neither itself nor a package that it is in. */
function worseThan({ each }: Baseline, outcomes: ReadonlyMap<string, EachOutcome>): FailedImport[] {
  const failedBefore = (name: string) =>
    name.split('.').some((_, at, parts) => each[parts.slice(0, at + 1).join('.')]?.kind === 'failed');
  return [...outcomes].flatMap(([name, outcome]) => {
    if (outcome.kind === 'failed') return failedBefore(name) ? [] : { name, message: outcome.message };
    const isEmptied = outcome.kind === 'folder' && each[name]?.kind === 'imported';
    return isEmptied ? { name, message: 'an empty package: the folder without the names of its __init__' } : [];
  });
}

/** Top-level modules all files of which are among those that are gone, when whole folders are. */
function ownedBy(image: Image, paths: readonly string[], target: Target): ReadonlySet<string> {
  if (paths.length === 1) return new Set();
  const gone = new Set(paths);
  const left = { entries: image.entries.filter(({ path }) => !gone.has(path)), close() {} };
  const names = new Set(topLevelModules(left, target));
  return new Set(topLevelModules(image, target).filter((name) => !names.has(name)));
}
