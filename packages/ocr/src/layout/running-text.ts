import { middleOf, type PlacedLine } from './placed-line.ts';

/** A line of running text is at least this long, in characters: a newspaper's column has about 30, a table's cell seldom 20. */
const LONG = 22;
/** So many lines below each other are no accident ... */
const LINES_AT_LEAST = 5;
/** ... where they fill on average this share of their measure, as the lines of paragraphs do. */
const FULL = 0.7;
/** Lines of a narrow column have at least so many characters ... */
const NARROW = 12;
/** ... and are text when this share of them goes on in the middle of a sentence, where a cell would begin anew ... */
const GOING_ON = 0.4;
/** ... and they have so many characters. */
const CHARACTERS_AT_LEAST = 70;
/** They follow each other within this many heights, middle to middle: more is double spacing, as in a table ... */
const PITCH = 2;
/** ... and begin within this many heights of each other: an indent, a bullet. */
const INDENT = 3;

/** A line follows one of so many runs, those that grew last: no two rows of a page have more lines. */
const OPEN_RUNS = 64;

/** Those of the lines, sorted by their middles, that are running text: long, full or going on, and one below the other. */
export function runningTextOf(lines: readonly PlacedLine[]): Set<PlacedLine> {
  const runs: PlacedLine[][] = [];
  let open: PlacedLine[][] = [];
  for (const line of lines) {
    if (line.line.text.length < NARROW) continue;
    const found = open.findLast((run) => follows(run.at(-1), line));
    const run = found ?? [];
    run.push(line);
    if (found === undefined) runs.push(run);
    open = [...open.filter((other) => other !== run).slice(1 - OPEN_RUNS), run];
  }
  return new Set(runs.filter(isText).flat());
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

function isText(run: readonly PlacedLine[]): boolean {
  const long = run.filter((line) => line.line.text.length >= LONG);
  if (long.length >= LINES_AT_LEAST && fullnessOf(long) >= FULL) return true;
  const goingOn = run.slice(1).filter((line, index) => goesOn(run[index]?.line.text ?? '', line.line.text));
  const isLong = charactersOf(run) >= CHARACTERS_AT_LEAST && fullnessOf(run) >= FULL;
  return isLong && goingOn.length >= GOING_ON * run.length;
}

/** Whether a line begins in the middle of a sentence or of a word. */
function goesOn(before: string, text: string): boolean {
  return /^\p{Ll}/u.test(text) || /\p{L}[-­]$/u.test(before);
}

/** How much of their measure lines fill, on average: of the width that one in four reaches. One may be found across columns. */
function fullnessOf(lines: readonly PlacedLine[]): number {
  const widths = lines.map(({ left, right }) => right - left).sort((a, b) => a - b);
  const measure = Math.max(1, widths[Math.floor(0.75 * widths.length)] ?? 0);
  return widths.reduce((sum, width) => sum + Math.min(width, measure), 0) / measure / Math.max(1, widths.length);
}
