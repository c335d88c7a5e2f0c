/** How likely each pixel lies on text: `width` by `height` values from 0 to 1, rows from the top. */
export interface ProbabilityMap {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Neighbouring pixels of one row: from `start` up to, and without, `end`. */
export interface Run {
  readonly row: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The connected regions (over eight neighbours) where the probability is above `threshold`, each as its runs from the top;
 * regions in the order of their first run.
 */
export function components(map: ProbabilityMap, threshold: number): Run[][] {
  const runs: Run[] = [];
  const sets = new DisjointSets();
  let above = { from: 0, to: 0 };
  for (let row = 0; row < map.height; row++) {
    const from = runs.length;
    for (const run of runsOfRow(map, row, threshold)) {
      runs.push(run);
      sets.add();
    }
    joinRows(runs, above, { from, to: runs.length }, sets);
    above = { from, to: runs.length };
  }
  const regions = new Map<number, Run[]>();
  runs.forEach((run, index) => {
    const root = sets.rootOf(index);
    const region = regions.get(root);
    if (region === undefined) regions.set(root, [run]);
    else region.push(run);
  });
  return [...regions.values()];
}

function runsOfRow({ width, data }: ProbabilityMap, row: number, threshold: number): Run[] {
  const runs: Run[] = [];
  const offset = row * width;
  for (let x = 0; x < width; x++) {
    if ((data[offset + x] ?? 0) <= threshold) continue;
    const start = x;
    while (x < width && (data[offset + x] ?? 0) > threshold) x++;
    runs.push({ row, start, end: x });
  }
  return runs;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Joins each run with those of the row above that it touches, also at a corner. Both rows are walked once. */
function joinRows(runs: readonly Run[], above: Range, below: Range, sets: DisjointSets): void {
  let upper = above.from;
  let lower = below.from;
  while (upper < above.to && lower < below.to) {
    const [a, b] = [runs[upper], runs[lower]];
    if (a === undefined || b === undefined) return;
    if (a.start <= b.end && b.start <= a.end) sets.join(upper, lower);
    if (a.end < b.end) upper++;
    else lower++;
  }
}

/** Union-find; the root of a set is always its smallest member. */
class DisjointSets {
  readonly #parents: number[] = [];

  add(): void {
    this.#parents.push(this.#parents.length);
  }

  rootOf(member: number): number {
    let at = member;
    for (;;) {
      const parent = this.#parents[at] ?? at;
      if (parent === at) return at;
      this.#parents[at] = this.#parents[parent] ?? parent;
      at = parent;
    }
  }

  join(one: number, other: number): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }
}
