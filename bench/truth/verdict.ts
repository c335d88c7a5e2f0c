import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';

/** What came of holding verify's word against the interpreter's. */
export type Verdict =
  /** No error, and the layer loads. */
  | 'both load'
  /** An error, and something is not imported. */
  | 'both fail'
  /** The layer does not load, and there is no error. */
  | 'missed'
  /** An error, and everything is imported. */
  | 'false alarm';

export interface FailedImport {
  readonly name: string;
  readonly message: string;
}

/** What the interpreter said of a layer. */
export interface Imports {
  /** Modules at the top of the layer that could be imported before and cannot be now: the layer does not load. */
  readonly failed: readonly FailedImport[];
  /** Modules anywhere in a layer that loads, which could be imported before and cannot be now. */
  readonly failedWithin: readonly FailedImport[];
}

export function verdictOf(errors: readonly Finding[], { failed, failedWithin }: Imports): Verdict {
  if (failed.length > 0) return errors.length > 0 ? 'both fail' : 'missed';
  if (errors.length === 0) return 'both load';
  return failedWithin.length > 0 ? 'both fail' : 'false alarm';
}
