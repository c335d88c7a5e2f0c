import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PackageIndex } from '../../index/package-index.ts';
import { randomNumbers } from './random-numbers.ts';

/** The same index with answers that arrive in an order of chance, the same for the same seed. */
export function slowIndex(index: PackageIndex, seed: number): PackageIndex {
  const random = randomNumbers(seed);
  const late = async <T>(answer: Promise<T>): Promise<T> => {
    for (let turns = random(12); turns > 0; turns--) await nextTurn();
    return answer;
  };
  return {
    files: (name) => late(index.files(name)),
    metadata: (wheel) => late(index.metadata(wheel)),
    wheelAt: (url) => late(index.wheelAt(url)),
  };
}
