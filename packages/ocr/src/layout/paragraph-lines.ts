import { middleOf, type PlacedLine } from './placed-line.ts';

/** A line of running text is at least this long, in characters: a newspaper's column has about 30, a table's cell seldom 20. */
const LONG = 22;
/** So many lines below each other are no accident. */
const LINES_AT_LEAST = 5;
/** The lines of a paragraph are on average this share of the widest. */
const FULL = 0.7;
/** They follow each other within this many heights, middle to middle: more is double spacing, as in a table ... */
const PITCH = 2;
/** ... and begin within this many heights of each other: an indent, a bullet. */
const INDENT = 3;

/** Those of the lines that are running text: long, full, and one below the other. In runs, from top to bottom. */
export function paragraphLines(lines: readonly PlacedLine[]): PlacedLine[] {
  const runs: PlacedLine[][] = [];
  const long = lines.filter((line) => charactersOf([line]) >= LONG);
  for (const line of long.toSorted((a, b) => middleOf(a) - middleOf(b) || a.left - b.left)) {
    const run = runs.findLast((candidate) => follows(candidate.at(-1), line));
    if (run === undefined) runs.push([line]);
    else run.push(line);
  }
  return runs.filter((run) => run.length >= LINES_AT_LEAST && fullnessOf(run) >= FULL).flat();
}

export function charactersOf(lines: readonly PlacedLine[]): number {
  return lines.reduce((sum, { line }) => sum + line.text.length, 0);
}

function follows(before: PlacedLine | undefined, line: PlacedLine): boolean {
  if (before === undefined) return false;
  const height = Math.max(before.height, line.height);
  const down = middleOf(line) - middleOf(before);
  return down > height / 2 && down <= PITCH * height && Math.abs(line.left - before.left) <= INDENT * height;
}

function fullnessOf(lines: readonly PlacedLine[]): number {
  const widths = lines.map(({ left, right }) => right - left);
  return widths.reduce((sum, width) => sum + width, 0) / widths.length / Math.max(1, ...widths);
}
