import type { LaidPiece } from './laid-text.ts';

/** How far a font reaches above and below the baseline, in thousandths of its size. */
export interface Reach {
  readonly ascent: number;
  readonly descent: number;
}

/** Poppler takes an ascent of 0 for a mistake, as it does one of 1.9 and more, and 0.95 in its place. */
const LEAST_ASCENT = 50;
const MOST = 1850;
/** A font may miss so much of what a piece covers, which then is taken for a multiple of the next ... */
const SHORT = 20;
const STEP = 50;
/** ... and may reach so much farther: less than usual fonts reach beyond their letters. */
const FAR = 300;

/** What a piece covers, by its font size. */
export function reachOf({ base, top, bottom, fontSize }: LaidPiece): Reach {
  const stepped = (pixels: number) => Math.ceil(((1000 * pixels) / fontSize - SHORT) / STEP) * STEP;
  const within = (least: number, reach: number) => Math.min(Math.max(least, reach), MOST);
  return { ascent: within(LEAST_ASCENT, stepped(base - top)), descent: within(0, stepped(bottom - base)) };
}

/** Whether a font of this reach is near enough to what is to be covered. */
export function covers(font: Reach, { ascent, descent }: Reach): boolean {
  const [above, below] = [font.ascent - ascent, font.descent - descent];
  return above >= 0 && above <= FAR && below >= 0 && below <= FAR;
}

/**
 * As few reaches as are found of which one covers each piece: always the one that covers most of what is left (the greedy way to
 * cover a set), and of equal ones the nearest.
 */
export function reachesFor(pieces: readonly LaidPiece[]): Reach[] {
  const counts = new Map<string, { readonly reach: Reach; count: number }>();
  for (const piece of pieces) {
    const reach = reachOf(piece);
    const key = `${reach.ascent} ${reach.descent}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { reach, count: 1 });
    else known.count++;
  }
  let left = [...counts.values()];
  const ascents = [...new Set(left.map(({ reach }) => reach.ascent))].toSorted((a, b) => a - b);
  const descents = [...new Set(left.map(({ reach }) => reach.descent))].toSorted((a, b) => a - b);
  const candidates = ascents.flatMap((ascent) => descents.map((descent) => ({ ascent, descent })));
  const chosen: Reach[] = [];
  while (left.length > 0) {
    let best: { readonly reach: Reach; readonly covered: number } | undefined;
    for (const reach of candidates) {
      const covered = left.reduce((sum, each) => (covers(reach, each.reach) ? sum + each.count : sum), 0);
      if (covered > (best?.covered ?? 0)) best = { reach, covered };
    }
    if (best === undefined) break;
    const { reach } = best;
    chosen.push(reach);
    left = left.filter((each) => !covers(reach, each.reach));
  }
  return chosen;
}
