// pylock.toml: https://packaging.python.org/en/latest/specifications/pylock-toml/ (PEP 751)
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'smol-toml';
import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import type { ResolvedPackage } from '../resolver/resolution.ts';

/** One package of a lock to be written: its wheel with what is known of the file. */
export interface LockEntry {
  readonly resolved: Pick<ResolvedPackage, 'name' | 'version' | 'requires' | 'wheel'>;
  /** `size` in bytes, `sha256` as lower-case hex. */
  readonly artifact: { readonly size: number; readonly sha256: string };
}

/**
 * The lock as text. `path` is where it will lie, as wheels of local folders are named relative to it. `inputs` is the digest of
 * what it was made from (`inputsDigest`), by which a later build tells whether it still holds.
 */
export function printLock(path: string, target: Target, packages: readonly LockEntry[], inputs?: string): string {
  const environment = markerEnvironment(target);
  const markers = (['python_version', 'sys_platform', 'platform_machine', 'implementation_name'] as const).map(
    (name) => `${name} == '${environment[name]}'`,
  );
  const lock = {
    'lock-version': '1.0',
    environments: [markers.join(' and ')],
    'requires-python': `==${environment.python_version}.*`,
    'created-by': 'layerproof',
    packages: packages.map(({ resolved, artifact }) => ({
      name: resolved.name,
      version: resolved.version,
      ...(resolved.requires.length === 0 ? {} : { dependencies: resolved.requires.map((name) => ({ name })) }),
      wheels: [
        {
          name: resolved.wheel.name.fileName,
          ...addressOf(resolved.wheel.url, path),
          size: artifact.size,
          hashes: { sha256: artifact.sha256 },
        },
      ],
    })),
    tool: { layerproof: { target: target.label, ...(inputs === undefined ? {} : { inputs }) } },
  };
  return `${stringify(lock).trimEnd()}\n`;
}

function addressOf(url: string, lock: string): { url: string } | { path: string } {
  if (!url.startsWith('file:')) return { url };
  return {
    path: relative(dirname(resolve(lock)), fileURLToPath(url))
      .split(sep)
      .join('/'),
  };
}
