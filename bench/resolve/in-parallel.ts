/** Maps with at most `most` at a time; answers stand in the order of the items. `onDone` is told after each how many are. */
export async function inParallel<T, R>(
  items: readonly T[],
  most: number,
  task: (item: T) => Promise<R>,
  onDone: (done: number, item: T) => void = () => undefined,
): Promise<R[]> {
  const answers = new Map<number, R>();
  const queue = items.entries();
  const worker = async () => {
    for (const [at, item] of queue) {
      answers.set(at, await task(item));
      onDone(answers.size, item);
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  return [...answers].toSorted(([a], [b]) => a - b).map(([, answer]) => answer);
}
