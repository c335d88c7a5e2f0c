import type { EngineIdentity, Line, Turn } from './document.ts';

/** A decoded, upright page: 8-bit RGB, three bytes a pixel, rows from the top, no padding. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Recognises the lines of one page. Same raster, same lines, whatever was read before. */
export interface Engine {
  readonly identity: EngineIdentity;
  /** Lines in no particular order; reading order and blocks are the layout's work. */
  recognise(page: Raster): Promise<Line[]>;
  /** Degrees clockwise that bring the text of a page upright; an engine that cannot tell leaves it out. */
  turnOf?(page: Raster): Promise<Turn>;
  /** Frees models and native memory. The engine cannot be used afterwards. */
  close(): Promise<void>;
}
