import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WheelFile } from './index-file.ts';
import { readWheelName } from '../standards/wheel-name.ts';

/**
 * The wheels of a distribution in a local folder (`--find-links`). A folder that does not exist offers nothing, as for pip:
 * PIP_FIND_LINKS is often set for a whole fleet of machines.
 */
export function readWheelFolder(folder: string, distribution: string): WheelFile[] {
  const path = folder.startsWith('file:') ? fileURLToPath(folder) : folder;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(path).flatMap((fileName) => {
    const name = readWheelName(fileName);
    if (name?.distribution !== distribution) return [];
    const url = pathToFileURL(join(path, fileName)).href;
    const rest = {
      sha256: undefined,
      size: undefined,
      requiresPython: undefined,
      yanked: undefined,
      metadata: undefined,
    };
    return [{ name, url, ...rest }];
  });
}
