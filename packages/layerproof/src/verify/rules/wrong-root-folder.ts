import { posix } from 'node:path';
import type { Layer } from '../layer.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'wrong-root-folder',
  severity: 'error',
  modes: ['N11', 'P01'],
  summary: 'Packages lie in a folder that the runtime does not search',
  why: 'Of a layer, Python searches `python/lib/pythonX.Y/site-packages` of its own version and `python`; Node searches `nodejs/nodeNN/node_modules` and `nodejs/node_modules` (https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html). Packages at the root of the zip, one folder too deep, or in the folder of another version are not found: `No module named …`, `Cannot find module …`.',
  messages: ["No module named '…'", "Cannot find module '…'", "Cannot find package '…' imported from /var/task/…"],
  fix: 'Move the packages into a folder that the runtime searches: `python/` for Python, `nodejs/node_modules/` for Node. `layerproof build` lays them out so.',
  *check(layer) {
    const { facts, runtime } = layer.target;
    const searched = facts.layerFolders;
    const roots = rootsOf(layer);
    const found = new Set(searched.flatMap((folder) => [...(roots.get(folder) ?? [])]));
    for (const [root, packages] of roots) {
      // A layer for several versions holds each package once for each of them.
      if (searched.includes(root) || [...packages].every((name) => found.has(name))) continue;
      const place = root === '' ? 'at the root of the layer' : `in ${root}`;
      const message = `${listOf(packages)} ${packages.size === 1 ? 'lies' : 'lie'} ${place}, but ${runtime} searches only ${searched.join(' and ')}`;
      yield root === '' ? { message } : { path: root, message };
    }
    if (facts.family === 'python' || roots.size > 0) return;
    for (const [root, packages] of looseNodeRoots(layer.entries)) {
      const place = root === '' ? 'at the root of the layer' : `in ${root}`;
      // A function may name such a package by its whole path.
      const message = `${listOf(packages)} ${packages.size === 1 ? 'lies' : 'lie'} ${place}, where no name leads to: ${runtime} searches only ${searched.join(' and ')}`;
      yield root === '' ? { message, severity: 'warning' } : { path: root, message, severity: 'warning' };
    }
  },
});

/** Folders that hold packages, with the names of these. */
function rootsOf(layer: Layer): Map<string, Set<string>> {
  const { family, layerFolders } = layer.target.facts;
  const [own, other] = family === 'python' ? [pythonRoots, nodeRoots] : [nodeRoots, pythonRoots];
  const roots = own(layer);
  // Packages of another language are no mistake beside those of the target's, but they are when nothing else is there.
  const isUsed = layer.entries.some(({ path }) => layerFolders.some((folder) => path.startsWith(`${folder}/`)));
  return roots.size > 0 || isUsed ? roots : other(layer);
}

/** Folders that hold Python packages, with the names of these: by their metadata, or, without any, by their modules. */
function pythonRoots({ distributions, entries, target }: Layer): Map<string, Set<string>> {
  const paths = new Set(entries.map(({ path }) => path));
  const roots = new Map<string, Set<string>>();
  for (const { root, name } of distributions) {
    // What setuptools or pip keep for themselves inside their packages is theirs to find.
    if (!isInsidePackage(paths, root)) addTo(roots, root, name);
  }
  if (roots.size > 0) return roots;
  for (const { path } of entries) {
    if (!path.endsWith('/__init__.py') || target.facts.layerFolders.some((folder) => path.startsWith(`${folder}/`)))
      continue;
    const folder = posix.dirname(path);
    const parent = parentOf(folder);
    if (!isInsidePackage(paths, parent)) addTo(roots, parent, posix.basename(folder));
  }
  return roots;
}

function isInsidePackage(paths: ReadonlySet<string>, folder: string): boolean {
  for (let at = folder; at !== ''; at = parentOf(at)) if (paths.has(`${at}/__init__.py`)) return true;
  return false;
}

/** Outermost `node_modules` folders, with the names of the packages in them; inner ones are the packages' own affair. */
function nodeRoots({ entries }: Layer): Map<string, Set<string>> {
  const roots = new Map<string, Set<string>>();
  for (const { path } of entries) {
    const parts = path.split('/');
    const at = parts.indexOf('node_modules');
    const [scope = '', below] = parts.slice(at + 1);
    const name = scope.startsWith('@') ? `${scope}/${below}` : scope;
    // `.bin` and `.pnpm` hold no packages under their own names; a lone name is a file or an empty folder.
    if (at === -1 || below === undefined || name.startsWith('.')) continue;
    addTo(roots, parts.slice(0, at + 1).join('/'), name);
  }
  return roots;
}

/** Without any `node_modules`: folders that hold folders of packages, each named as its package.json says. */
function looseNodeRoots(entries: Layer['entries']): Map<string, Set<string>> {
  const roots = new Map<string, Set<string>>();
  for (const entry of entries) {
    const [, root, name] = /^(?:(.*?)\/)??((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(entry.path) ?? [];
    if (name === undefined || entry.kind !== 'file') continue;
    const says = /"name"\s*:\s*"([^"]*)"/.exec(new TextDecoder().decode(entry.read()))?.[1];
    if (says === name) addTo(roots, root ?? '', name);
  }
  return roots;
}

function parentOf(folder: string): string {
  const parent = posix.dirname(folder);
  return parent === '.' ? '' : parent;
}

function addTo(roots: Map<string, Set<string>>, root: string, name: string): void {
  const names = roots.get(root) ?? new Set();
  names.add(name);
  roots.set(root, names);
}

const NAMES_SHOWN = 3;

function listOf(names: ReadonlySet<string>): string {
  const sorted = [...names].sort();
  const shown = sorted.slice(0, NAMES_SHOWN);
  const more = sorted.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
