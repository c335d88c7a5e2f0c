/** What a fault may carry beside its code and message. */
export interface FaultOptions {
  /** The next step, as a full sentence: what the reader changes to get past this. */
  readonly hint?: string;
  /** The error underneath, kept for logs; never shown in place of the message. */
  readonly cause?: unknown;
}

/**
 * A failure that was foreseen and is final until someone acts: bad input, a missing file, no wheel for the target.
 *
 * The code is a kebab-case contract that scripts match on. The message holds the two facts that disagree. Anything that is
 * not a Fault (an outage, a bug) travels untouched to the edge of the program, where it is retried or reported as ours.
 */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, options: FaultOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
  }
}

/** True for a Fault, also one that another copy of this package made (two versions of it in one install). */
export function isFault(error: unknown): error is Fault {
  return error instanceof Fault || (error instanceof Error && error.name === 'Fault' && 'code' in error);
}
