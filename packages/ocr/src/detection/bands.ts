import { STRIDE } from './detection-input.ts';

/** Rows that are looked at together, and those of them whose result counts. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly keepFrom: number;
  readonly keepTo: number;
}

/** Rows that a band sees beyond those that count: more than two lines of text, so that no line is judged by a part of it. */
const MARGIN = 64;

/**
 * Divides `height` rows, a multiple of the detector's stride, into bands of at most about `rows`. Memory grows with a band, not
 * with the page.
 */
export function bandsOf(height: number, rows: number): Band[] {
  const count = Math.max(1, Math.ceil(height / Math.max(rows, 4 * MARGIN)));
  const step = Math.ceil(height / count / STRIDE) * STRIDE;
  return Array.from({ length: Math.ceil(height / step) }, (_, index) => {
    const keepFrom = index * step;
    const keepTo = Math.min(height, keepFrom + step);
    return { from: Math.max(0, keepFrom - MARGIN), to: Math.min(height, keepTo + MARGIN), keepFrom, keepTo };
  });
}
