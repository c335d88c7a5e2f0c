import type { Trial } from './trial.ts';
import type { Verdict } from './verdict.ts';

const VERDICTS: readonly Verdict[] = ['both load', 'both fail', 'missed', 'false alarm', 'fails later', 'promise'];

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
    ...VERDICTS.map((verdict) => String(some.filter((trial) => trial.verdict === verdict).length)),
  ];
  return [
    ['layers', 'all', ...VERDICTS],
    ['---', ...VERDICTS.map(() => '---:'), '---:'],
    ...byKind.map(([kind, some]) => row(kind, some)),
    row('**sum**', trials),
  ].map((cells) => `| ${cells.join(' | ')} |`);
}

export function lineOf({ number, runtime, requirements, kind, verdict, what }: Trial): string {
  return [`${number}`.padStart(3), verdict.padEnd(11), runtime.padEnd(10), `${requirements}: ${kind}`, what]
    .filter((part) => part !== '')
    .join(' ');
}

/** Both sides' words, each on a line. */
export function wordsOf({ errors, failed, failedLater, warnings, what }: Trial): string[] {
  const about = what.split(':')[0];
  return [
    ...errors.map(({ rule, path, message }) => `verify: ${rule}: ${path ?? 'the layer'}: ${message}`),
    ...warnings
      .filter(({ path }) => path === about)
      .map(({ rule, message }) => `verify, as a warning: ${rule}: ${message}`),
    ...failed.map(({ name, message }) => `import ${name}: ${message}`),
    ...failedLater.map(({ name, message }) => `import ${name}, which nothing asks for at import: ${message}`),
  ];
}

const HEADINGS: readonly (readonly [Verdict, string])[] = [
  ['missed', 'Missed: an import fails, and verify has no error'],
  ['false alarm', 'False alarms: verify has an error, and everything is imported'],
  [
    'fails later',
    'An error about a module that the import does not come to, and that fails when it is imported itself',
  ],
  ['promise', 'An error about what a package says that it needs, and no import asks for'],
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
