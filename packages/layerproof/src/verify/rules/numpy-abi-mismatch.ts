import { isForTarget, type Native } from '../native.ts';
import { optionalReason } from '../optional-native.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'numpy-abi-mismatch',
  severity: 'error',
  isOfFile: true,
  modes: ['R23'],
  summary: 'An extension module was compiled for NumPy 1, but the layer has NumPy 2',
  why: 'NumPy 2 has another ABI. A module that was compiled with the headers of NumPy 1 and uses its arrays refuses to be imported with it: `A module that was compiled using NumPy 1.x cannot be run in NumPy 2`, `numpy.core.multiarray failed to import`, `numpy.dtype size changed`. A module that was compiled with NumPy 2 runs with both.',
  messages: [
    'numpy.core.multiarray failed to import',
    'A module that was compiled using NumPy 1.x cannot be run in NumPy 2',
    'module compiled against ABI version 0x… but this version of numpy is 0x…',
    'numpy.dtype size changed, may indicate binary incompatibility. Expected 96 from C header, got 88 from PyObject',
  ],
  fix: 'Ask for `numpy<2` beside the package, or for a version of the package that was built for NumPy 2. {rebuild} with both in one set of requirements.',
  *check(layer) {
    const { distributions, target, natives } = layer;
    const numpy = distributions.find(({ name, root }) => name === 'numpy' && target.facts.layerFolders.includes(root));
    const major = Number(/^\d+/.exec(numpy?.version ?? '')?.[0] ?? 0);
    if (numpy === undefined || major < 2) return;
    const old = natives.filter((native) => native.symbols?.numpyHeaders === 1 && isForTarget(native, target));
    for (const [first, ...others] of byPackage(old, target.facts.layerFolders)) {
      const more = others.length === 0 ? '' : `, as ${others.length} more of its package were`;
      const message = `was compiled with the headers of NumPy 1${more}, but the layer has numpy ${numpy.version}`;
      const reason = optionalReason(layer, first);
      if (reason === undefined) yield { path: first.path, message };
      else yield { path: first.path, message: `${message}; ${reason}`, severity: 'warning' };
    }
  },
});

/** The modules of each package, the one that lies least deep in it first. */
function byPackage(natives: readonly Native[], folders: readonly string[]): [Native, ...Native[]][] {
  const packages = new Map<string, [Native, ...Native[]]>();
  const depth = ({ path }: Native) => path.split('/').length;
  for (const native of natives.toSorted((a, b) => depth(a) - depth(b))) {
    const folder = folders.find((candidate) => native.path.startsWith(`${candidate}/`)) ?? '';
    const name = native.path.slice(folder.length + 1).split('/', 1)[0] ?? '';
    const known = packages.get(name);
    if (known === undefined) packages.set(name, [native]);
    else known.push(native);
  }
  return [...packages.values()];
}
