import { readFileSync } from 'node:fs';

/** The version of this package, as its package.json has it; beside `src` and `dist` alike. */
export const TOOL_VERSION: string = readVersion();

function readVersion(): string {
  const description: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof description === 'object' && description !== null && 'version' in description) {
    return String(description.version);
  }
  throw new Error('package.json of layerproof names no version');
}
