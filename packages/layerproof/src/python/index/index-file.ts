import type { Digest } from '../../artifact/store.ts';
import type { WheelName } from '../standards/wheel-name.ts';

/** A wheel that an index or a folder offers. */
export interface WheelFile {
  readonly name: WheelName;
  /** `https:` or `file:`, without credentials. */
  readonly url: string;
  /** Lower-case hex, when the index states it. */
  readonly sha256: string | undefined;
  /** The strongest other hash that the index states, when it states no sha256. */
  readonly digest?: Digest | undefined;
  /** Bytes, when the index states it (PEP 700). */
  readonly size: number | undefined;
  /** `Requires-Python` of the release (PEP 503), unread. */
  readonly requiresPython: string | undefined;
  /** Withdrawn by its author (PEP 592): the reason, which may be empty; undefined for a file in good standing. */
  readonly yanked: string | undefined;
  /** The wheel's METADATA lies beside it (PEP 658, PEP 714): its sha256, or true when the index states none. */
  readonly metadata: string | true | undefined;
  /** When it came to the index, ISO 8601 in UTC, when the index states it (PEP 700). */
  readonly uploaded?: string | undefined;
}

/** What an index says of a whole project (PEP 792): `archived`, `quarantined`, `deprecated`, or a word to come. */
export interface ProjectStatus {
  readonly status: string;
  /** In the words of whoever set it. */
  readonly reason: string | undefined;
}

/** What an index knows of one distribution. */
export interface IndexPage {
  readonly wheels: readonly WheelFile[];
  /** Versions that come as a source archive only, newest last; for messages. */
  readonly sourceVersions: readonly string[];
  /** Undefined for a project that is active, or whose index does not say. */
  readonly status?: ProjectStatus | undefined;
  /** Wheels that are there and not taken, as they came to the index at this moment or later; for messages. */
  readonly withheld?: { readonly from: Date; readonly wheels: readonly WheelFile[] } | undefined;
}

/** What came of asking for a distribution: absence has a reason, and is no error by itself. */
export type IndexAnswer =
  | { readonly kind: 'found'; readonly page: IndexPage }
  | { readonly kind: 'unknown'; readonly asked: readonly string[] }
  | { readonly kind: 'offline' };
