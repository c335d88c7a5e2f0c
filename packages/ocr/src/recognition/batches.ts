/**
 * Divides items into batches of at most `most`, narrow with narrow, so that little of a batch is padding. Items of equal width
 * keep their order, so the same page always gives the same batches.
 */
export function batchesByWidth<Item extends { readonly width: number }>(
  items: readonly Item[],
  most: number,
): { readonly item: Item; readonly index: number }[][] {
  const sorted = items.map((item, index) => ({ item, index })).toSorted((a, b) => a.item.width - b.item.width);
  const batches = [];
  for (let start = 0; start < sorted.length; start += most) batches.push(sorted.slice(start, start + most));
  return batches;
}
