import { posix } from 'node:path';
import type { ImageEntry } from '../../image/entry.ts';
import type { PythonCall } from '../../python/imports/scan-calls.ts';
import { normalizeName } from '../../python/standards/name.ts';
import { callsOf } from '../calls-of.ts';
import type { Layer } from '../layer.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'missing-metadata',
  severity: 'error',
  isOfFile: true,
  modes: ['R22'],
  summary: 'A package asks for the metadata of one that has none in the layer',
  why: 'Many packages ask for their own version when they are imported (`importlib.metadata.version`, `pkg_resources.get_distribution`). The answer comes from their folder `*.dist-info`. When these folders were cut away to save space, the import fails with `PackageNotFoundError`, though the code is there. It is a warning in a module that its package does not import at once, and where a `*.dist-info` has lost its METADATA.',
  messages: [
    'PackageNotFoundError: No package metadata was found for …',
    'importlib.metadata.PackageNotFoundError: …',
    "pkg_resources.DistributionNotFound: The '…' distribution was not found",
  ],
  fix: '{rebuild}; it keeps the folders `*.dist-info`. With another tool, do not remove them.',
  *check(layer) {
    const { entries, target, distributions } = layer;
    if (target.facts.python === undefined) return;
    const known = knownNames(layer);
    for (const entry of entries) {
      const folder = target.facts.layerFolders.find((candidate) => entry.path.startsWith(`${candidate}/`));
      if (folder === undefined || entry.kind !== 'file' || !entry.path.endsWith('.py')) continue;
      const inside = entry.path.slice(folder.length + 1);
      for (const { argument, line, callee } of askingCalls(layer, entry)) {
        const name = nameAsked(argument, inside);
        if (name === undefined || known.has(normalizeName(name))) continue;
        const message = `line ${line} asks for the metadata of ${name} (${callee}), but neither the layer nor ${target.runtime} has a ${name.replaceAll('-', '_')}-….dist-info`;
        const isSure = isTopLevel(inside) || isImportedAtTop(layer, folder, inside);
        yield isSure ? { path: entry.path, message } : { path: entry.path, message, severity: 'warning' };
      }
    }
    for (const { name, version, path, root, metadata, problem } of distributions) {
      if (metadata !== undefined || problem !== undefined || !target.facts.layerFolders.includes(root)) continue;
      yield { path, message: `has no METADATA, so that nobody learns what ${name} ${version} is`, severity: 'warning' };
    }
  },
});

const METADATA_MODULES = ['importlib.metadata', 'importlib_metadata'] as const;
const METADATA_FUNCTIONS = ['version', 'distribution', 'metadata', 'requires', 'files'] as const;

function askingCalls(layer: Layer, entry: ImageEntry): PythonCall[] {
  const facts = layer.readSource(entry);
  if (facts.calls.length === 0) return [];
  return [
    ...METADATA_MODULES.flatMap((module) => callsOf(facts, module, METADATA_FUNCTIONS)),
    ...callsOf(facts, 'pkg_resources', ['get_distribution', 'require']),
  ];
}

/** What a call asks for; undefined where a module asks by its own dotted name, which no distribution has. */
function nameAsked(argument: string, inside: string): string | undefined {
  if (argument !== '__name__' && argument !== '__package__') return argument;
  const isDirect = argument === '__name__' ? isTopLevel(inside) : posix.dirname(inside) === topOf(inside);
  return isDirect ? topOf(inside) : undefined;
}

function isTopLevel(inside: string): boolean {
  return /^[^/]+(?:\.py|\/__init__\.py)$/.test(inside);
}

/** True for a module that `__init__` of its package imports in any case. */
function isImportedAtTop(layer: Layer, folder: string, inside: string): boolean {
  const [, top = '', module = ''] = /^([^/]+)\/([^/]+)\.py$/.exec(inside) ?? [];
  const init = module === '' ? undefined : layer.resolve(`${folder}/${top}/__init__.py`);
  if (init === undefined) return false;
  return layer.readSource(init).imports.some((found) => {
    const from = found.level === 0 ? found.module : [top, found.module].filter((part) => part !== '').join('.');
    const isOwn = found.kind === 'hard' && found.level <= 1;
    return isOwn && (from === `${top}.${module}` || (from === top && found.names.includes(module)));
  });
}

function topOf(inside: string): string {
  return /^([^/]+?)(?:\.py$|\/)/.exec(inside)?.[1] ?? inside;
}

/** Names of distributions whose metadata are found: those of the layer, of the runtime, and of the function. */
function knownNames({ distributions, entries, target, function: own = [] }: Layer): ReadonlySet<string> {
  const { layerFolders, preinstalled } = target.facts;
  const names = new Set([...preinstalled.keys(), ...distributions.map(({ name }) => name)]);
  const places = [
    ...layerFolders.map((folder) => ({ folder: `${folder}/`, files: entries })),
    { folder: '', files: own },
  ];
  for (const { folder, files } of places) {
    for (const { path } of files) {
      // `name-1.0-py3.9.egg-info` and `name.egg-info` are read as well.
      const found = path.startsWith(folder)
        ? /^([^/]+?)(?:-[^/]*)?\.(?:egg|dist)-info(?:$|\/)/.exec(path.slice(folder.length))?.[1]
        : undefined;
      if (found !== undefined) names.add(normalizeName(found));
    }
  }
  return names;
}
