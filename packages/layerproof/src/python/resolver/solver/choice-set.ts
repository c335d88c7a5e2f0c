/**
 * A set of what may become of a distribution: 0 stands for "not taken at all", 1 and up for its versions. A set without 0 says that
 * the distribution is needed, one with 0 merely rules versions out, so that what PubGrub calls positive and negative terms are both
 * plain sets. One bit each; never changed.
 */
export class ChoiceSet {
  readonly size: number;
  private readonly words: Uint32Array;

  private constructor(size: number, words: Uint32Array) {
    this.size = size;
    this.words = words;
  }

  static of(size: number, choices: Iterable<number>): ChoiceSet {
    const words = new Uint32Array(Math.ceil(size / 32));
    for (const choice of choices) words[choice >>> 5] = (words[choice >>> 5] ?? 0) | (1 << (choice & 31));
    return new ChoiceSet(size, words);
  }

  static all(size: number): ChoiceSet {
    return ChoiceSet.of(size, []).complement();
  }

  has(choice: number): boolean {
    return (((this.words[choice >>> 5] ?? 0) >>> (choice & 31)) & 1) === 1;
  }

  get isEmpty(): boolean {
    for (const word of this.words) if (word !== 0) return false;
    return true;
  }

  get isAll(): boolean {
    return this.complement().isEmpty;
  }

  isSubsetOf(other: ChoiceSet): boolean {
    for (let at = 0; at < this.words.length; at++) {
      if (((this.words[at] ?? 0) & ~(other.words[at] ?? 0)) !== 0) return false;
    }
    return true;
  }

  isDisjointFrom(other: ChoiceSet): boolean {
    for (let at = 0; at < this.words.length; at++) {
      if (((this.words[at] ?? 0) & (other.words[at] ?? 0)) !== 0) return false;
    }
    return true;
  }

  /** The same for equal sets, and for no others of the same size. */
  get key(): string {
    return this.words.join();
  }

  intersection(other: ChoiceSet): ChoiceSet {
    return new ChoiceSet(
      this.size,
      this.words.map((word, at) => word & (other.words[at] ?? 0)),
    );
  }

  union(other: ChoiceSet): ChoiceSet {
    return new ChoiceSet(
      this.size,
      this.words.map((word, at) => word | (other.words[at] ?? 0)),
    );
  }

  complement(): ChoiceSet {
    const words = this.words.map((word) => ~word);
    const rest = this.size & 31;
    const last = words.length - 1;
    // Bits beyond the last choice stay 0.
    if (rest !== 0) words[last] = (words[last] ?? 0) & ((1 << rest) - 1);
    return new ChoiceSet(this.size, words);
  }

  /** The choices, from the highest down: versions newest first, and 0 at the end. */
  *descending(): Generator<number> {
    for (let at = this.words.length - 1; at >= 0; at--) {
      let word = this.words[at] ?? 0;
      while (word !== 0) {
        const bit = 31 - Math.clz32(word);
        yield at * 32 + bit;
        word &= ~(1 << bit);
      }
    }
  }
}
