import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder with those above it, and gives the ones that were missing, outermost first. System errors travel as they are.
 *
 * Node's own `recursive` tries again without end where the system says of a folder in one that is there that there is none: below
 * `/proc`, and below mount points that make their folders themselves.
 */
export function makeFolders(folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.unshift(at);
  return missing.filter(makeFolder);
}

/** False when another process was faster. */
function makeFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
