/**
 * Rules in the order in which to mend what they find: what others come from stands before them. A layer for the wrong target, then
 * files that are not what they should be, then what is missing, then what cannot be loaded without it, then what would be better.
 */
const CAUSES_FIRST: readonly string[] = [
  // The layer as a whole, and how it is packed.
  'target-differs-from-manifest',
  'nested-zip',
  'wrong-root-folder',
  'path-escapes',
  'duplicate-path',
  'paths-differ-by-case',
  'name-not-utf8',
  'too-many-layers',
  'unzipped-too-large',
  'zip-too-large-for-request',
  // Packages that are not for this runtime.
  'requires-python-mismatch',
  'wrong-binary-format',
  'elf-wrong-arch',
  'wrong-python-abi-tag',
  'wrong-node-abi',
  'npm-platform-package-missing',
  'older-version-taken',
  // Files that are lost, spoilt or hidden.
  'recorded-file-missing',
  'file-differs-from-record',
  'file-owned-twice',
  'dangling-symlink',
  'misaligned-segment',
  'not-world-readable',
  'not-executable',
  'function-shadows-layer',
  'standard-library-shadowed',
  'path-file-ignored',
  // What is not there.
  'missing-distribution',
  'missing-metadata',
  'prisma-engine-missing',
  'runtime-package-clash',
  'missing-shared-library',
  'shadowed-library',
  // What does not fit what is there.
  'glibc-too-new',
  'library-version-missing',
  'python-symbol-missing',
  'numpy-abi-mismatch',
  'urllib3-needs-newer-openssl',
  'cpu-feature-needed',
  // What fails for that.
  'syntax-too-new',
  'removed-standard-library-module',
  'module-not-found',
  'find-library-call',
  'pure-python-fallback',
  'universal-wheel-with-native-code',
  'known-difficulty',
  // What works, and could be better.
  'unused-platform-files',
  'zip-not-reproducible',
];

const PLACES: ReadonlyMap<string, number> = new Map(CAUSES_FIRST.map((rule, place) => [rule, place]));

/** Where a rule stands among all, causes first. @throws for a rule that has no place: a mistake of ours. */
export function causeOrder(rule: string): number {
  const place = PLACES.get(rule);
  if (place === undefined) throw new Error(`the rule ${rule} has no place in the order of causes`);
  return place;
}

/** All of them, for the test that no rule is left out. */
export const ORDERED_RULES = CAUSES_FIRST;
