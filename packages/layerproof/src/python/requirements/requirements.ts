import type { OtherHash } from './hash-option.ts';
import type { Requirement } from '../standards/requirement.ts';

/** A requirement with where it stands. */
export interface AskedRequirement {
  readonly requirement: Requirement;
  /** For people: `requirements.txt line 3`, or the distribution that asks. */
  readonly origin: string;
  /** Lower-case hex sha256 hashes that the line allows; empty when it names none. */
  readonly hashes: readonly string[];
  /** Hashes of the line by other algorithms than sha256, of which a file must also have one when there is no sha256. */
  readonly otherHashes?: readonly OtherHash[];
}

/** What people ask for, read from whichever files. */
export interface Requirements {
  readonly requirements: readonly AskedRequirement[];
  /** They narrow a distribution that something asks for, and never ask for it themselves. */
  readonly constraints: readonly AskedRequirement[];
  /** They take the place of whatever anybody asks of the distribution (uv's `override-dependencies`). */
  readonly overrides: readonly AskedRequirement[];
  /** Names of distributions that nobody gets, whoever asks (uv's `exclude-dependencies`). */
  readonly excluded: ReadonlySet<string>;
  /** Distributions that come from one index and no other, by its address. */
  readonly indexes: ReadonlyMap<string, string>;
  /** `--require-hashes`: a requirement without a hash is a fault, even when none has one. */
  readonly hashesRequired: boolean;
  readonly options: IndexOptions;
  /** Nothing that came to the index then or later is taken (uv's `exclude-newer`). */
  readonly excludeNewer: Date | undefined;
  /** Extras and groups that the files know; normalized. */
  readonly extras: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** What was read and has no effect here, a sentence each. */
  readonly notes: readonly string[];
}

/** Index options of requirements files and of pip's configuration alike. */
export interface IndexOptions {
  readonly indexUrl: string | undefined;
  readonly extraIndexUrls: readonly string[];
  readonly findLinks: readonly string[];
  readonly noIndex: boolean;
  readonly prereleases: boolean;
  /** Hosts, with their ports or not, whose certificates are not checked. */
  readonly trustedHosts: readonly string[];
}

/** What several files say together. */
export function mergeRequirements(all: readonly Requirements[]): Requirements {
  return {
    requirements: all.flatMap(({ requirements }) => requirements),
    constraints: all.flatMap(({ constraints }) => constraints),
    overrides: all.flatMap(({ overrides }) => overrides),
    excluded: new Set(all.flatMap(({ excluded }) => [...excluded])),
    indexes: new Map(all.flatMap(({ indexes }) => [...indexes])),
    hashesRequired: all.some(({ hashesRequired }) => hashesRequired),
    options: {
      indexUrl: all.map(({ options }) => options.indexUrl).find((url) => url !== undefined),
      extraIndexUrls: all.flatMap(({ options }) => options.extraIndexUrls),
      findLinks: all.flatMap(({ options }) => options.findLinks),
      noIndex: all.some(({ options }) => options.noIndex),
      prereleases: all.some(({ options }) => options.prereleases),
      trustedHosts: all.flatMap(({ options }) => options.trustedHosts),
    },
    excludeNewer: earliest(all.flatMap(({ excludeNewer }) => excludeNewer ?? [])),
    extras: new Set(all.flatMap(({ extras }) => [...extras])),
    groups: new Set(all.flatMap(({ groups }) => [...groups])),
    notes: all.flatMap(({ notes }) => notes),
  };
}

function earliest(moments: readonly Date[]): Date | undefined {
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
}
