import {
  meanOf,
  meanOverKinds,
  medianOf,
  METRICS,
  namesIn,
  type Percentages,
  percentagesOf,
  type Result,
  select,
} from './table.ts';

/** Differences below this, in percent, are not seen in the table. */
const SEEN = 0.05;

/** Who is best at each kind, one line a kind: by F1an, and by CER in brackets. */
export function bestPerKind(results: readonly Result[]): string[] {
  const { kinds, contenders } = namesIn(results);
  return kinds.map((kind) => {
    const best = (metric: keyof Percentages) =>
      contenders
        .map((name) => ({ name, value: percentagesOf(select(results, name, kind))[metric] }))
        .reduce((first, other) => (gain(metric, first.value, other.value) > 0 ? other : first));
    const [words, edits] = [best('F1an'), best('CER')];
    return `best on ${kind}: ${words.name}, F1an ${words.value.toFixed(1)} (CER: ${edits.name}, ${edits.value.toFixed(1)})`;
  });
}

/**
 * Where the first contender is behind another: a line for each other one, kind and metric, with the images on which it is, the
 * worst first; then the same for the mean over the kinds.
 */
export function shortfalls(results: readonly Result[]): string[] {
  const { kinds, contenders } = namesIn(results);
  const [first = '', ...others] = contenders;
  const lines = others.flatMap((other) =>
    kinds.flatMap((kind) => METRICS.flatMap((metric) => shortfall(results, { first, other, kind, metric }))),
  );
  const means = others.flatMap((other) =>
    METRICS.flatMap((metric) => {
      const behind = gain(metric, meanOverKinds(results, first)[metric], meanOverKinds(results, other)[metric]);
      return behind < SEEN ? [] : [`behind ${other} on the mean of kinds by ${behind.toFixed(1)} ${metric}`];
    }),
  );
  return [...lines, ...means];
}

interface Duel {
  readonly first: string;
  readonly other: string;
  readonly kind: string;
  readonly metric: keyof Percentages;
}

function shortfall(results: readonly Result[], { first, other, kind, metric }: Duel): string[] {
  const [ours, theirs] = [select(results, first, kind), select(results, other, kind)];
  const behind = gain(metric, percentagesOf(ours)[metric], percentagesOf(theirs)[metric]);
  if (behind < SEEN) return [];
  const images = ours
    .map(({ id, ...rest }) => {
      const [a, b] = [[{ id, ...rest }], theirs.filter((result) => result.id === id)].map(
        (pair) => percentagesOf(pair)[metric],
      );
      return { id, from: a ?? 0, to: b ?? 0 };
    })
    .filter(({ from, to }) => gain(metric, from, to) >= SEEN)
    .toSorted((a, b) => gain(metric, b.from, b.to) - gain(metric, a.from, a.to))
    .map(({ id, from, to }) => `${id} (${from.toFixed(1)} to ${to.toFixed(1)})`);
  return [`behind ${other} on ${kind} by ${behind.toFixed(1)} ${metric}, with ${images.join(', ')}`];
}

/** How much better the second value is than the first. */
function gain(metric: keyof Percentages, from: number, to: number): number {
  return metric === 'CER' ? from - to : to - from;
}

/** The time of the first contender by that of each other, from the same run. */
export function timeRatios(results: readonly Result[]): string[] {
  const [first = '', ...others] = namesIn(results).contenders;
  const times = (name: string, of: 'seconds' | 'cpuSeconds') => select(results, name).map((result) => result[of]);
  return others.map((other) => {
    const ratios = (of: 'seconds' | 'cpuSeconds') => {
      const [a, b] = [times(first, of), times(other, of)];
      return `mean ${(meanOf(a) / meanOf(b)).toFixed(2)}, median ${(medianOf(a) / medianOf(b)).toFixed(2)}`;
    };
    return `time of ${first} to that of ${other}: CPU ${ratios('cpuSeconds')}; wall ${ratios('seconds')}`;
  });
}
