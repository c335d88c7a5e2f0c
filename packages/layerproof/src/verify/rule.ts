import type { FailureMode } from './failure-modes.ts';
import type { Severity } from './finding.ts';
import type { Layer } from './layer.ts';

/** One place where a rule fails, as its check says it. */
export interface Place {
  /** The file under `/opt`; left out when the layer as a whole is at fault. */
  readonly path?: string;
  /** The two facts that disagree, in one sentence without a full stop. */
  readonly message: string;
  /** When this place is less grave than the rule. */
  readonly severity?: Severity;
  /** When this place has another way out than the rule's. */
  readonly fix?: string;
}

export interface Rule {
  /** Its file, its page in docs/rules, and what `--ignore`, `--allow` and `explain` take. */
  readonly id: string;
  readonly severity: Severity;
  /** The ways of failing that it tells, each alone or together with other rules. */
  readonly modes: readonly FailureMode[];
  /** What the rule cannot do without; it is not run, and not claimed to have run, on a layer of which that is not known. */
  readonly needs?: 'resolution' | 'function' | 'manifests';
  /** Its errors are about single files: of one that nothing in the layer comes to, they are warnings. */
  readonly isOfFile?: true;
  /** Of a Python source it raises something else than ImportError, so that a `try` that does without the module does not help. */
  readonly isPastImportError?: true;
  /** The defect in a few words. */
  readonly summary: string;
  /** What happens in Lambda, as full sentences. */
  readonly why: string;
  /** What the runtime says, word for word, with `…` for what differs; none where it says nothing. */
  readonly messages: readonly string[];
  /** What to do, as full sentences. `{rebuild}` stands for the command that makes the layer again for its target. */
  readonly fix: string;
  check(layer: Layer): Iterable<Place>;
}

export function defineRule(rule: Rule): Rule {
  return rule;
}
