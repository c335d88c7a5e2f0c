import type { Raster } from '../engine.ts';

/** An opened input: pages that are decoded one at a time, when they are asked for. */
export interface Source {
  /** At least one. */
  readonly pageCount: number;
  /**
   * Decodes one page; `index` counts from 0. Throws a Fault when this page can never be decoded: the others still can.
   */
  raster(index: number): Promise<Raster>;
  /** Frees what the input holds. No page can be decoded afterwards. */
  close(): void;
}
