import type { Image } from '../../packages/layerproof/src/image/entry.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';

/** A Python file of a layer by the name that `import` takes. */
export interface ModuleFile {
  readonly name: string;
  readonly path: string;
  readonly isInit: boolean;
}

/** Every module of the layer by its dotted name, parents first; programs (`__main__`), which nothing imports, are left out. */
export function moduleFiles({ entries }: Image, { facts }: Target): ModuleFile[] {
  const found = new Map<string, ModuleFile>();
  for (const { path, kind } of entries) {
    const folder = facts.layerFolders.find((candidate) => path.startsWith(`${candidate}/`));
    const suffix = ['.py', ...facts.extensionSuffixes].find((candidate) => path.endsWith(candidate));
    if (folder === undefined || suffix === undefined || kind !== 'file') continue;
    const parts = path.slice(folder.length + 1, -suffix.length).split('/');
    const isInit = parts.length > 1 && parts.at(-1) === '__init__';
    const name = (isInit ? parts.slice(0, -1) : parts).join('.');
    if (IMPORTABLE.test(name) && parts.at(-1) !== '__main__') found.set(name, { name, path, isInit });
  }
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const IMPORTABLE = /^[\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u;
