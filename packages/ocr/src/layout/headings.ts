import type { PlacedLine } from './placed-line.ts';

/**
 * Letters of a heading are at least this many times as high and as wide as those of the running text. Both are asked for: the
 * height of a box is off by a third where it holds a bracket or touches its neighbour, its width is not.
 */
const LARGER = 1.25;
/** A heading is short, in characters, and has at least a word. */
const LONGEST = 100;
const WORD = /\p{L}{3}/u;

/** Size of letters, in pixels: height of their box, and advance from one to the next. */
export interface LetterSize {
  readonly height: number;
  readonly width: number;
}

/** The letters of the running text: half of the page's characters are no larger. */
export function bodyLettersOf(lines: readonly PlacedLine[]): LetterSize {
  const usual = (sizeOf: (line: PlacedLine) => number) => {
    const sorted = lines.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    const half = sorted.reduce((sum, { line }) => sum + line.text.length, 0) / 2;
    let characters = 0;
    const middle = sorted.find(({ line }) => (characters += line.text.length) >= half);
    return middle === undefined ? 0 : sizeOf(middle);
  };
  return { height: usual(({ height }) => height), width: usual(letterWidth) };
}

/** Whether a row of the page stands out as a heading by its size. A row of several parts is one of a table or a form. */
export function isHeading(row: readonly PlacedLine[], body: LetterSize): boolean {
  const [line, ...others] = row;
  if (line === undefined || others.length > 0) return false;
  const { text } = line.line;
  const larger = line.height >= LARGER * body.height && letterWidth(line) >= LARGER * body.width;
  return larger && text.length <= LONGEST && WORD.test(text);
}

function letterWidth({ line, left, right }: PlacedLine): number {
  return (right - left) / Math.max(1, line.text.length);
}
