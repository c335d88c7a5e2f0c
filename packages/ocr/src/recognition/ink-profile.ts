/** A crop of one channel: `height` rows of `stride` values from -1 (black) to 1 (white), the first `width` of them the crop's. */
export interface Plane {
  readonly data: Float32Array;
  readonly offset: number;
  readonly stride: number;
  readonly width: number;
  readonly height: number;
}

/** From pixel column `start` up to, and without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a crop has ink. */
export interface InkProfile {
  /** Ink pixels in each column, without the rows at the upper and lower edge and without rules. */
  readonly columns: Uint16Array;
  /** The rows that the text fills. */
  readonly rows: Span;
}

/** Rows at the edges of a crop, where a neighbouring line may reach in. */
const EDGE_ROWS = 3;
/** A row belongs to the text when this share of its pixels is ink; less is noise. */
const ROW_SHARE = 0.02;
/** A row with this share of ink is a rule: an underline would join all words into one. */
const RULE_SHARE = 0.8;
/** Pixels; four times the height of a crop. */
const RULE_WIDTH = 192;
const LEAST_TEXT_HEIGHT = 12;

/** Separates ink from paper by brightness (Otsu 1979); ink is what there is less of, so light text on dark ground works too. */
export function inkProfile(plane: Plane): InkProfile {
  const { width, height } = plane;
  const levels = levelsOf(plane);
  const histogram = new Int32Array(256);
  for (const level of levels) histogram[level] = (histogram[level] ?? 0) + 1;
  const threshold = otsuThreshold(histogram);
  const dark = totalOf(histogram.subarray(0, threshold + 1));
  // By level: 1 for ink, else 0.
  const ink = new Uint8Array(256).fill(dark * 2 < width * height ? 0 : 1);
  ink.fill(dark * 2 < width * height ? 1 : 0, 0, threshold + 1);
  const rows = new Uint16Array(height);
  for (let y = 0; y < height; y++) {
    let count = 0;
    for (let at = y * width; at < (y + 1) * width; at++) count += ink[levels[at] ?? 0] ?? 0;
    rows[y] = count;
  }
  // In a crop of one or two letters a bar of a letter fills as much of a row as a rule would.
  const longest = width < RULE_WIDTH ? width : RULE_SHARE * width;
  const isText = (y: number) => (rows[y] ?? 0) <= longest;
  const columns = new Uint16Array(width);
  for (let y = EDGE_ROWS; y < height - EDGE_ROWS; y++) {
    if (!isText(y)) continue;
    for (let x = 0; x < width; x++) columns[x] = (columns[x] ?? 0) + (ink[levels[y * width + x] ?? 0] ?? 0);
  }
  const least = Math.max(2, width * ROW_SHARE);
  return { columns, rows: textRows(height, (y) => (rows[y] ?? 0) >= least && isText(y)) };
}

/** The plane in levels from 0 (black) to 255, row by row, without what lies beside the crop. */
function levelsOf({ data, offset, stride, width, height }: Plane): Uint8Array {
  const levels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = offset + y * stride;
    for (let x = 0; x < width; x++) {
      levels[y * width + x] = Math.min(255, Math.max(0, ((data[row + x] ?? 0) + 1) * 127.5));
    }
  }
  return levels;
}

/** The level that separates best: the variance between the two classes is greatest. */
function otsuThreshold(histogram: Int32Array): number {
  const total = totalOf(histogram);
  let sum = 0;
  for (let level = 0; level < 256; level++) sum += (histogram[level] ?? 0) * level;
  let [below, sumBelow, best, threshold] = [0, 0, -1, 128];
  for (let level = 0; level < 256; level++) {
    const count = histogram[level] ?? 0;
    below += count;
    sumBelow += count * level;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const variance = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (variance > best) [best, threshold] = [variance, level];
  }
  return threshold;
}

function totalOf(counts: Int32Array): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}

function textRows(height: number, isText: (row: number) => boolean): Span {
  let [start, end] = [0, height];
  while (start < end - 1 && !isText(start)) start++;
  while (end > start + 1 && !isText(end - 1)) end--;
  // A dash or a row of dots is flat; its line is not.
  const missing = Math.max(0, LEAST_TEXT_HEIGHT - (end - start));
  return {
    start: Math.max(0, start - Math.ceil(missing / 2)),
    end: Math.min(height, end + Math.floor(missing / 2)),
  };
}

/** The widest run of columns without ink from column `from` up to `to`; undefined when every column has ink. */
export function widestGap({ columns }: InkProfile, from: number, to: number): Span | undefined {
  let widest: Span | undefined;
  let start = Math.max(0, Math.floor(from));
  const end = Math.min(columns.length, Math.ceil(to));
  for (let x = start; x <= end; x++) {
    if (x < end && (columns[x] ?? 0) === 0) continue;
    if (x > start && (widest === undefined || x - start > widest.end - widest.start)) widest = { start, end: x };
    start = x + 1;
  }
  return widest;
}
