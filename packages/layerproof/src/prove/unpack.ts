import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import type { Image } from '../image/entry.ts';
import { pathLeavesLayer } from './faults.ts';

/** A layer on disk, as it would lie under `/opt`. */
export interface UnpackedLayer {
  readonly folder: string;
  /** Takes the folder away. */
  remove(): void;
}

/**
 * Unpacks the image into a new temporary folder and makes it read-only, as `/opt` is. It goes with this process at the latest.
 *
 * @throws Fault `path-leaves-layer` for an entry or a link that points out of the folder.
 */
export function unpack(image: Image): UnpackedLayer {
  const folder = mkdtempSync(join(tmpdir(), 'layerproof-opt-'));
  const atExit = () => remove(folder);
  process.on('exit', atExit);
  const layer = {
    folder,
    remove() {
      process.off('exit', atExit);
      remove(folder);
    },
  };
  try {
    for (const entry of image.entries) {
      const path = within(folder, join(folder, entry.path), entry.path);
      mkdirSync(entry.kind === 'directory' ? path : dirname(path), { recursive: true });
      if (entry.kind === 'file') writeFileSync(path, entry.read(), { mode: entry.mode & 0o777 & ~WRITE_BITS });
      if (entry.kind === 'symlink') {
        const target = new TextDecoder().decode(entry.read());
        within(folder, resolve(dirname(path), target), `${entry.path} -> ${target}`);
        symlinkSync(target, path);
      }
    }
    eachFolder(folder, (path) => chmodSync(path, 0o555));
    return layer;
  } catch (error) {
    layer.remove();
    throw error;
  }
}

const WRITE_BITS = 0o222;

function within(folder: string, path: string, name: string): string {
  if (path.startsWith(folder + sep)) return path;
  throw pathLeavesLayer(name);
}

function remove(folder: string): void {
  eachFolder(folder, (path) => chmodSync(path, 0o755));
  rmSync(folder, { recursive: true, force: true });
}

/** Visits a folder before those in it, so that one that was closed can be opened on the way. */
function eachFolder(folder: string, visit: (path: string) => void): void {
  visit(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) eachFolder(join(folder, entry.name), visit);
  }
}
