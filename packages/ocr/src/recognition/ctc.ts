import type { Alphabet } from './alphabet.ts';

/** The recogniser's output for one crop: for each frame, from left to right, the probability of each class. */
export interface FrameScores {
  readonly data: Float32Array;
  readonly frames: number;
  readonly classes: number;
}

export interface Character {
  readonly text: string;
  /** The highest probability that a frame gave it. */
  readonly confidence: number;
  /** First and last frame. */
  readonly from: number;
  readonly to: number;
}

/**
 * Greedy CTC decoding: the likeliest class of each frame, repetitions taken as one, blanks left out ("Connectionist
 * Temporal Classification", Graves et al. 2006, section 3.2).
 */
export function decodeCtc(scores: FrameScores, alphabet: Alphabet): Character[] {
  const characters: Character[] = [];
  let previous = 0;
  for (let frame = 0; frame < scores.frames; frame++) {
    const { index, probability } = likeliest(scores, frame);
    const last = characters.at(-1);
    if (index !== 0 && index === previous && last !== undefined) {
      characters[characters.length - 1] = { ...last, to: frame, confidence: Math.max(last.confidence, probability) };
    } else if (index !== 0) {
      characters.push({ text: alphabet.characters[index] ?? '', confidence: probability, from: frame, to: frame });
    }
    previous = index;
  }
  return characters;
}

function likeliest({ data, classes }: FrameScores, frame: number): { index: number; probability: number } {
  const offset = frame * classes;
  let [index, probability] = [0, -1];
  for (let candidate = 0; candidate < classes; candidate++) {
    const value = data[offset + candidate] ?? 0;
    if (value > probability) [index, probability] = [candidate, value];
  }
  return { index, probability };
}

/** The highest probability of one class from frame `from` to frame `to`, both included. */
export function highestScore(scores: FrameScores, index: number, from: number, to: number): number {
  let highest = 0;
  for (let frame = from; frame <= to; frame++) {
    highest = Math.max(highest, scores.data[frame * scores.classes + index] ?? 0);
  }
  return highest;
}
