import type { Limits } from '../limits.ts';

/** Told of each error that was not foreseen, with the id that the client was given. */
export type ReportError = (error: unknown, requestId: string) => void;

export interface AppOptions {
  readonly reportError: ReportError;
  /** Stricter or wider limits than the default ones. */
  readonly limits?: Partial<Limits>;
}

export interface AppEnvironment {
  Variables: { requestId: string };
}
