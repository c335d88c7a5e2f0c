import type { Lexicon, LexiconNode, Rarity } from './lexicon.ts';
import type { LetterScores } from './rescoring-evidence.ts';

export interface ScoredWord {
  /** In lower case. */
  readonly word: string;
  readonly rarity: Rarity;
  /** Natural logarithm of its probability, that of all its alignments together. */
  readonly score: number;
}

/**
 * The search gives up beginnings that are less likely than the best by more than e^8, keeps 24 of the others, and tries no
 * character below 0.001. Measured on 53 pages: wider, it mends no word more and takes twice to eighty times as long.
 */
const BEAM = { loss: Math.exp(-8), beginnings: 24, probability: 1e-3 };

/**
 * The natural logarithm of the probability that `text` (lower case) stands there, summed over its alignments (Graves et al. 2006,
 * section 4.1). Minus infinity when a character of it was not seen.
 */
export function scoreOfText({ characters, frames, data }: LetterScores, text: string): number {
  const width = characters.length + 1;
  const labels = [...text].map((character) => characters.indexOf(character.charCodeAt(0)) + 1);
  if (labels.includes(0)) return -Infinity;
  // By how many labels are read: the probability of the alignments that end with the last of them, or with nothing after it.
  let lettered = new Float64Array(labels.length + 1);
  let blank = new Float64Array(labels.length + 1);
  blank[0] = 1;
  for (let frame = 0; frame < frames; frame++) {
    const row = frame * width;
    const [nextLettered, nextBlank] = [new Float64Array(labels.length + 1), new Float64Array(labels.length + 1)];
    for (let read = 0; read <= labels.length; read++) {
      nextBlank[read] = ((lettered[read] ?? 0) + (blank[read] ?? 0)) * (data[row] ?? 0);
      const label = labels[read - 1];
      if (label === undefined) continue;
      const before = (blank[read - 1] ?? 0) + (label === labels[read - 2] ? 0 : (lettered[read - 1] ?? 0));
      nextLettered[read] = ((lettered[read] ?? 0) + before) * (data[row + label] ?? 0);
    }
    [lettered, blank] = [nextLettered, nextBlank];
  }
  return Math.log((lettered[labels.length] ?? 0) + (blank[labels.length] ?? 0));
}

/** The beginning of words, and the probability of its alignments that end with its last letter, or with nothing after it. */
interface Beginning {
  readonly node: LexiconNode;
  readonly text: string;
  lettered: number;
  blank: number;
}

/**
 * The words of the lexicon that may stand there, likeliest first: a search frame by frame through the beginnings of words (prefix
 * search, Graves et al. 2006, section 3.2, within a lexicon), so that a letter that is two (m, rn) is found like any other.
 */
export function likelyWords(scores: LetterScores, lexicon: Lexicon): ScoredWord[] {
  let beginnings: readonly Beginning[] = [{ node: lexicon.root, text: '', lettered: 0, blank: 1 }];
  for (let frame = 0; frame < scores.frames; frame++) beginnings = likeliest(step(beginnings, scores, frame, lexicon));
  return beginnings
    .flatMap(({ node, text, lettered, blank }) => {
      const rarity = lexicon.rarityOf(node);
      return rarity === undefined ? [] : [{ word: text, rarity, score: Math.log(lettered + blank) }];
    })
    .toSorted((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
}

function step(
  beginnings: readonly Beginning[],
  { characters, data }: LetterScores,
  frame: number,
  lexicon: Lexicon,
): Beginning[] {
  const row = frame * (characters.length + 1);
  const seen: { character: number; probability: number }[] = [];
  for (const [index, character] of characters.entries()) {
    const probability = data[row + 1 + index] ?? 0;
    if (probability >= BEAM.probability) seen.push({ character, probability });
  }
  const next = new Map<string, Beginning>();
  for (const { node, text, lettered, blank } of beginnings) {
    const last = text.charCodeAt(text.length - 1);
    const same = reach(next, node, text);
    same.blank += (lettered + blank) * (data[row] ?? 0);
    for (const { character, probability } of seen) {
      if (character === last) same.lettered += lettered * probability;
      // The same letter twice needs nothing between.
      const before = character === last ? blank : lettered + blank;
      const longer = before > 0 ? lexicon.next(node, character) : undefined;
      if (longer !== undefined)
        reach(next, longer, text + String.fromCharCode(character)).lettered += before * probability;
    }
  }
  return [...next.values()];
}

/** The beginning in `next` that reads `text`, put there if it is the first time. */
function reach(next: Map<string, Beginning>, node: LexiconNode, text: string): Beginning {
  const known = next.get(text);
  if (known !== undefined) return known;
  const beginning = { node, text, lettered: 0, blank: 0 };
  next.set(text, beginning);
  return beginning;
}

function likeliest(beginnings: readonly Beginning[]): Beginning[] {
  let most = 0;
  for (const beginning of beginnings) most = Math.max(most, likelihoodOf(beginning));
  const likely: Beginning[] = [];
  for (const beginning of beginnings) {
    if (likelihoodOf(beginning) > 0 && likelihoodOf(beginning) >= most * BEAM.loss) likely.push(beginning);
  }
  return likely.sort(likelierFirst).slice(0, BEAM.beginnings);
}

function likelihoodOf({ lettered, blank }: Beginning): number {
  return lettered + blank;
}

function likelierFirst(a: Beginning, b: Beginning): number {
  return likelihoodOf(b) - likelihoodOf(a) || (a.text < b.text ? -1 : 1);
}
