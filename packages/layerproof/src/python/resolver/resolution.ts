import type { ProjectStatus, WheelFile } from '../index/index-file.ts';
import type { Metadata } from '../standards/metadata.ts';
import type { Requirement } from '../standards/requirement.ts';
import type { Misfit, Refused } from './wheel-choice.ts';

/** A newer version than the one taken, and why none of its wheels fits. */
export interface PassedOver {
  readonly version: string;
  /** That of its nearest wheel; `source` for a version that comes as a source archive only. */
  readonly because: Misfit | 'source';
  /** Its wheels, the nearest first. */
  readonly refused: readonly Refused[];
}

/** One distribution of the answer. */
export interface ResolvedPackage {
  /** Normalized. */
  readonly name: string;
  readonly version: string;
  readonly wheel: WheelFile;
  /** Undefined when the package comes from a lock, whose wheel has not been read yet. */
  readonly metadata: Metadata | undefined;
  /** Names of the distributions that it asks for in the target, sorted. */
  readonly requires: readonly string[];
  /** True when an input names it, false when only another distribution does. */
  readonly isAsked: boolean;
  /** The newest version that the requirements allow, when it was passed over for lack of a wheel for the target. */
  readonly passedOver: PassedOver | undefined;
  /** What its index says of the whole project; undefined for an active one, and for a package of a lock. */
  readonly status?: ProjectStatus | undefined;
  /** The wheels of its release that do not fit the target; undefined when they are not known, as of a lock that names one wheel alone. */
  readonly refused?: readonly Refused[] | undefined;
}

/** Somebody's wish for a distribution. */
export interface Ask {
  readonly requirement: Requirement;
  /** For people: `requirements.txt line 3`, `requests 2.31.0`. */
  readonly origin: string;
  /** The distribution that asks; undefined for an input. */
  readonly by: string | undefined;
  readonly hashes: readonly string[];
  /** It narrows and does not ask. */
  readonly isConstraint: boolean;
}
