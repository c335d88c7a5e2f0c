import type { WheelFile } from '../index/index-file.ts';

/** What of a project is wanted: names of extras and of groups, normalized (PEP 685, PEP 735). */
export interface Selection {
  readonly extras: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** The files of a locked package: with their addresses, or by their hashes alone, and then an index says where they lie. */
export type LockedFiles =
  | { readonly kind: 'wheels'; readonly wheels: readonly WheelFile[] }
  | {
      readonly kind: 'hashes';
      /** Lower-case hex sha256 of every file that may be taken; empty when the lock states none. */
      readonly sha256: ReadonlySet<string>;
      /** The index that the lock names for this package; undefined for whichever is configured. */
      readonly index: string | undefined;
    };

/** One package as a lock pins it for the target. */
export interface LockedPackage {
  /** Normalized (PEP 503). */
  readonly name: string;
  /** Normalized (PEP 440); undefined where the lock has none, as PEP 751 allows. */
  readonly version: string | undefined;
  readonly files: LockedFiles;
  /** Names of the packages that it asks for in the target; undefined when the lock does not say. */
  readonly requires: readonly string[] | undefined;
  /** True when the project names it, false when only another package does; true when the lock does not say. */
  readonly isAsked: boolean;
}

/** What a lock says for one target. */
export interface LockContent {
  readonly packages: readonly LockedPackage[];
  /** Extras and groups that the lock knows, normalized. */
  readonly extras: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** What people should know, a sentence each. */
  readonly notes: readonly string[];
  /** Of a lock of ours: the digest of what it was made from. */
  readonly inputs?: string | undefined;
}
