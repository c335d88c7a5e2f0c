import { statSync } from 'node:fs';
import type { Image } from './entry.ts';
import { layerNotFound, layerNotReadable } from './faults.ts';
import { folderImage } from './folder-image.ts';
import { zipImage } from './zip-image.ts';

/** What the system says of a path that cannot be opened, in words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  ELOOP: 'its symbolic links go in circles',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * Opens a layer: a zip file, or a folder laid out like `/opt`. Close the image after use.
 *
 * @throws Fault `layer-not-found`, `layer-not-readable`, or that of a zip that is not one.
 */
export function openLayer(path: string): Image {
  try {
    return statSync(path).isDirectory() ? folderImage(path) : zipImage(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') throw layerNotFound(path);
    const reason = REASONS[code];
    if (reason !== undefined) throw layerNotReadable(path, reason);
    throw error;
  }
}
