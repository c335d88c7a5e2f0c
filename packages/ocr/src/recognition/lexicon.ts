/** How often a word of a lexicon is met. */
export type Rarity = (typeof RARITIES)[number];

const RARITIES = ['common', 'usual', 'rare'] as const;

/** Words of a language, in lower case, by their rarity; one in several lists has its commonest. */
export type WordLists = Readonly<Record<Rarity, readonly string[]>>;

/** The words of a language in lower case, to be looked up, and to be followed letter by letter. */
export interface Lexicon {
  /** BCP 47 tag of the language. */
  readonly language: string;
  has(word: string): boolean;
  /** Where every word begins. */
  readonly root: LexiconNode;
  /** Where the words lie that go on with `character` (a character code); undefined when none does. */
  next(node: LexiconNode, character: number): LexiconNode | undefined;
  /** The rarity of the word that ends at `node`; undefined when none does. */
  rarityOf(node: LexiconNode): Rarity | undefined;
}

/** The words that begin alike: from place `from` up to, and without, `to` in the sorted list, alike in `depth` characters. */
export interface LexiconNode {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** Ends a word; no letter is as low. */
const END = 0x0a;
/** The highest code of a character of Latin-1, and what a byte can hold. */
const LATIN_1 = 0xff;

/**
 * A lexicon of words in lower case, in any order. They are kept as one run of bytes: 15 bytes a word, where a tree or a set of
 * strings takes several times that. Words with characters beyond Latin-1 are left out. The same words give the same lexicon.
 */
export function lexiconOf(language: string, lists: WordLists): Lexicon {
  // Without a comparison of one's own: by character codes, and several times as fast.
  const sorted = RARITIES.map((rarity) => lists[rarity].toSorted());
  const count = sorted.reduce((sum, words) => sum + words.length, 0);
  const letters = sorted.reduce((sum, words) => words.reduce((total, word) => total + word.length, sum), 0);
  const parts = {
    bytes: new Uint8Array(letters + count),
    starts: new Uint32Array(count),
    rarities: new Uint8Array(count),
  };
  let [places, end, previous] = [0, 0, ''];
  for (const { word, rarity } of merged(sorted)) {
    if (word === previous || !isLatin1(word)) continue;
    parts.starts[places] = end;
    parts.rarities[places++] = rarity;
    for (let depth = 0; depth < word.length; depth++) parts.bytes[end++] = word.charCodeAt(depth);
    parts.bytes[end++] = END;
    previous = word;
  }
  return new SortedLexicon(language, places, parts);
}

/** The words of sorted lists in one order; of equal ones that of the first list comes first. */
function* merged(lists: readonly (readonly string[])[]): Generator<{ word: string; rarity: number }> {
  const next = lists.map(() => 0);
  for (;;) {
    let first: { word: string; rarity: number } | undefined;
    for (let rarity = 0; rarity < lists.length; rarity++) {
      const word = lists[rarity]?.[next[rarity] ?? 0];
      if (word !== undefined && (first === undefined || word < first.word)) first = { word, rarity };
    }
    if (first === undefined) return;
    next[first.rarity] = (next[first.rarity] ?? 0) + 1;
    yield first;
  }
}

function isLatin1(word: string): boolean {
  for (let depth = 0; depth < word.length; depth++) if (word.charCodeAt(depth) > LATIN_1) return false;
  return word.length > 0;
}

interface Parts {
  /** The words one after another, each closed by END. */
  readonly bytes: Uint8Array;
  /** Where each word begins. */
  readonly starts: Uint32Array;
  readonly rarities: Uint8Array;
}

class SortedLexicon implements Lexicon {
  readonly language: string;
  readonly root: LexiconNode;
  readonly #bytes: Uint8Array;
  readonly #starts: Uint32Array;
  readonly #rarities: Uint8Array;

  constructor(language: string, words: number, { bytes, starts, rarities }: Parts) {
    this.language = language;
    this.root = { from: 0, to: words, depth: 0 };
    this.#bytes = bytes;
    this.#starts = starts;
    this.#rarities = rarities;
  }

  has(word: string): boolean {
    let node: LexiconNode | undefined = this.root;
    for (let depth = 0; depth < word.length && node !== undefined; depth++) {
      node = this.next(node, word.charCodeAt(depth));
    }
    return node !== undefined && this.rarityOf(node) !== undefined;
  }

  next({ from, to, depth }: LexiconNode, character: number): LexiconNode | undefined {
    const first = this.#firstAtLeast(from, to, depth, character);
    const end = this.#firstAtLeast(first, to, depth, character + 1);
    return first < end ? { from: first, to: end, depth: depth + 1 } : undefined;
  }

  rarityOf({ from, to, depth }: LexiconNode): Rarity | undefined {
    // Of words that begin alike the shortest comes first.
    const ends = from < to && depth > 0 && this.#characterAt(from, depth) === END;
    return ends ? RARITIES[this.#rarities[from] ?? 0] : undefined;
  }

  /** The first place from `from` to `to` whose character at `depth` is at least `character`, by bisection. */
  #firstAtLeast(from: number, to: number, depth: number, character: number): number {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#characterAt(middle, depth) < character) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #characterAt(place: number, depth: number): number {
    return this.#bytes[(this.#starts[place] ?? 0) + depth] ?? END;
  }
}
