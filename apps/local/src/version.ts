import { readFileSync } from 'node:fs';

/** Of package.json, which stands beside `src` and beside `dist`. */
export const VERSION = versionOf(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

function versionOf(manifest: string): string {
  const { version } = JSON.parse(manifest) as { version: string };
  return version;
}
