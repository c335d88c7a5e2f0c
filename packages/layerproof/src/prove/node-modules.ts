import type { Image, ImageEntry } from '../image/entry.ts';
import type { Target } from '../target/target.ts';

/** Where a package is loaded from: the folder that holds the `node_modules` with it, relative to the layer. */
export interface NodePackage {
  readonly name: string;
  readonly folder: string;
}

/**
 * Packages that `require` or `import` finds at the top of the layer's `node_modules` folders, sorted by name; of two, that in
 * the folder that is searched first. Left out: what cannot be loaded by its name alone (types, programs, data) and builds for
 * other systems, which their packages choose from.
 */
export function nodePackages({ entries }: Image, target: Target): NodePackage[] {
  const found = new Map<string, NodePackage>();
  const paths = new Set(entries.map(({ path }) => path));
  for (const modules of target.facts.layerFolders) {
    for (const entry of entries) {
      const name = entry.path.startsWith(`${modules}/`) ? nameOf(entry.path.slice(modules.length + 1)) : undefined;
      if (name === undefined || found.has(name) || !isLoadable(entry, paths, target)) continue;
      found.set(name, { name, folder: modules.replace(/\/?node_modules$/, '') });
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function nameOf(path: string): string | undefined {
  return /^(?<name>(?:@[^/]+\/)?[^/@.][^/]*)\/package\.json$/.exec(path)?.groups?.['name'];
}

function isLoadable(entry: ImageEntry, paths: ReadonlySet<string>, target: Target): boolean {
  const description = parse(entry);
  if (description === undefined || !isForSystem(description, target)) return false;
  const folder = entry.path.slice(0, -'/package.json'.length);
  const { exports, main } = description;
  if (exports !== undefined && exports !== null) return hasRoot(exports);
  if (typeof main === 'string' && main !== '') return true;
  return ['index.js', 'index.json', 'index.node'].some((name) => paths.has(`${folder}/${name}`));
}

/** `exports` names the package itself: a path, a list, `.`, or conditions, none of which starts with a dot. */
function hasRoot(exports: unknown): boolean {
  if (typeof exports !== 'object' || Array.isArray(exports)) return true;
  const keys = Object.keys(exports ?? {});
  return keys.includes('.') || (keys.length > 0 && keys.every((key) => !key.startsWith('.')));
}

/** `os`, `cpu` and `libc` of a package.json: names that are taken, or `!name` for those that are not. */
function isForSystem({ os, cpu, libc }: Record<string, unknown>, target: Target): boolean {
  const wanted = [
    [os, 'linux'],
    [cpu, target.architecture === 'arm64' ? 'arm64' : 'x64'],
    [libc, 'glibc'],
  ] as const;
  return wanted.every(([list, own]) => {
    if (!Array.isArray(list) || list.length === 0) return true;
    return list.includes(own) || (list.every((name) => String(name).startsWith('!')) && !list.includes(`!${own}`));
  });
}

/** Undefined when it is no JSON object, which Node.js refuses, too. */
function parse(entry: ImageEntry): Record<string, unknown> | undefined {
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(entry.read()));
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
