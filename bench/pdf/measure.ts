import { type Document, toText } from '@ocr-pipeline/ocr';
import { openPdfSource } from '../../packages/ocr/src/sources/pdf/pdf-source.ts';
import { commonWords } from '../../test/readers/common-words.ts';
import { inkCovered, inkOf } from '../../test/readers/ink.ts';
import { pdftotextPlaces, pdftotextWords, qpdfCheck, wordsOf } from '../../test/readers/poppler.ts';

/** What others find in a searchable PDF; shares, 0 to 1. */
export interface Found {
  readonly words: number;
  /** Words of our text that pdftotext finds in order. */
  readonly inOrder: number;
  /** The same in any order. */
  readonly inAnyOrder: number;
  /** The mean over the words of how much of their ink lies where pdftotext finds them; undefined where no page is upright. */
  readonly inkCovered: number | undefined;
  readonly isSound: boolean;
}

/** @param path The searchable PDF, whose bytes `pdf` are. */
export async function measure(path: string, pdf: Uint8Array, document: Document): Promise<Found> {
  const ours = wordsOf(toText(document));
  const found = pdftotextWords(path).flat();
  return {
    words: ours.length,
    inOrder: ours.length === 0 ? 1 : commonWords(ours, found).length / ours.length,
    inAnyOrder: ours.length === 0 ? 1 : commonWords(ours.toSorted(), found.toSorted()).length / ours.length,
    inkCovered: await coverage(path, pdf, document),
    isSound: isSound(path),
  };
}

function isSound(path: string): boolean {
  try {
    qpdfCheck(path);
    return true;
  } catch {
    return false;
  }
}

async function coverage(path: string, pdf: Uint8Array, { pages }: Document): Promise<number | undefined> {
  const places = pdftotextPlaces(path);
  const shares: number[] = [];
  const source = await openPdfSource(pdf);
  try {
    for (const [index, page] of pages.entries()) {
      // A page that the reader turned is seen on its side: its words are looked for in the order alone.
      if (page.turn !== undefined || page.problem !== undefined) continue;
      const ink = await inkOf(await source.raster(index));
      const words = page.blocks.flatMap(({ lines }) => lines.flatMap((line) => line.words));
      const found = places[index] ?? [];
      const [across, down] = [ink.width / page.width, ink.height / page.height];
      const pairs = commonWords(
        words.map(({ text }) => text),
        found.map(({ text }) => text),
      );
      for (const [ours, theirs] of pairs) {
        const [box, place] = [words[ours]?.box, found[theirs]];
        if (box === undefined || place === undefined) continue;
        const drawn = {
          left: Math.floor(box.left * across),
          top: Math.floor(box.top * down),
          width: Math.ceil(box.width * across),
          height: Math.ceil(box.height * down),
        };
        const share = inkCovered(ink, drawn, place);
        if (share !== undefined) shares.push(share);
      }
    }
  } finally {
    source.close();
  }
  return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
