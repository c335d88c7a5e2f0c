export type Severity = 'error' | 'warning' | 'note';

/** One place where a rule fails. */
export interface Finding {
  /** Id of the rule, which is also the name of its file and of its page in docs/rules. */
  readonly rule: string;
  readonly severity: Severity;
  /** The file under `/opt` that is at fault; undefined when the layer as a whole is. */
  readonly path: string | undefined;
  /** The two facts that disagree, in one sentence without a full stop. */
  readonly message: string;
  /** What to change, as a full sentence. */
  readonly fix: string;
}
