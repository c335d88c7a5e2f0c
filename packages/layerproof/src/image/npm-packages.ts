import type { ImageEntry } from './entry.ts';

/** An npm package of a layer, as its package.json tells. */
export interface NpmPackage {
  readonly name: string;
  readonly version: string;
  /** The folder of packages that holds it, e.g. `nodejs/node_modules`. */
  readonly folder: string;
  /** The field `license`; undefined when it is no text. */
  readonly license: string | undefined;
}

const PACKAGE_JSON = /^(?<folder>(?:.*\/)?node_modules)\/(?:@[^/]+\/)?[^/]+\/package\.json$/;

/** Every npm package with a name and a version, also those inside of others, in the order of the entries. */
export function readNpmPackages(entries: readonly ImageEntry[]): NpmPackage[] {
  return entries.flatMap((entry) => {
    const folder = entry.kind === 'file' ? PACKAGE_JSON.exec(entry.path)?.groups?.['folder'] : undefined;
    if (folder === undefined) return [];
    const { name, version, license } = packageJson(entry);
    if (typeof name !== 'string' || typeof version !== 'string') return [];
    return [{ name, version, folder, license: typeof license === 'string' ? license : undefined }];
  });
}

interface PackageJson {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly license?: unknown;
}

/** No fields when it is no JSON, which says nothing of the layer as a whole. */
function packageJson(entry: ImageEntry): PackageJson {
  const text = new TextDecoder().decode(entry.read());
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
