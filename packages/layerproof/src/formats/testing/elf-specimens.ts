import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NODE_MODULES = fileURLToPath(new URL('../../../../../node_modules/', import.meta.url));

/** Real libraries, of the target's CPUs, that come with the development dependencies; and Node itself where it is ELF. */
export const SPECIMENS = [
  ...globSync(['@img/*linux*/lib/*', 'onnxruntime-node/bin/napi-v*/linux/*/*', '@*/*linux*/*.node'], {
    cwd: NODE_MODULES,
  })
    .map((path) => NODE_MODULES + path)
    .filter((path) => /\.(so[.\d]*|node)$/.test(path)),
  ...(process.platform === 'linux' ? [process.execPath] : []),
];
