import type { Image } from '../image/entry.ts';
import type { Target } from '../target/target.ts';

/**
 * Names that `import` finds at the top of the layer's own folders, sorted: packages with an `__init__`, modules, and extension
 * modules for the target. What the files say counts, not the metadata, which may be missing.
 */
export function topLevelModules({ entries }: Image, target: Target): string[] {
  const names = new Set<string>();
  for (const { path, kind } of entries) {
    if (kind === 'directory') continue;
    for (const folder of target.facts.layerFolders) {
      if (!path.startsWith(`${folder}/`)) continue;
      const name = moduleAt(path.slice(folder.length + 1), target.facts.extensionSuffixes);
      if (name !== undefined && /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) names.add(name);
    }
  }
  return [...names].sort();
}

function moduleAt(path: string, extensionSuffixes: readonly string[]): string | undefined {
  const [first = '', second, ...deeper] = path.split('/');
  if (second === undefined) return withoutSuffix(first, ['.py', ...extensionSuffixes]);
  const isPackage = deeper.length === 0 && withoutSuffix(second, ['.py', ...extensionSuffixes]) === '__init__';
  return isPackage ? first : undefined;
}

function withoutSuffix(name: string, suffixes: readonly string[]): string | undefined {
  const suffix = suffixes.find((candidate) => name.endsWith(candidate));
  return suffix === undefined ? undefined : name.slice(0, -suffix.length);
}
