import type { Limits } from '../limits.ts';

/** Told of each error that was not foreseen, with the id that the client was given. */
export type ReportError = (error: unknown, requestId: string) => void;

export interface AppOptions {
  readonly reportError: ReportError;
  /** Stricter or wider limits than the default ones. */
  readonly limits?: Partial<Limits>;
  /**
   * The only Host headers that are answered. A server on the user's own machine needs it: a page of another site can have its name
   * lead to 127.0.0.1 (DNS rebinding), but it cannot choose the header. Without it, every host is answered.
   */
  readonly hosts?: ReadonlySet<string>;
  /** Without it, every result is in the answer itself. */
  readonly largeResults?: LargeResults;
}

/** How a result reaches the client that is too large for an answer of the place where the app runs. */
export interface LargeResults {
  /** Bytes; a larger result is stored, and the answer leads to it. */
  readonly over: number;
  /** An address at which the client finds the blob for some minutes. */
  sign(key: string): Promise<string>;
}

export interface AppEnvironment {
  Variables: { requestId: string };
}
