import { posix } from 'node:path';
import type { ImageEntry } from '../../image/entry.ts';
import type { Target } from '../../target/target.ts';
import { defineRule } from '../rule.ts';

/** Names of npm's own (`process.platform`, `process.arch`), as packages spell them in the names of their builds. */
const CPU = { x86_64: 'x64', arm64: 'arm64' } as const;
const PLATFORM = /(?:^|[-/_.])(?:linux|linuxmusl|darwin|win32|android|freebsd|openbsd|sunos|aix)(?:[-/_.]|$)/;

export default defineRule({
  id: 'npm-platform-package-missing',
  severity: 'error',
  modes: ['N01', 'N02', 'N05'],
  summary: 'An npm package has come without its build for this system',
  why: 'Packages with native code (sharp, esbuild, rollup, swc) come as one small package and one more for each system, of which npm installs the one for the machine that it runs on. A layer made on macOS or Windows, or from a lockfile that lost the others, has none for Linux: `Could not load the "sharp" module using the linux-x64 runtime`, `Cannot find module @rollup/rollup-linux-x64-gnu`.',
  messages: [
    'Could not load the "sharp" module using the linux-… runtime',
    'Cannot find module @rollup/rollup-linux-…',
    "You installed esbuild for another platform than the one you're currently using",
    "Cannot find module '../build/Release/sharp-linux-…",
  ],
  fix: '{rebuild}. Where the lockfile does not list the builds of other systems, remove it together with `node_modules` and install again.',
  *check({ entries, target }) {
    if (target.facts.node === undefined) return;
    const installed = new Set(entries.flatMap(({ path }) => NAME_OF_FOLDER.exec(path)?.[1] ?? []));
    for (const entry of entries) {
      const folder = target.facts.layerFolders.find((candidate) => entry.path.startsWith(`${candidate}/`));
      if (folder === undefined || entry.kind !== 'file' || !PACKAGE_JSON.test(entry.path)) continue;
      const { name, optional } = readPackage(entry);
      const builds = optional.filter((dependency) => PLATFORM.test(dependency));
      const wanted = builds.filter((dependency) => isForTarget(dependency, target));
      if (wanted.length === 0 || wanted.some((dependency) => installed.has(dependency))) continue;
      const foreign = builds.filter((dependency) => installed.has(dependency));
      const message = `${name} needs ${wanted.join(' or ')} here, but the layer has ${foreign.length === 0 ? 'none of its builds' : `only ${foreign.join(', ')}`}`;
      // Some packages do without their native code; that another system's is there shows that this one was meant to be.
      if (foreign.length > 0) yield { path: posix.dirname(entry.path), message };
      else yield { path: posix.dirname(entry.path), message, severity: 'warning' };
    }
  },
});

const PACKAGE_JSON = /\/node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/;
const NAME_OF_FOLDER = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/;

/** True for a build for Linux with glibc on the target's CPU, by its name: `@img/sharp-linux-x64`, `lightningcss-linux-arm64-gnu`. */
function isForTarget(name: string, { architecture }: Target): boolean {
  const words = name.split(/[^a-z0-9]+/i);
  return words.includes('linux') && words.includes(CPU[architecture]) && !words.includes('musl');
}

function readPackage(entry: ImageEntry): { readonly name: string; readonly optional: readonly string[] } {
  const parsed = parse(new TextDecoder().decode(entry.read()));
  const { name, optionalDependencies } = parsed;
  const isObject = typeof optionalDependencies === 'object' && optionalDependencies !== null;
  return { name: typeof name === 'string' ? name : '', optional: isObject ? Object.keys(optionalDependencies) : [] };
}

interface PackageJson {
  readonly name?: unknown;
  readonly optionalDependencies?: unknown;
}

/** No fields for what is no JSON: no package manager reads it either. */
function parse(text: string): PackageJson {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
