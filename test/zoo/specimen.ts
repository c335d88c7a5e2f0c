import type { FailureMode } from '../../packages/layerproof/src/verify/failure-modes.ts';
import type { Draft } from './draft.ts';

/** Where a step takes its material from, beside the bytes that it makes itself and the packages in node_modules. */
export type Source = 'python-index' | 'npm' | 'gcc';

/** One change of a layer in the making. */
export interface Step {
  readonly needs?: Source;
  readonly apply: (draft: Draft) => void | Promise<void>;
}

/** One broken layer. */
export interface Specimen {
  readonly name: string;
  /** The way of failing that it shows. */
  readonly mode: FailureMode;
  /** `python3.9/x86_64`. */
  readonly target: string;
  readonly build: readonly Step[];
  /**
   * Everything that is found, each rule once: the id of the rule for an error, with the severity in front for what is less
   * (`note known-difficulty`), or `fault` and the code where the layer cannot be read at all.
   */
  readonly expected: readonly string[];
  /** A part of the path or the message of the first finding, so that a rule is not right by chance. */
  readonly says?: string;
}

/** Where the material of a specimen comes from; empty for one that is made from bytes and node_modules alone. */
export function sourcesOf({ build }: Specimen): ReadonlySet<Source> {
  return new Set(build.flatMap(({ needs }) => needs ?? []));
}
