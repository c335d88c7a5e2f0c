import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';

/** What came of holding verify's word against the interpreter's. */
export type Verdict =
  /** No error, and everything is imported. */
  | 'both load'
  /** An error, and something is not imported. */
  | 'both fail'
  /** Something is not imported, and there is no error. */
  | 'missed'
  /** An error, and all that it can be about is imported. */
  | 'false alarm'
  /** An error about a module that the import of the layer does not come to, and that cannot be imported itself. */
  | 'fails later'
  /** An error about what a package says of itself, which no import asks for. */
  | 'promise';

/** What the interpreter said of a layer. */
export interface Imports {
  /** The modules of the layer that could not be imported, with the interpreter's words. */
  readonly failed: readonly FailedImport[];
  /** Modules that the errors name, which could be imported before and cannot be now; only where nothing else failed. */
  readonly failedLater: readonly FailedImport[];
}

export interface FailedImport {
  readonly name: string;
  readonly message: string;
}

/** Rules about METADATA alone. */
const PROMISES: ReadonlySet<string> = new Set(['missing-distribution', 'requires-python-mismatch']);

export function verdictOf(errors: readonly Finding[], { failed, failedLater }: Imports): Verdict {
  if (failed.length > 0) return errors.length > 0 ? 'both fail' : 'missed';
  if (errors.length === 0) return 'both load';
  if (failedLater.length > 0) return 'fails later';
  return errors.every(({ rule }) => PROMISES.has(rule)) ? 'promise' : 'false alarm';
}
