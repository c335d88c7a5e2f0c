import { posix } from 'node:path';
import type { Image } from '../../packages/layerproof/src/image/entry.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import { readNative } from '../../packages/layerproof/src/verify/native.ts';

/** More would take time, and one that fails is enough. */
const MOST = 4;

/** Modules, dotted, that rely on these files: a file that is a module itself, and of a library the modules that need it. */
export function modulesBehind(image: Image, target: Target, paths: readonly string[]): string[] {
  const found = new Set<string>();
  const rest = [...new Set(paths)];
  const seen = new Set(rest);
  for (let path = rest.shift(); path !== undefined && found.size < MOST; path = rest.shift()) {
    const name = moduleName(path, target);
    if (name !== undefined) found.add(name);
    else if (path.includes('.so')) {
      for (const needer of needersOf(image, posix.basename(path))) {
        if (!seen.has(needer)) rest.push(needer);
        seen.add(needer);
      }
    }
  }
  return [...found];
}

function needersOf({ entries }: Image, library: string): string[] {
  return entries
    .filter(({ path, kind }) => kind === 'file' && path.includes('.so'))
    .filter((entry) => readNative(entry)?.elf?.needed.includes(library) === true)
    .map(({ path }) => path);
}

/** `a.b` for `python/a/b.py`; undefined for what `import` does not take. */
function moduleName(path: string, { facts }: Target): string | undefined {
  const folder = facts.layerFolders.find((candidate) => path.startsWith(`${candidate}/`));
  const suffix = ['.py', ...facts.extensionSuffixes].find((candidate) => path.endsWith(candidate));
  if (folder === undefined || suffix === undefined) return undefined;
  const name = path
    .slice(folder.length + 1, -suffix.length)
    .replaceAll('/', '.')
    .replace(/\.__init__$/, '');
  return /^[\p{ID_Start}_][\p{ID_Continue}.]*$/u.test(name) && !/(?:^|\.)lib[^.]*$/.test(name) ? name : undefined;
}
