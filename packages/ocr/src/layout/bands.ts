import { firstFrom } from './level-lines.ts';
import type { PlacedLine } from './placed-line.ts';
import type { Sides } from './sides.ts';

/** What stands beside a gutter, between lines that reach over it. */
export interface Beside {
  readonly kind: 'beside';
  readonly left: readonly PlacedLine[];
  readonly right: readonly PlacedLine[];
}

/** What reaches over a gutter, with what stands level with it. */
export interface Across {
  readonly kind: 'across';
  readonly lines: readonly PlacedLine[];
}

export type Band = Beside | Across;

/** Cuts the sides of a gutter at the lines that cross it, from top to bottom. No band is empty. */
export function bandsOf({ left, right, crossing }: Sides): Band[] {
  const bands: Band[] = [];
  const [lefts, rights] = [takerOf(left), takerOf(right)];
  const beside = (above: number) => {
    const band = { left: lefts(above), right: rights(above) };
    if (band.left.length + band.right.length > 0) bands.push({ kind: 'beside', ...band });
  };
  for (const line of crossing) {
    beside(line.top);
    bands.push({ kind: 'across', lines: [line, ...lefts(line.bottom), ...rights(line.bottom)] });
  }
  beside(Infinity);
  return bands;
}

/** Gives the lines, sorted by their middles, down to a height, each once. */
function takerOf(side: readonly PlacedLine[]): (above: number) => PlacedLine[] {
  let from = 0;
  return (above) => {
    const to = Math.max(from, firstFrom(side, above));
    const taken = side.slice(from, to);
    from = to;
    return taken;
  };
}

/** Takes what is not of columns with what reaches across above and below it. */
export function joinAcross(bands: readonly Band[], isColumns: (band: Beside) => boolean): Band[] {
  const joined: Band[] = [];
  let across: PlacedLine[] | undefined;
  for (const band of bands) {
    if (band.kind === 'beside' && isColumns(band)) {
      joined.push(band);
      across = undefined;
      continue;
    }
    if (across === undefined) joined.push({ kind: 'across', lines: (across = []) });
    for (const line of band.kind === 'across' ? band.lines : [...band.left, ...band.right]) across.push(line);
  }
  return joined;
}
