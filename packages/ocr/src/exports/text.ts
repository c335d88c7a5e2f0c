import type { Block, Document, Line } from '../document.ts';

/** Words stand in one row when they share at least this much of the lower one's height. */
const SHARED_HEIGHT = 0.5;

/**
 * The document as plain text: a row of the page is a line, a blank line stands between blocks, a form feed between pages; one
 * line feed at the end. An empty document is an empty text.
 */
export function toText({ pages }: Document): string {
  const text = pages.map(({ blocks }) => blocks.map(blockText).join('\n\n')).join('\f');
  return text === '' ? '' : `${text}\n`;
}

function blockText({ lines }: Block): string {
  return lines.reduce((text, line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return line.text;
    return `${text}${continuesRow(before, line) ? ' ' : '\n'}${line.text}`;
  }, '');
}

/** Neighbouring words are compared, not lines: on a skewed page the far ends of a row differ by more than a line. */
function continuesRow(before: Line, line: Line): boolean {
  const last = (before.words.at(-1) ?? before).box;
  const first = (line.words[0] ?? line).box;
  const shared = Math.min(last.top + last.height, first.top + first.height) - Math.max(last.top, first.top);
  return first.left > last.left && shared >= SHARED_HEIGHT * Math.min(last.height, first.height);
}
