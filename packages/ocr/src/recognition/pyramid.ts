import type { Raster } from '../engine.ts';
import { release } from '../release.ts';

const LEVELS_AT_MOST = 4;
const SHORTEST_SIDE = 64;

/** The page, and the page at a half, a quarter and an eighth of its size: a crop that shrinks is sampled from the level that fits. */
export interface Pyramid {
  /** How many levels there are, the page itself counted. */
  readonly levels: number;
  /** The page at 2 ** -`level` of its size; made when it is first asked for, because most pages need only themselves. */
  at(level: number): Raster;
  /** Gives back the smaller ones; they are made again when they are asked for again. The page itself is its owner's. */
  release(): void;
}

export function pyramidOf(page: Raster): Pyramid {
  const made = [page];
  const at = (level: number): Raster => {
    const known = made[level];
    if (known !== undefined) return known;
    const half = halved(at(level - 1));
    made[level] = half;
    return half;
  };
  return {
    levels: levelsOf(page),
    at,
    release: () => made.splice(1).forEach(({ data }) => release(data)),
  };
}

function levelsOf({ width, height }: Raster): number {
  let [levels, side] = [1, Math.min(width, height)];
  for (; levels < LEVELS_AT_MOST && side > SHORTEST_SIDE; side >>= 1) levels++;
  return levels;
}

/** Each pixel is the mean of four. */
function halved(raster: Raster): Raster {
  const [width, height] = [raster.width >> 1, raster.height >> 1];
  const half = { width, height, data: new Uint8Array(width * height * 3) };
  for (let y = 0; y < height; y++) halveRow(raster, half, y);
  return half;
}

/** A function of its own: it is compiled once, and a loop over a whole page within one call is for every page. */
function halveRow({ data: source, width: sourceWidth }: Raster, { data, width }: Raster, y: number): void {
  let upper = 2 * y * sourceWidth * 3;
  let lower = upper + sourceWidth * 3;
  let target = y * width * 3;
  for (let x = 0; x < width; x++, upper += 6, lower += 6) {
    for (let channel = 0; channel < 3; channel++) {
      const [a, b] = [upper + channel, lower + channel];
      const sum = (source[a] ?? 0) + (source[a + 3] ?? 0) + (source[b] ?? 0) + (source[b + 3] ?? 0);
      data[target++] = (sum + 2) >> 2;
    }
  }
}
