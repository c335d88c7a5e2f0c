import type { Line } from '../document.ts';
import type { Raster } from '../engine.ts';

/** Text that a file has for a page. */
export interface TextLayer {
  /** At least one, placed on the decoded page. */
  readonly lines: readonly Line[];
  /** Whether it can be taken for what is seen. */
  readonly isSound: boolean;
}

/** An opened input: pages that are decoded one at a time, when they are asked for. */
export interface Source {
  /** At least one. */
  readonly pageCount: number;
  /**
   * Decodes one page; `index` counts from 0. Throws a Fault when this page can never be decoded: the others still can.
   */
  raster(index: number): Promise<Raster>;
  /**
   * The text that the file itself has for a page; undefined when it has none. `raster` is the page as it was decoded. Left out
   * by inputs that are pictures only.
   */
  textLayer?(index: number, raster: Raster): Promise<TextLayer | undefined>;
  /** Frees what the input holds. No page can be decoded afterwards. */
  close(): void;
}
