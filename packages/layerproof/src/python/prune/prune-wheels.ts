import type { ImageEntry } from '../../image/entry.ts';
import { scanPython } from '../imports/scan-python.ts';
import type { WheelFacts } from '../wheels/wheel-facts.ts';
import type { CutKind } from './kinds.ts';
import { isWhatItsNameSays } from './magic.ts';
import { type PrunableFile, prune } from './prune.ts';
import { type References, referencesOf } from './references.ts';

export interface PruneOptions {
  /** Facts of every wheel by its sha256. */
  readonly facts: ReadonlyMap<string, WheelFacts>;
  /** Files that the layer holds beside those of the wheels. They are never cut, but what they refer to stays. */
  readonly others: readonly ImageEntry[];
}

/** What was cut of one kind: files, and their bytes once unzipped. */
export interface Pruned {
  readonly kind: CutKind;
  readonly files: number;
  readonly bytes: number;
}

const ROOT = 'python/';

/** The paths to leave out of the entries of wheels, and what that saves by kind; nothing without options. */
export function pruneWheels(
  entries: readonly ImageEntry[],
  options: PruneOptions | undefined,
): { readonly cuts: ReadonlySet<string>; readonly pruned: readonly Pruned[] } {
  if (options === undefined) return { cuts: new Set(), pruned: [] };
  const origins = new Map(entries.map(({ path, artifact }) => [path, artifact]));
  const others = new Map(options.others.map((entry) => [entry.path, entry]));
  const files: PrunableFile[] = [
    ...entries.map((entry) => ({ path: entry.path, origin: isWhatItsNameSays(entry) ? entry.artifact : undefined })),
    ...options.others.map(({ path }) => ({ path, origin: undefined })),
  ];
  const cuts = prune(files, {
    references(path) {
      const origin = origins.get(path);
      if (origin !== undefined) return options.facts.get(origin)?.references.get(path);
      const entry = others.get(path);
      return entry === undefined ? undefined : referencesOfEntry(entry);
    },
    imported: [...options.facts.values()].flatMap(({ entryPoints }) => entryPoints),
  });
  return { cuts: new Set(cuts.keys()), pruned: summary(entries, cuts) };
}

function referencesOfEntry(entry: ImageEntry): References | undefined {
  const source = Buffer.from(entry.read()).toString('utf8');
  const path = entry.path.startsWith(ROOT) ? entry.path.slice(ROOT.length) : entry.path;
  return referencesOf(path, source, scanPython(source));
}

function summary(entries: readonly ImageEntry[], cuts: ReadonlyMap<string, CutKind>): Pruned[] {
  const kinds = new Map<CutKind, { files: number; bytes: number }>();
  for (const { path, size } of entries) {
    const kind = cuts.get(path);
    if (kind === undefined) continue;
    const sum = kinds.get(kind) ?? { files: 0, bytes: 0 };
    kinds.set(kind, { files: sum.files + 1, bytes: sum.bytes + size });
  }
  return [...kinds]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, { files, bytes }]) => ({ kind, files, bytes }));
}
