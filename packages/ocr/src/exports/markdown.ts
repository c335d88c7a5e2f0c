import type { Block, Box, Document, Line, Page } from '../document.ts';
import { tableGridOf } from '../layout/table-grid.ts';
import { textRowsOf } from '../layout/text-rows.ts';
import { legalText } from './xml.ts';
import { escapeLineStart, escapeMarkdown } from './markdown-escapes.ts';

/** Bullets as they are printed, and as they are recognised. A minus alone is one, too. */
const BULLET = /^[•▪■●◦‣·*–-]\s+(?=\S)/u;
const NUMBERED = /^(\d{1,3})[.)]\s+(?=\S)/;
/** Headings by their size, in heights of the page's smallest: twice as high is a title. */
const TITLE = 1.6;
/** A line was ended on purpose when the next word would have had room so many times over. */
const ROOM = 1.5;
/** A row is of figures when it has so many, and they are this share of its words: the date of a letter is none. */
const FIGURES_AT_LEAST = 2;
const FIGURES = 0.4;

/**
 * The document as Markdown (CommonMark, with GitHub's tables): headings, paragraphs, lists and tables, a rule between pages. The
 * first row of a table is its head. Text is text: nothing in it is taken for markup or HTML; a web address links to itself where
 * the reader of the Markdown makes links of addresses.
 */
export function toMarkdown({ pages }: Document): string {
  const texts = pages.map(pageText).filter((text) => text !== '');
  return texts.length === 0 ? '' : `${texts.join('\n\n---\n\n')}\n`;
}

function pageText({ problem, blocks }: Page): string {
  if (problem !== undefined) return `*${escapeMarkdown(problem.message)}*`;
  const smallest = Math.min(...blocks.filter(isHeading).map(heightOf));
  return blocks.map((block) => blockText(block, smallest)).join('\n\n');
}

function isHeading({ kind }: Block): boolean {
  return kind === 'heading';
}

function heightOf({ box, lines }: Block): number {
  return box.height / textRowsOf(lines).length;
}

function blockText(block: Block, smallestHeading: number): string {
  if (isHeading(block)) return headingText(block, smallestHeading);
  return (block.kind === 'table' ? tableText(block.lines) : undefined) ?? rowsText(block);
}

function headingText(block: Block, smallest: number): string {
  const mark = heightOf(block) >= TITLE * smallest ? '#' : '##';
  // A mark at the end would close the heading.
  const text = escapeMarkdown(block.lines.map((line) => line.text).join(' ')).replace(
    /(?<!#)#+$/,
    (marks) => `\\${marks}`,
  );
  return `${mark} ${text}`;
}

function tableText(lines: readonly Line[]): string | undefined {
  const grid = tableGridOf(lines);
  if (grid === undefined) return undefined;
  const [head = [], ...body] = grid.map((row) => `| ${row.map(escapeMarkdown).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(grid[0]?.length ?? 0)}`;
  return [head, rule, ...body].join('\n');
}

/**
 * Rows of text keep their line ends, which Markdown shows as spaces, unless the line was ended on purpose: in an address, or a
 * list of figures. Those of a list begin with its mark.
 */
function rowsText({ box, lines }: Block): string {
  const texts: string[] = [];
  let indent = '';
  const rows = textRowsOf(lines);
  for (const [index, row] of rows.entries()) {
    const { mark, text } = itemOf(legalText(row.map((line) => line.text).join(' ')).trim());
    // An empty line would end the paragraph.
    if (text === '') continue;
    // A list that stands in a paragraph would only be seen as one after an empty line.
    const before = rows[index - 1];
    const last = texts.length - 1;
    if (mark === '' && before !== undefined && texts.length > 0 && isEnded(before, row, box))
      texts[last] = `${texts[last] ?? ''}\\`;
    if (mark !== '' && indent === '' && texts.length > 0) texts.push('');
    if (mark !== '') indent = ' '.repeat(mark.length);
    texts.push(`${mark === '' ? indent : mark}${escapeLineStart(text)}`);
  }
  return texts.join('\n');
}

function isEnded(row: readonly Line[], next: readonly Line[], box: Box): boolean {
  return endsEarly(row, next, box) || isOfFigures(row) || isOfFigures(next);
}

/** Whether a row is one of a list of figures, such as an account, and not a line of text. */
function isOfFigures(row: readonly Line[]): boolean {
  const words = row.flatMap(({ text }) => text.split(' '));
  const figures = words.filter((word) => /\d/.test(word));
  return figures.length >= FIGURES_AT_LEAST && figures.length >= FIGURES * words.length;
}

/** Whether a row ends before the first word of the next would have had to go to it, with a word's width to spare. */
function endsEarly(row: readonly Line[], next: readonly Line[], { left, width }: Box): boolean {
  const end = Math.max(...row.map(({ box }) => box.left + box.width));
  const first = next[0]?.words[0]?.box ?? next[0]?.box;
  return first !== undefined && left + width - end > ROOM * first.width + first.height;
}

/** A row without its bullet or number, and what Markdown writes in its place; empty where a row is no item of a list. */
function itemOf(row: string): { mark: string; text: string } {
  const numbered = NUMBERED.exec(row);
  if (numbered !== null) return { mark: `${Number(numbered[1])}. `, text: row.slice(numbered[0].length) };
  const bullet = BULLET.exec(row);
  return bullet === null ? { mark: '', text: row } : { mark: '- ', text: row.slice(bullet[0].length) };
}
