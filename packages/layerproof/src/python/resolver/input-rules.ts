import type { AskedRequirement } from '../requirements/requirements-file.ts';
import { asksForPrerelease, isInSpecifier, pinnedVersion } from '../standards/specifier.ts';

/**
 * What only the inputs can allow, whatever other distributions ask for: pre-releases, withdrawn versions, hashes and direct
 * references. As for uv, so that the answer does not hang on the order in which a search comes upon things.
 */
export interface InputRules {
  /** Every distribution must come with a hash from the inputs (pip's hash-checking mode). */
  readonly hashesNeeded: boolean;
  /** The hashes that all inputs with hashes allow; undefined when none has any. */
  hashesOf(name: string): ReadonlySet<string> | undefined;
  takesPrereleases(name: string): boolean;
  /** True when an input pins the version with `==`, which is the one way to get a withdrawn one (PEP 592). */
  isPinned(name: string, version: string): boolean;
  /** True when an input names the distribution by a direct reference. */
  hasUrl(name: string): boolean;
}

export interface InputOptions {
  readonly hashesRequired: boolean;
  readonly prereleases: boolean;
  /** Distributions whose pre-releases are taken where nothing else is left. */
  readonly prereleasesOf: ReadonlySet<string>;
}

/** The rules of the requirements and constraints whose markers hold. */
export function inputRules(inputs: readonly AskedRequirement[], options: InputOptions): InputRules {
  const byName = Map.groupBy(inputs, ({ requirement }) => requirement.name);
  const of = (name: string) => byName.get(name) ?? [];
  return {
    hashesNeeded: options.hashesRequired,
    hashesOf: (name) => commonHashes(of(name)),
    takesPrereleases: (name) =>
      options.prereleases ||
      options.prereleasesOf.has(name) ||
      of(name).some(({ requirement }) => asksForPrerelease(requirement.specifier)),
    isPinned: (name, version) =>
      of(name).some(
        ({ requirement: { specifier } }) => pinnedVersion(specifier) !== undefined && isInSpecifier(version, specifier),
      ),
    hasUrl: (name) => of(name).some(({ requirement }) => requirement.url !== undefined),
  };
}

function commonHashes(inputs: readonly AskedRequirement[]): ReadonlySet<string> | undefined {
  const lists = inputs.filter(({ hashes }) => hashes.length > 0).map(({ hashes }) => hashes);
  const [first, ...others] = lists;
  return first === undefined ? undefined : new Set(first.filter((hash) => others.every((list) => list.includes(hash))));
}
