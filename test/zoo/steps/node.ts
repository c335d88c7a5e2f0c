import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folderImage } from '../../../packages/layerproof/src/image/folder-image.ts';
import { fileOf, put } from '../draft.ts';
import type { Step } from '../specimen.ts';
import { addFile } from './files.ts';
import { readTarball } from './tarball.ts';

const NODE_MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
export const LAYER_MODULES = 'nodejs/node_modules';

/** Copies packages that this repository has installed. */
export function takeModule(...names: readonly string[]): Step {
  return {
    apply({ files, opened }) {
      for (const name of names) {
        const image = folderImage(join(NODE_MODULES, name));
        opened.push(image);
        for (const entry of image.entries) {
          if (entry.kind === 'file') put(files, { ...entry, path: `${LAYER_MODULES}/${name}/${entry.path}` });
        }
      }
    },
  };
}

/** A published npm package as `npm pack` gives it: no dependencies, no scripts. */
export function takeNpm(name: string, version: string): Step {
  return {
    needs: 'npm',
    apply({ files }) {
      for (const { path, mode, bytes } of readTarball(readFileSync(packed(name, version)))) {
        const inside = path.slice(path.indexOf('/') + 1);
        put(files, fileOf(`${LAYER_MODULES}/${name}/${inside}`, bytes, mode | 0o644));
      }
    },
  };
}

/** Kept between runs: an archive of one name and version is always the same. */
function packed(name: string, version: string): string {
  const folder = join(tmpdir(), 'layerproof-zoo', 'npm');
  const path = join(folder, `${name.replace('/', '+')}@${version}.tgz`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const options = ['--silent', '--ignore-scripts', '--pack-destination', folder];
  const file = execFileSync('npm', ['pack', `${name}@${version}`, ...options], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();
  renameSync(join(folder, file), path);
  return path;
}

/** A package of one file that does nothing, with what its package.json says beside its name. */
export function addModule(name: string, fields: Readonly<Record<string, unknown>> = {}, source = ''): Step {
  const folder = `${LAYER_MODULES}/${name}`;
  return {
    apply(draft) {
      const manifest = JSON.stringify({ name, version: '1.0.0', main: 'index.js', ...fields });
      for (const step of [addFile(`${folder}/package.json`, manifest), addFile(`${folder}/index.js`, source)])
        void step.apply(draft);
    },
  };
}
