import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageNotInstalled } from './faults.ts';

/** npm's name of a CPU (https://docs.npmjs.com/cli/configuring-npm/package-json#cpu). */
export type Cpu = 'x64' | 'arm64';

export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Absolute. */
  readonly folder: string;
}

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What only a package's install script uses. Install scripts never run in a layer, so it stays outside. */
const ONLY_FOR_INSTALLING: Readonly<Record<string, readonly string[]>> = {
  'onnxruntime-node': ['adm-zip', 'global-agent'],
};

/**
 * The packages `names` with everything that they need at run time on Linux with glibc on `cpu`, as they are installed under
 * `root`, sorted by folder.
 *
 * Of optional dependencies, the one named for this system (`…-linux-x64`) is needed and those for other systems are not: npm
 * packages with native code are published that way, one package for each system. Throws a Fault `package-not-installed`.
 */
export function installedClosure(root: string, names: readonly string[], cpu: Cpu): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  const visit = (name: string, from: string, neededBy: string): void => {
    const folder = findPackage(name, from, root);
    if (folder === undefined) throw packageNotInstalled(name, neededBy, cpu);
    if (found.has(folder)) return;
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
    found.set(folder, { name, version: manifest.version, folder });
    for (const dependency of runtimeDependencies(name, manifest, cpu)) visit(dependency, folder, name);
  };
  for (const name of names) visit(name, root, 'the pipeline');
  return [...found.values()].toSorted((a, b) => (a.folder < b.folder ? -1 : 1));
}

function runtimeDependencies(
  name: string,
  { dependencies = {}, optionalDependencies = {} }: Manifest,
  cpu: Cpu,
): string[] {
  const left = new Set(ONLY_FOR_INSTALLING[name]);
  const required = Object.keys(dependencies).filter(
    (dependency) => !left.has(dependency) && !(dependency in optionalDependencies),
  );
  const native = Object.keys(optionalDependencies).filter((dependency) => nativeFor(cpu).test(dependency));
  return [...required, ...native];
}

/** `@img/sharp-linux-x64`, `@esbuild/linux-x64`; not `…-linuxmusl-x64`, which is for another C library. */
function nativeFor(cpu: Cpu): RegExp {
  return new RegExp(`[-/]linux-${cpu}(-gnu)?$`);
}

/** Node's own search: `node_modules` in `from` and in each folder above it, up to `root`. */
function findPackage(name: string, from: string, root: string): string | undefined {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === root || dirname(folder) === folder) return undefined;
  }
}
