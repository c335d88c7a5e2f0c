/** Numbers that are the same for the same seed on every machine (xorshift32: Marsaglia 2003, "Xorshift RNGs"). */
export interface Random {
  /** A whole number from 0 up to, not including, `below`. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
}

export function seededRandom(seed: number): Random {
  // Zero is the one state that it never leaves.
  let state = seed >>> 0 || 0x9e3779b9;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
  // The first numbers of neighbouring seeds are alike.
  for (let warm = 0; warm < 8; warm++) next();
  const below = (limit: number) => next() % limit;
  return {
    below,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('there is nothing to pick from');
      return item;
    },
  };
}
