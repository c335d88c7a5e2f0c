import { nodeApiLevelOf } from '../../target/interpreters.ts';
import type { Layer } from '../layer.ts';
import { isForTarget, type Native } from '../native.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'wrong-node-abi',
  severity: 'error',
  modes: ['N06', 'N13'],
  summary: 'A native addon is built for another version of Node',
  why: 'An addon that calls V8 directly works with one major version of Node alone, which its NODE_MODULE_VERSION tells: `was compiled against a different Node.js version using NODE_MODULE_VERSION 108. This version of Node.js requires NODE_MODULE_VERSION 127`. One that uses Node-API works with every Node that has the functions which it calls; with an older one the loader stops with `undefined symbol: napi_…` or `Module did not self-register`.',
  messages: [
    'was compiled against a different Node.js version using',
    'NODE_MODULE_VERSION …. This version of Node.js requires',
    "Module did not self-register: '…'",
    'undefined symbol: napi_…',
  ],
  fix: 'Install the packages with the Node version of the runtime (`npm rebuild` or `npm ci` under it, on Linux), or ask for a version of the package that uses Node-API and is built for this level.',
  *check(layer) {
    const { node } = layer.target.facts;
    if (node === undefined) return;
    for (const native of layer.natives) {
      const message = isForTarget(native, layer.target) ? problemOf(native, layer, node) : undefined;
      if (message !== undefined && !hasSibling(native, layer, node)) yield { path: native.path, message };
    }
  },
});

/**
 * Packages ship a build for each Node side by side (`node.abi115.node`, `node-v127/a.node`), and one for Node-API
 * (`node.napi.node`), and load the one that fits.
 */
function hasSibling({ path }: Native, layer: Layer, node: NodeFacts): boolean {
  const name = withoutVersion(path);
  return layer.natives.some(
    (other) =>
      other.path !== path &&
      withoutVersion(other.path) === name &&
      isForTarget(other, layer.target) &&
      problemOf(other, layer, node) === undefined,
  );
}

function withoutVersion(path: string): string {
  return path.replaceAll(/\.(?:napi|abi\d+)(?=\.)/g, '').replaceAll(/\d+/g, '');
}

/**
 * NODE_MODULE_VERSION of each major version since 10 (https://nodejs.org/en/download/releases). Those between were never released
 * for use.
 */
const MODULE_VERSIONS: ReadonlyMap<number, number> = new Map([
  [10, 64],
  [11, 67],
  [12, 72],
  [13, 79],
  [14, 83],
  [15, 88],
  [16, 93],
  [17, 102],
  [18, 108],
  [19, 111],
  [20, 115],
  [21, 120],
  [22, 127],
  [23, 131],
  [24, 137],
]);

/** What the name says of an addon that registers itself in its own code: `node-v108`, `abi108`, `-glibc-108.node`, `node-18`. */
function namedVersion(path: string): number | undefined {
  const version = /(?:abi|node-v|-)(\d{2,3})\.node$|(?:abi|node-v)(\d{2,3})(?=[-./])/.exec(path);
  const named = Number(version?.[1] ?? version?.[2]);
  if ([...MODULE_VERSIONS.values()].includes(named)) return named;
  return MODULE_VERSIONS.get(Number(/[-/]node-?(\d{2})(?=[-./])/.exec(path)?.[1]));
}

type NodeFacts = NonNullable<Layer['target']['facts']['node']>;

function problemOf({ path, symbols }: Native, { target }: Layer, node: NodeFacts): string | undefined {
  if (symbols === undefined) return undefined;
  const { nodeApiWanted, usesV8 } = symbols;
  const moduleVersion = symbols.moduleVersion ?? (usesV8 ? namedVersion(path) : undefined);
  if (moduleVersion !== undefined && moduleVersion !== node.moduleVersion) {
    return `is built for NODE_MODULE_VERSION ${moduleVersion}, but ${target.runtime} has ${node.moduleVersion}`;
  }
  const newest = nodeApiWanted
    .map((name) => ({ name, level: nodeApiLevelOf(name) ?? 0 }))
    .find(({ level }) => level > node.nodeApi);
  return newest === undefined
    ? undefined
    : `wants ${newest.name} of Node-API ${newest.level}, but ${target.runtime} has level ${node.nodeApi}`;
}
