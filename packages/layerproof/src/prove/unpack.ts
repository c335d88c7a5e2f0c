import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import type { Image, ImageEntry } from '../image/entry.ts';
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
 * @throws Fault `path-leaves-layer` for an entry that leads out of the folder or through a link, and for a relative link that climbs out.
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
    const links = new Set<string>();
    for (const entry of image.entries) {
      const path = within(folder, join(folder, entry.path), entry.path);
      if (isBehindLink(entry.path, links)) throw pathLeavesLayer(entry.path);
      mkdirSync(entry.kind === 'directory' ? path : dirname(path), { recursive: true });
      if (entry.kind === 'file') writeFileSync(path, entry.read(), { mode: modeForAll(entry.mode) });
      if (entry.kind === 'symlink') {
        links.add(entry.path);
        symlinkSync(linkWithin(folder, path, entry), path);
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

/** What others may do, whom the user of a function is one of, for the owner as well, who imports the layer here. */
function modeForAll(mode: number): number {
  const others = mode & 0o007;
  return ((others << 6) | (mode & 0o077)) & ~WRITE_BITS;
}

/**
 * Where a link leads. An absolute one below `/opt` is made relative, as the layer lies elsewhere while it is unpacked; one to
 * another place, such as `/tmp`, stays: nothing is ever written through it.
 */
function linkWithin(folder: string, path: string, entry: ImageEntry): string {
  const target = new TextDecoder().decode(entry.read());
  const inOpt = /^\/opt\/(?<path>.+)$/.exec(posix.normalize(target))?.groups?.['path'];
  if (inOpt !== undefined) return relative(dirname(path), join(folder, inOpt));
  if (!isAbsolute(target)) within(folder, resolve(dirname(path), target), `${entry.path} -> ${target}`);
  return target;
}

function isBehindLink(path: string, links: ReadonlySet<string>): boolean {
  const parts = path.split('/');
  return parts.some((_, length) => links.has(parts.slice(0, length).join('/')));
}

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
