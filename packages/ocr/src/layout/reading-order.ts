import { type Band, bandsOf, findColumns } from './columns.ts';
import { divideHeadAndFoot } from './head-and-foot.ts';
import { medianHeight, type PlacedLine } from './placed-line.ts';

/** A part of the page that is read row by row. */
export type Region = readonly PlacedLine[];

/** Cutting stops here: deeper nesting than this is a table or noise. */
const DEEPEST = 8;
/** Fewer lines than this beside each other are a row of labels, not columns. */
const BESIDE_AT_LEAST = 3;
/** A page is cut across at white space of at least this many line heights. */
const WHITE_SPACE = 0.3;

/**
 * The regions of a page in the order in which they are read, by recursive cuts along white space ("Hierarchical representation of
 * optically scanned documents", Nagy and Seth 1984), columns before bands.
 */
export function regionsInOrder(lines: readonly PlacedLine[], depth = 0): Region[] {
  if (lines.length === 0) return [];
  if (depth >= DEEPEST) return [lines];
  const columns = findColumns(lines);
  if (columns !== undefined) return bandsOf(columns).flatMap((band) => regionsOfBand(band, depth));
  const [above, below] = cutAcross(lines);
  if (below.length === 0) return [lines];
  const [upper, lower] = [regionsInOrder(above, depth + 1), regionsInOrder(below, depth + 1)];
  // A cut that led to no columns changes no order: the lines stay together, and blocks are found by their spacing.
  return upper.length === 1 && lower.length === 1 ? [lines] : [...upper, ...lower];
}

function regionsOfBand(band: Band, depth: number): Region[] {
  if (band.kind === 'across') return [band.lines];
  const { head, left, right, foot } = divideHeadAndFoot(band.left, band.right);
  const columns =
    Math.min(left.length, right.length) < BESIDE_AT_LEAST
      ? [left.concat(right)].filter((lines) => lines.length > 0)
      : regionsInOrder(left, depth + 1).concat(regionsInOrder(right, depth + 1));
  return [...regionsInOrder(head, depth + 1), ...columns, ...regionsInOrder(foot, depth + 1)];
}

/** Divides at the widest horizontal white space; nothing is below when there is none. */
function cutAcross(lines: readonly PlacedLine[]): [PlacedLine[], PlacedLine[]] {
  const sorted = lines.toSorted((a, b) => a.top - b.top);
  let [bottom, widest, cut] = [-Infinity, WHITE_SPACE * medianHeight(lines), sorted.length];
  sorted.forEach((line, index) => {
    if (index > 0 && line.top - bottom > widest) [widest, cut] = [line.top - bottom, index];
    bottom = Math.max(bottom, line.bottom);
  });
  return [sorted.slice(0, cut), sorted.slice(cut)];
}
