/**
 * Joins the compiled modules of the `layerproof` command into a few files, one for each command: Node takes longer to find and load
 * two hundred modules than to copy a small layer. Packages of others stay outside, under their own licences.
 *
 *   npm run build
 */
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const dist = join(import.meta.dirname, '../packages/layerproof/dist');
const outdir = join(dist, 'command');

rmSync(outdir, { recursive: true, force: true });
await build({
  // Threads start from files of their own, which lie beside what starts them.
  entryPoints: ['bin', 'build/hash-thread'].map((path) => ({
    in: join(dist, `${path}.js`),
    out: basename(path),
  })),
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  packages: 'external',
  logLevel: 'warning',
});
