/**
 * The longest common subsequence of two lists: the pairs of places where they have the same word, in order (Wagner and Fischer
 * 1974). Equal words at both ends are paired without a look at the rest.
 */
export function commonWords(expected: readonly string[], found: readonly string[]): [number, number][] {
  let start = 0;
  while (start < Math.min(expected.length, found.length) && expected[start] === found[start]) start++;
  let tail = 0;
  const most = Math.min(expected.length, found.length) - start;
  while (tail < most && expected.at(-1 - tail) === found.at(-1 - tail)) tail++;
  const [rows, columns] = [expected.length - tail - start, found.length - tail - start];
  const same = (row: number, column: number) => expected[start + row] === found[start + column];
  // lengths[row][column] is the longest for what follows both places.
  const lengths = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row--) {
    const line = lengths[row];
    if (line === undefined) continue;
    for (let column = columns - 1; column >= 0; column--) {
      line[column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: [number, number][] = Array.from({ length: start }, (_, index) => [index, index]);
  for (let [row, column] = [0, 0]; row < rows && column < columns;) {
    if (same(row, column)) pairs.push([start + row++, start + column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  for (let index = tail; index > 0; index--) pairs.push([expected.length - index, found.length - index]);
  return pairs;
}
