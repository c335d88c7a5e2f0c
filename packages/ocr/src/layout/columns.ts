import { medianHeight, middleOf, type PlacedLine } from './placed-line.ts';
import { areReadApart } from './read-apart.ts';

/** A page, or a part of one, with text to the left and to the right of a gutter. */
export interface Columns {
  readonly left: readonly PlacedLine[];
  readonly right: readonly PlacedLine[];
  /** What reaches over the gutter: titles, figures' captions. */
  readonly crossing: readonly PlacedLine[];
}

const CROSSING_AT_MOST = 0.25;
/** Columns stand beside each other over at least this share of the shorter one. */
const BESIDE = 0.5;
/** So far a line may reach over the gutter, in heights: boxes are not exact. */
const TOLERANCE = 0.25;

/** The best gutter: crossed by the fewest lines, then the widest. Undefined when the lines are no columns of text. */
export function findColumns(lines: readonly PlacedLine[]): Columns | undefined {
  const tolerance = TOLERANCE * medianHeight(lines);
  const gutters = new Set(lines.map(({ left }) => left));
  let best: { columns: Columns; gap: number } | undefined;
  for (const gutter of gutters) {
    const columns = divide(lines, gutter, tolerance);
    if (!areColumns(columns)) continue;
    const gap = gapOf(columns);
    const crossing = columns.crossing.length - (best?.columns.crossing.length ?? Infinity);
    if (best === undefined || crossing < 0 || (crossing === 0 && gap > best.gap)) best = { columns, gap };
  }
  return best?.columns;
}

function divide(lines: readonly PlacedLine[], gutter: number, tolerance: number): Columns {
  const left: PlacedLine[] = [];
  const right: PlacedLine[] = [];
  const crossing: PlacedLine[] = [];
  for (const line of lines) {
    if (line.left >= gutter - tolerance) right.push(line);
    else if (line.right <= gutter + tolerance) left.push(line);
    else crossing.push(line);
  }
  return { left, right, crossing };
}

function areColumns({ left, right, crossing }: Columns): boolean {
  if (crossing.length > CROSSING_AT_MOST * Math.min(left.length, right.length)) return false;
  const [a, b] = [extentOf(left), extentOf(right)];
  const beside = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return beside >= BESIDE * Math.min(a.bottom - a.top, b.bottom - b.top) && areReadApart(left, right);
}

function extentOf(lines: readonly PlacedLine[]): { top: number; bottom: number } {
  return {
    top: Math.min(...lines.map((line) => line.top)),
    bottom: Math.max(...lines.map((line) => line.bottom)),
  };
}

function gapOf({ left, right }: Columns): number {
  return Math.min(...right.map((line) => line.left)) - Math.max(...left.map((line) => line.right));
}

/** What lies between two crossing lines, or is one: read in this order. */
export type Band =
  | { readonly kind: 'beside'; readonly left: readonly PlacedLine[]; readonly right: readonly PlacedLine[] }
  | { readonly kind: 'across'; readonly lines: readonly PlacedLine[] };

/** Cuts columns at the lines that cross them, from top to bottom. What stands level with a crossing line is read with it. */
export function bandsOf({ left, right, crossing }: Columns): Band[] {
  const bands: Band[] = [];
  let rest = { left, right };
  for (const across of crossing.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const isAbove = (line: PlacedLine) => middleOf(line) < across.top;
    const isLevel = (line: PlacedLine) => !isAbove(line) && middleOf(line) <= across.bottom;
    bands.push({ kind: 'beside', left: rest.left.filter(isAbove), right: rest.right.filter(isAbove) });
    bands.push({ kind: 'across', lines: [across, ...[...rest.left, ...rest.right].filter(isLevel)] });
    const isBelow = (line: PlacedLine) => middleOf(line) > across.bottom;
    rest = { left: rest.left.filter(isBelow), right: rest.right.filter(isBelow) };
  }
  bands.push({ kind: 'beside', left: rest.left, right: rest.right });
  return bands;
}
