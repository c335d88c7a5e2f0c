import type { Found } from './measure.ts';

/** One document: what was found in ours, and what OCRmyPDF's is beside it. */
export interface Row extends Found {
  readonly name: string;
  readonly pages: number;
  readonly seconds: number;
  /** Bytes by the bytes of the input and of the text. */
  readonly size: number;
  /** F1 of letters and digits by the truth. */
  readonly score: number;
  readonly peer?: { readonly seconds: number; readonly size: number; readonly score: number };
}

const COLUMNS = [
  ['document', 'pages', 'words', 'in order', 'any order', 'on ink', 'qpdf', 'size', 's', 'F1an'],
  ['OCRmyPDF: size', 's', 'F1an'],
].flat();

/** A Markdown table; shares in percent. */
export function tableOf(rows: readonly Row[]): string {
  return [COLUMNS, COLUMNS.map(() => '---'), ...rows.map(cellsOf)]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cellsOf({
  name,
  pages,
  words,
  inOrder,
  inAnyOrder,
  inkCovered,
  isSound,
  size,
  seconds,
  score,
  peer,
}: Row): string[] {
  return [
    name,
    String(pages),
    String(words),
    percent(inOrder),
    percent(inAnyOrder),
    inkCovered === undefined ? '' : percent(inkCovered),
    isSound ? 'ok' : 'FAILS',
    percent(size),
    seconds.toFixed(2),
    percent(score),
    peer === undefined ? '' : percent(peer.size),
    peer === undefined ? '' : peer.seconds.toFixed(2),
    peer === undefined ? '' : percent(peer.score),
  ];
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}

/** The means over the documents, each of the same weight; pages and words are added up. */
export function meanRow(rows: readonly Row[]): Row {
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const peers = rows.flatMap(({ peer }) => (peer === undefined ? [] : [peer]));
  const inked = rows.flatMap(({ inkCovered }) => (inkCovered === undefined ? [] : [inkCovered]));
  return {
    name: `mean of ${rows.length}`,
    pages: rows.reduce((sum, { pages }) => sum + pages, 0),
    words: rows.reduce((sum, { words }) => sum + words, 0),
    inOrder: mean(rows.map(({ inOrder }) => inOrder)),
    inAnyOrder: mean(rows.map(({ inAnyOrder }) => inAnyOrder)),
    inkCovered: inked.length === 0 ? undefined : mean(inked),
    isSound: rows.every(({ isSound }) => isSound),
    size: mean(rows.map(({ size }) => size)),
    seconds: mean(rows.map(({ seconds }) => seconds)),
    score: mean(rows.map(({ score }) => score)),
    ...(peers.length === 0
      ? {}
      : {
          peer: {
            size: mean(peers.map(({ size }) => size)),
            seconds: mean(peers.map(({ seconds }) => seconds)),
            score: mean(peers.map(({ score }) => score)),
          },
        }),
  };
}
