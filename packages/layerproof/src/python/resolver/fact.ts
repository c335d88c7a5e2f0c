import type { BrokenRequirement } from '../standards/metadata.ts';
import type { Requirement } from '../standards/requirement.ts';
import type { Candidates } from './candidates.ts';
import type { ChoiceSet } from './solver/choice-set.ts';
import type { Incompatibility } from './solver/incompatibility.ts';

/** A distribution, or an extra of one, which is chosen in the same version. */
export interface Chosen {
  readonly candidates: Candidates;
  readonly extra: string | undefined;
}

/** What the search is told from outside. The explanation of a failure consists of these. */
export type Fact =
  /** An input asks for a distribution, or a constraint narrows it. */
  | {
      readonly kind: 'input';
      readonly origin: string;
      readonly requirement: Requirement;
      readonly asked: Chosen;
      readonly isConstraint: boolean;
    }
  /** Versions of one distribution ask for another. */
  | {
      readonly kind: 'need';
      readonly by: Chosen;
      readonly versions: ChoiceSet;
      readonly requirement: Requirement;
      readonly asked: Chosen;
    }
  /** A version that turned out to be of no use when its metadata was read. */
  | { readonly kind: 'useless'; readonly of: Chosen; readonly choice: number; readonly because: Useless }
  /** An extra comes in the version of its distribution. */
  | { readonly kind: 'same-version'; readonly of: Chosen };

export type Useless =
  | { readonly kind: 'requires-python'; readonly requiresPython: string }
  | { readonly kind: 'broken'; readonly line: BrokenRequirement };

export type Known = Incompatibility<Fact>;
