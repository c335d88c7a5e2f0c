import { isOfMachine, type Native } from '../native.ts';
import type { Layer } from '../layer.ts';
import { defineRule } from '../rule.ts';
import { foreignPlace } from '../stand-in.ts';

/** Bytes below which nobody would take the trouble. */
const WORTH_NAMING = 1_000_000;

export default defineRule({
  id: 'unused-platform-files',
  severity: 'note',
  modes: ['N08'],
  summary: 'The layer holds builds for other systems, which take room',
  why: 'Some packages ship the builds for all systems in one: onnxruntime-node has 300 MB for macOS, Windows and both CPUs of Linux, of which a function uses a sixth. Together with the function and its other layers that soon comes to more than Lambda takes: `Unzipped size must be smaller than 262144000 bytes`.',
  messages: ['Unzipped size must be smaller than 262144000 bytes'],
  fix: 'Leave out the folders of other systems, e.g. with `rm -rf` before zipping; `layerproof inspect` shows what is large.',
  *check(layer) {
    const sizes = new Map<string, number>();
    const bytes = new Map(layer.entries.map(({ path, size }) => [path, size]));
    for (const native of layer.natives) {
      // A build in whose place none for the target is loaded is what is wrong, and no ballast.
      if (!isForeign(native, layer) || foreignPlace(layer, native, '').severity === undefined) continue;
      const owner = packageOf(native.path);
      sizes.set(owner, (sizes.get(owner) ?? 0) + (bytes.get(native.path) ?? 0));
    }
    for (const [path, size] of sizes) {
      if (size < WORTH_NAMING) continue;
      yield {
        path,
        message: `holds ${(size / 1e6).toFixed(1)} MB of builds for other systems, but ${layer.target.label} loads none of them`,
      };
    }
  },
});

function isForeign({ kind, elf, damage }: Native, { target }: Layer): boolean {
  if (kind === 'mach-o' || kind === 'pe') return true;
  return elf !== undefined && damage === undefined && elf.type === 'shared' && !isOfMachine(elf, target);
}

/** The npm package or the top folder of the Python package that a file belongs to. */
function packageOf(path: string): string {
  const npm = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
  const python = /^python\/(?:lib\/python[\d.]+\/site-packages\/)?[^/]+/.exec(path)?.[0];
  return npm ?? python ?? path;
}
