/**
 * Numbers of chance below a limit, the same for the same seed (mulberry32: Tommy Ettinger 2017,
 * https://gist.github.com/tommyettinger/46a874533244883189143505d203312c).
 */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
