import { medianHeight, type PlacedLine } from './placed-line.ts';

/** Lines beside each other that are read as columns. */
export interface Section {
  readonly left: readonly PlacedLine[];
  readonly right: readonly PlacedLine[];
}

/** White space between sections is at least this many line heights: a picture or a rule lies in it ... */
const WHITE_SPACE = 2.5;
/** ... and this many times as wide as any within a column: paragraphs of two columns end level by chance, too. */
const WIDER = 1.25;
/** Both columns end over it and begin under it within this many heights. */
const LEVEL = 0.3;
/** A section has at least so many lines in each column: fewer are heads and feet. */
const LINES_AT_LEAST = 4;

/**
 * Divides columns where both end level and begin again level, with more white space between than anywhere within them: a picture,
 * a rule or a frame reaches over both, and divides them as a line of text would. Sides are sorted by their middles.
 */
export function sectionsOf({ left, right }: Section): Section[] {
  const height = medianHeight([...left, ...right]);
  const [leftGaps, rightGaps] = [gapsOf(left), gapsOf(right)];
  const levels = leftGaps.flatMap((gap) => {
    const beside = rightGaps.find((other) => isLevel(gap, other, LEVEL * height));
    return beside === undefined ? [] : [{ gap, beside }];
  });
  const divided = new Set(levels.flatMap(({ gap, beside }) => [gap, beside]));
  const within = [...leftGaps, ...rightGaps].filter((gap) => !divided.has(gap)).map(({ from, to }) => to - from);
  const widest = within.reduce((most, space) => Math.max(most, space), 0);
  const least = Math.max(WHITE_SPACE * height, WIDER * widest);
  const cuts = levels
    .map(({ gap, beside }) => ({ from: Math.max(gap.from, beside.from), to: Math.min(gap.to, beside.to) }))
    .filter(({ from, to }) => to - from >= least);
  const edges = [-Infinity, ...cuts.map(({ from, to }) => (from + to) / 2), Infinity];
  const sections = edges.slice(1).map((bottom, index) => {
    const isWithin = (line: PlacedLine) => line.top >= (edges[index] ?? 0) && line.top < bottom;
    return { left: left.filter(isWithin), right: right.filter(isWithin) };
  });
  const isSection = (section: Section) => Math.min(section.left.length, section.right.length) >= LINES_AT_LEAST;
  return sections.every(isSection) ? sections : [{ left, right }];
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The white space between the lines of a column, from top to bottom. */
function gapsOf(column: readonly PlacedLine[]): Gap[] {
  const gaps: Gap[] = [];
  let bottom = Infinity;
  for (const line of column.toSorted((a, b) => a.top - b.top)) {
    if (line.top > bottom) gaps.push({ from: bottom, to: line.top });
    bottom = Math.max(bottom === Infinity ? -Infinity : bottom, line.bottom);
  }
  return gaps;
}

function isLevel(a: Gap, b: Gap, tolerance: number): boolean {
  return Math.abs(a.from - b.from) <= tolerance && Math.abs(a.to - b.to) <= tolerance;
}
