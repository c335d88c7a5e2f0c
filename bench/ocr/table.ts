import { f1, type Score, sumOf } from './score.ts';

/** What one contender made of one image. */
export interface Result {
  readonly contender: string;
  readonly id: string;
  readonly kind: string;
  readonly score: Score;
  readonly seconds: number;
}

const COLUMNS = ['kind', 'engine', 'images', 'F1fold', 'F1an', 'n3', 'CER', 'mean s', 'median s'] as const;

/**
 * A Markdown table: for each kind, each contender. The two last groups are over all images, and the mean over the kinds, where
 * a kind of two images weighs as much as one of ten.
 */
export function tableOf(results: readonly Result[]): string {
  const kinds = [...new Set(results.map(({ kind }) => kind))];
  const contenders = [...new Set(results.map(({ contender }) => contender))];
  const of = (contender: string, kind?: string) =>
    results.filter((result) => result.contender === contender && (kind === undefined || result.kind === kind));
  const rows = kinds.flatMap((kind) => contenders.map((name) => rowOf(kind, name, of(name, kind))));
  const all = contenders.map((name) => rowOf('all', name, of(name)));
  const means = contenders.map((name) => {
    const perKind = kinds.map((kind) => percentagesOf(of(name, kind)));
    const columns = (perKind[0] ?? []).map((_, column) => meanOf(perKind.map((values) => values[column] ?? 0)));
    return ['mean of kinds', name, String(of(name).length)].concat(
      columns.map((value) => value.toFixed(1)),
      ['', ''],
    );
  });
  return [[...COLUMNS], COLUMNS.map(() => '---'), ...rows, ...all, ...means]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function rowOf(kind: string, name: string, results: readonly Result[]): string[] {
  const seconds = results.map((result) => result.seconds);
  const percentages = percentagesOf(results).map((value) => value.toFixed(1));
  const times = [meanOf(seconds), medianOf(seconds)].map((value) => value.toFixed(2));
  return [kind, name, String(results.length), ...percentages, ...times];
}

/** F1fold, F1an, n3 and CER, in percent. */
function percentagesOf(results: readonly Result[]): number[] {
  const { words, alphanumeric, trigrams, edits, characters } = sumOf(results.map(({ score }) => score));
  return [f1(words), f1(alphanumeric), f1(trigrams), edits / Math.max(1, characters)].map((share) => 100 * share);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
