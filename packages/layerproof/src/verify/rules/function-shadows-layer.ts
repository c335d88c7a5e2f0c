import type { ImageEntry } from '../../image/entry.ts';
import type { Target } from '../../target/target.ts';
import { isForTarget, readNative } from '../native.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'function-shadows-layer',
  severity: 'warning',
  modes: ['N04'],
  needs: 'function',
  summary: 'The function brings a package of the layer itself, and its own copy is loaded',
  why: 'The folder of the function is searched before its layers. When its zip holds a package that the layer has as well, the layer is right and not used: a `node_modules` that was installed on macOS still gives `Could not load the "sharp" module using the linux-x64 runtime`.',
  messages: ['Could not load the "…" module using the linux-… runtime'],
  fix: 'Leave the package out of the zip of the function, so that the one of the layer is loaded.',
  *check({ target, entries, function: own = [] }) {
    const inLayer = packagesOf(entries, target.facts.layerFolders);
    const folders = target.facts.node === undefined ? [''] : ['node_modules'];
    for (const [name, files] of packagesOf(own, folders)) {
      if (!inLayer.has(name)) continue;
      const foreign = foreignFile(files, target);
      const message = `the function has ${name}, which is loaded in place of that of the layer`;
      if (foreign === undefined) yield { message };
      else yield { message: `${message}, and its ${foreign} is not for ${target.label}`, severity: 'error' };
    }
  },
});

/** Packages that lie directly in one of the folders, with their files. */
function packagesOf(entries: readonly ImageEntry[], folders: readonly string[]): Map<string, ImageEntry[]> {
  const packages = new Map<string, ImageEntry[]>();
  for (const entry of entries) {
    const folder = folders.find((candidate) => candidate === '' || entry.path.startsWith(`${candidate}/`));
    if (folder === undefined || entry.kind === 'directory') continue;
    const [first = '', second, ...rest] = entry.path.slice(folder === '' ? 0 : folder.length + 1).split('/');
    // A file at the top is the code of the function itself, or a module of one file.
    if (second === undefined || first.endsWith('.dist-info')) continue;
    const name = first.startsWith('@') && rest.length > 0 ? `${first}/${second}` : first;
    packages.set(name, [...(packages.get(name) ?? []), entry]);
  }
  return packages;
}

/** A native file when none of the package's is for the target. */
function foreignFile(files: readonly ImageEntry[], target: Target): string | undefined {
  const natives = files.flatMap((entry) => readNative(entry) ?? []);
  return natives.some((native) => isForTarget(native, target)) ? undefined : natives[0]?.path;
}
