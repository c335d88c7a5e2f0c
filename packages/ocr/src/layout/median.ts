/** The upper one of the two in the middle, where there are two; undefined of nothing. */
export function medianOf(values: readonly number[]): number | undefined {
  return values.toSorted(ascending)[values.length >> 1];
}

function ascending(a: number, b: number): number {
  return a - b;
}
