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
}

export interface AppEnvironment {
  Variables: { requestId: string };
}
