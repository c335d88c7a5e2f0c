// Which version names the libraries of Amazon Linux define, beside those of glibc and GCC.
import type { BaseName } from './facts.ts';
import { RUNTIMES } from './facts/index.generated.ts';
import type { Target } from './target.ts';

/** The version names that start with `prefix` go up to these numbers. */
export interface LibraryVersions {
  readonly prefix: string;
  /** In every image of the runtime that a function may still have. */
  readonly everywhere: string;
  /** In the newest. */
  readonly newest: string;
}

/**
 * zlib's numbers are those of zlib.map (https://github.com/madler/zlib/blob/v1.2.11/zlib.map) in the versions that the package
 * lists of the bases show: 1.2.8 on Amazon Linux 1, 1.2.7 on 2, 1.2.11 on 2023. A version of zlib defines a name for what it
 * added, so that these are lower than its own.
 */
const ZLIB: Readonly<Record<BaseName, string>> = { al1: '1.2.7.1', al2: '1.2.5.2', al2023: '1.2.9' };

/** OpenSSL has one version name for each release that added something (util/libcrypto.num); the base went from 3.0.8 to 3.5.5. */
const OPENSSL_3: LibraryVersions = { prefix: 'OPENSSL_', everywhere: '3.0.8', newest: '3.5.0' };

/** What the runtime's own copy of a library defines; undefined where that is not known. */
export function libraryVersions(target: Target, library: string): LibraryVersions | undefined {
  const found = RUNTIMES.find(({ runtime }) => runtime === target.runtime);
  // What the language brings itself is of a version that no list shows.
  if (found === undefined || found.architectures[target.architecture]?.languageLibraries.includes(library))
    return undefined;
  if (library === 'libz.so.1') return { prefix: 'ZLIB_', everywhere: ZLIB[found.base], newest: ZLIB[found.base] };
  return /^lib(?:ssl|crypto)\.so\.3$/.test(library) ? OPENSSL_3 : undefined;
}
