import { f1, type Score, sumOf } from './score.ts';

/** What one contender made of one image. */
export interface Result {
  readonly contender: string;
  readonly id: string;
  readonly kind: string;
  readonly score: Score;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** In percent, as {@link Score} counts them. */
export interface Percentages {
  readonly F1fold: number;
  readonly F1an: number;
  readonly n3: number;
  /** The lower, the better. */
  readonly CER: number;
}

export const METRICS = ['F1fold', 'F1an', 'n3', 'CER'] as const satisfies readonly (keyof Percentages)[];

const TIMES = ['CPU mean s', 'CPU median s', 'mean s', 'median s'] as const;
const COLUMNS = ['kind', 'engine', 'images', ...METRICS, ...TIMES];

/**
 * A Markdown table: for each kind, each contender. The two last groups are over all images, and the mean over the kinds, where
 * a kind of two images weighs as much as one of ten.
 */
export function tableOf(results: readonly Result[]): string {
  const { kinds, contenders } = namesIn(results);
  const rows = kinds.flatMap((kind) => contenders.map((name) => rowOf(kind, name, select(results, name, kind))));
  const all = contenders.map((name) => rowOf('all', name, select(results, name)));
  const means = contenders.map((name) => {
    const columns = metricsRow(meanOverKinds(results, name));
    return ['mean of kinds', name, String(select(results, name).length)].concat(columns, Array(TIMES.length).fill(''));
  });
  return [COLUMNS, COLUMNS.map(() => '---'), ...rows, ...all, ...means]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

export function namesIn(results: readonly Result[]): { readonly kinds: string[]; readonly contenders: string[] } {
  return {
    kinds: [...new Set(results.map(({ kind }) => kind))],
    contenders: [...new Set(results.map(({ contender }) => contender))],
  };
}

/** The results of a contender, of one kind or of all. */
export function select(results: readonly Result[], contender: string, kind?: string): Result[] {
  return results.filter((result) => result.contender === contender && (kind === undefined || result.kind === kind));
}

export function percentagesOf(results: readonly Result[]): Percentages {
  const { words, alphanumeric, trigrams, edits, characters } = sumOf(results.map(({ score }) => score));
  return {
    F1fold: 100 * f1(words),
    F1an: 100 * f1(alphanumeric),
    n3: 100 * f1(trigrams),
    CER: (100 * edits) / Math.max(1, characters),
  };
}

export function meanOverKinds(results: readonly Result[], contender: string): Percentages {
  const perKind = namesIn(results).kinds.map((kind) => percentagesOf(select(results, contender, kind)));
  const mean = (metric: keyof Percentages) => meanOf(perKind.map((percentages) => percentages[metric]));
  return { F1fold: mean('F1fold'), F1an: mean('F1an'), n3: mean('n3'), CER: mean('CER') };
}

function rowOf(kind: string, name: string, results: readonly Result[]): string[] {
  const [cpu, wall] = [results.map(({ cpuSeconds }) => cpuSeconds), results.map(({ seconds }) => seconds)];
  const times = [meanOf(cpu), medianOf(cpu), meanOf(wall), medianOf(wall)].map((value) => value.toFixed(2));
  return [kind, name, String(results.length), ...metricsRow(percentagesOf(results)), ...times];
}

function metricsRow(percentages: Percentages): string[] {
  return METRICS.map((metric) => percentages[metric].toFixed(1));
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
