export interface BatchLimits {
  readonly items: number;
  /** Items times the width of the widest, in pixels: what the memory of a batch grows with. A single item may be wider. */
  readonly width: number;
}

export interface Placed<Item> {
  readonly item: Item;
  /** Where the item stood before it was sorted. */
  readonly index: number;
}

/**
 * Divides items into batches within the limits, narrow with narrow, so that little of a batch is padding. Items of equal width
 * keep their order, so the same page always gives the same batches.
 */
export function batchesByWidth<Item extends { readonly width: number }>(
  items: readonly Item[],
  limits: BatchLimits,
): Placed<Item>[][] {
  const sorted = items.map((item, index) => ({ item, index })).toSorted((a, b) => a.item.width - b.item.width);
  const batches: Placed<Item>[][] = [];
  for (const placed of sorted) {
    const batch = batches.at(-1);
    const fits =
      batch !== undefined && batch.length < limits.items && (batch.length + 1) * placed.item.width <= limits.width;
    if (fits) batch.push(placed);
    else batches.push([placed]);
  }
  return batches;
}
