/**
 * Sorts by the UTF-8 bytes of the paths, which is the order of an image and of a layer zip. JavaScript compares UTF-16 units,
 * which differs where a character beyond U+FFFF meets one from U+E000 up.
 */
export function sortedByPath<T extends { readonly path: string }>(items: Iterable<T>): T[] {
  const keyed = Array.from(items, (item) => ({ item, bytes: Buffer.from(item.path) }));
  return keyed.sort((a, b) => Buffer.compare(a.bytes, b.bytes)).map(({ item }) => item);
}
