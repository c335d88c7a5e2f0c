import type { Trial } from './trial.ts';
import type { Verdict } from './verdict.ts';

const VERDICTS: readonly Verdict[] = ['both load', 'both fail', 'missed', 'false alarm'];

/** Of all layers, more misses or false alarms than this are too many. */
export const MOST_WRONG = 0.01;

export function isTooWrong(trials: readonly Trial[]): boolean {
  return ['missed', 'false alarm'].some(
    (wrong) => trials.filter(({ verdict }) => verdict === wrong).length > MOST_WRONG * trials.length,
  );
}

/** The confusion matrix, a line for each kind of mutation, then the sum. */
export function matrixOf(trials: readonly Trial[]): string[] {
  const byKind = [...Map.groupBy(trials, ({ kind }) => kind)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const row = (name: string, some: readonly Trial[]) => [
    name,
    String(some.length),
    ...COLUMNS.map(([, isIn]) => String(some.filter(isIn).length)),
  ];
  return [
    ['layers', 'all', ...COLUMNS.map(([heading]) => heading)],
    ['---', ...COLUMNS.map(() => '---:'), '---:'],
    ...byKind.map(([kind, some]) => row(kind, some)),
    row('**sum**', trials),
  ].map((cells) => `| ${cells.join(' | ')} |`);
}

/** Behind each verdict how many of them the second level tells. */
const COLUMNS: readonly (readonly [string, (trial: Trial) => boolean])[] = VERDICTS.flatMap((verdict) => {
  const isOf = (trial: Trial) => trial.verdict === verdict;
  const isWithin = (trial: Trial) => isOf(trial) && trial.failedWithin.length > 0;
  return verdict.startsWith('both')
    ? [
        [verdict, isOf],
        ['of them within', isWithin],
      ]
    : [[verdict, isOf]];
});

export function lineOf({ number, runtime, requirements, kind, verdict, what }: Trial): string {
  return [`${number}`.padStart(3), verdict.padEnd(11), runtime.padEnd(10), `${requirements}: ${kind}`, what]
    .filter((part) => part !== '')
    .join(' ');
}

const MOST_SHOWN = 5;

/** Both sides' words, each on a line. */
export function wordsOf({ errors, failed, failedWithin, warnings, what }: Trial): string[] {
  const about = what.split(':')[0];
  return [
    ...errors.map(({ rule, path, message }) => `verify: ${rule}: ${path ?? 'the layer'}: ${message}`),
    ...warnings
      .filter(({ path }) => path === about)
      .map(({ rule, message }) => `verify, as a warning: ${rule}: ${message}`),
    ...failed.map(({ name, message }) => `import ${name}: ${message}`),
    ...failedWithin.slice(0, MOST_SHOWN).map(({ name, message }) => `import ${name}, within the layer: ${message}`),
  ];
}

const HEADINGS: readonly (readonly [Verdict, string])[] = [
  ['missed', 'Missed: an import fails, and verify has no error'],
  ['false alarm', 'False alarms: verify has an error, and everything is imported'],
];

/** The whole report: the matrix, then every disagreement with both sides' words. */
export function markdownOf(trials: readonly Trial[], title: string): string {
  const lines = [`# ${title}`, '', ...matrixOf(trials)];
  for (const [verdict, heading] of HEADINGS) {
    const some = trials.filter((trial) => trial.verdict === verdict);
    if (some.length > 0) lines.push('', `## ${heading}`, '');
    for (const trial of some) lines.push(`- ${lineOf(trial)}`, ...wordsOf(trial).map((word) => `  - ${word}`));
  }
  return `${lines.join('\n')}\n`;
}
