import type { Band } from './bands.ts';
import { cardsOf } from './cards.ts';
import { findColumns } from './columns.ts';
import { divideHeadAndFoot } from './head-and-foot.ts';
import { middleOf, type PlacedLine } from './placed-line.ts';
import { runningTextOf } from './running-text.ts';
import { sectionsOf } from './sections.ts';

/** A part of the page that is read row by row. */
export type Region = readonly PlacedLine[];

/** Cutting stops here: deeper nesting than this is a table or noise. */
const DEEPEST = 8;

/**
 * The regions of a page in the order in which they are read, by recursive cuts along white space ("Hierarchical representation of
 * optically scanned documents", Nagy and Seth 1984): at the gutter with the most text beside it, and where lines cross it.
 */
export function regionsInOrder(lines: readonly PlacedLine[], depth = 0): Region[] {
  if (lines.length === 0) return [];
  const sorted = lines.toSorted((a, b) => middleOf(a) - middleOf(b) || a.left - b.left);
  const runningText = runningTextOf(sorted);
  const bands = depth < DEEPEST ? findColumns(sorted, runningText) : undefined;
  return bands?.flatMap((band) => regionsOfBand(band, runningText, depth + 1)) ?? cardsOf(sorted) ?? [sorted];
}

function regionsOfBand(band: Band, runningText: ReadonlySet<PlacedLine>, depth: number): Region[] {
  if (band.kind === 'across') return regionsInOrder(band.lines, depth);
  const { head, left, right, foot } = divideHeadAndFoot(band.left, band.right, runningText);
  const columns = sectionsOf({ left, right }).flatMap((section) => [section.left, section.right]);
  return [head, ...columns, foot].flatMap((part) => regionsInOrder(part, depth));
}
