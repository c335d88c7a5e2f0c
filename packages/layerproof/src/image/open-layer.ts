import { statSync } from 'node:fs';
import type { Image } from './entry.ts';
import { layerNotFound, layerNotReadable } from './faults.ts';
import { folderImage } from './folder-image.ts';
import { isMissing, readProblem } from './read-problem.ts';
import { zipImage } from './zip-image.ts';

/**
 * Opens a layer: a zip file, or a folder laid out like `/opt`. Close the image after use.
 *
 * @throws Fault `layer-not-found`, `layer-not-readable`, or that of a zip that is not one.
 */
export function openLayer(path: string): Image {
  try {
    return statSync(path).isDirectory() ? folderImage(path) : zipImage(path);
  } catch (error) {
    if (isMissing(error)) throw layerNotFound(path);
    const reason = readProblem(error);
    if (reason !== undefined) throw layerNotReadable(path, reason);
    throw error;
  }
}
