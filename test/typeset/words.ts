export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The share of the true words that were read, exactly and as often as they stand there, in any order: 0 to 1. */
export function shareOfWordsRead(truth: string, read: string): number {
  const counts = new Map<string, number>();
  for (const word of wordsOf(read)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = wordsOf(truth);
  const found = words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left > 0;
  });
  return found.length / words.length;
}
