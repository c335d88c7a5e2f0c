import { medianHeight, type PlacedLine } from './placed-line.ts';

/** Lines beside each other, with what stands over and under them and is read row by row. */
export interface HeadAndFoot {
  readonly head: readonly PlacedLine[];
  readonly left: readonly PlacedLine[];
  readonly right: readonly PlacedLine[];
  readonly foot: readonly PlacedLine[];
}

/** White space of this many line heights, over both columns, sets a page's head and foot off. */
const WHITE_SPACE = 1.5;
/** A head and a foot are short: with more lines, it is a table or a figure of one of the columns. */
const LINES_AT_MOST = 10;
/** More lines than this on one side, with none on the other, are the beginning or the end of a column. */
const ALONE_AT_MOST = 3;

/** Takes the head and the foot off two columns: letterheads, titles beside dates, page numbers. They hold no running text. */
export function divideHeadAndFoot(
  left: readonly PlacedLine[],
  right: readonly PlacedLine[],
  runningText: ReadonlySet<PlacedLine>,
): HeadAndFoot {
  const isLeft = new Set(left);
  const isSetOff = (part: readonly PlacedLine[]) => {
    const onLeft = part.filter((line) => isLeft.has(line)).length;
    const alone = Math.min(onLeft, part.length - onLeft) === 0;
    return part.length <= (alone ? ALONE_AT_MOST : LINES_AT_MOST) && !part.some((line) => runningText.has(line));
  };
  const parts = partsOf([...left, ...right]);
  const first = parts.findIndex((part) => !isSetOff(part));
  const last = parts.findLastIndex((part) => !isSetOff(part));
  // Columns of nothing but short lines have no head that could be told from them.
  if (first < 0) return { head: [], left, right, foot: [] };
  const body = new Set(parts.slice(first, last + 1).flat());
  return {
    head: parts.slice(0, first).flat(),
    left: left.filter((line) => body.has(line)),
    right: right.filter((line) => body.has(line)),
    foot: parts.slice(last + 1).flat(),
  };
}

/** Divides at white space that reaches across, from top to bottom. */
function partsOf(lines: readonly PlacedLine[]): PlacedLine[][] {
  const space = WHITE_SPACE * medianHeight(lines);
  const parts: PlacedLine[][] = [];
  let bottom = -Infinity;
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    const part = parts.at(-1);
    if (part === undefined || line.top - bottom > space) parts.push([line]);
    else part.push(line);
    bottom = Math.max(bottom, line.bottom);
  }
  return parts;
}
