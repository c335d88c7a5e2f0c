/** The fewest insertions, deletions and replacements that turn one text into another (Wagner and Fischer 1974). */
export function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let place = 1; place <= from.length; place++) {
    const row = [place];
    for (let column = 1; column <= to.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (from[place - 1] === to[column - 1] ? 0 : 1);
      row.push(Math.min(replaced, (previous[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return previous[to.length] ?? 0;
}
