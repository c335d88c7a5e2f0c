import type { Block, Document } from '../document.ts';
import { type TableGrid, tableGridOf } from '../layout/table-grid.ts';
import { legalText } from './xml.ts';

/** What spreadsheets take for the beginning of a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^\s*[=+\-@]/;
/** A number calculates nothing, whatever its sign: `-36.7`, `+1,204.50 %`. */
const NUMBER = /^[+-]?[.,\s]*\d[\d.,\s]*%?$/;
/** RFC 4180, section 2. */
const LINE_END = '\r\n';

/**
 * The tables of the document as CSV (RFC 4180), in UTF-8, an empty line between tables; empty when it has none. A cell that a
 * spreadsheet would take for a formula has an apostrophe before it, which makes it text.
 */
export function toCsv({ pages }: Document): string {
  const tables = pages.flatMap(({ blocks }) => blocks.flatMap(gridsOf));
  return tables.map((rows) => rows.map(csvRow).join('')).join(LINE_END);
}

function gridsOf({ kind, lines }: Block): TableGrid[] {
  const grid = kind === 'table' ? tableGridOf(lines) : undefined;
  return grid === undefined ? [] : [grid];
}

function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}${LINE_END}`;
}

function csvCell(text: string): string {
  const legal = legalText(text);
  const inert = FORMULA.test(legal) && !NUMBER.test(legal.trimStart()) ? `'${legal}` : legal;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
