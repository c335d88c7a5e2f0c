import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';
import type { Explanation, NativePackage } from './packages.ts';
import type { Trial } from './trial.ts';

/** How a trial went, in one word. */
export type Outcome =
  /** The layer has no error among its findings, and everything was imported and used. */
  | 'loads'
  /** layerproof found no wheel, or could not build for another reason that it gives. */
  | 'not built'
  /** `verify` has errors, each of which is explained in the list of packages. */
  | 'explained'
  /** `verify` has errors that nobody has explained. */
  | 'alarm'
  /** The interpreter did not import or use it, although no rule has an error. */
  | 'missed';

export function outcomeOf(trial: Trial, native: NativePackage): Outcome {
  if (trial.build === 'fault') return 'not built';
  if (trial.build === 'damaged') return 'alarm';
  const errors = errorsOf(trial);
  if (errors.length > 0) {
    return errors.every((error) => explanationOf(error, native) !== undefined) ? 'explained' : 'alarm';
  }
  return failuresOf(trial).length === 0 ? 'loads' : 'missed';
}

function explanationOf({ rule, message }: Finding, { explained = [] }: NativePackage): Explanation | undefined {
  return explained.find((candidate) => candidate.rule === rule && message.includes(candidate.about));
}

export function errorsOf({ findings }: Trial): Trial['findings'] {
  return findings.filter(({ severity }) => severity === 'error');
}

export function failuresOf({ modules }: Trial): Trial['modules'] {
  return modules.filter(({ message }) => message !== undefined);
}

/** One line of a trial, for the terminal. */
export function lineOf(trial: Trial, outcome: Outcome): string {
  const head = `${outcome.padEnd(9)} ${trial.runtime.padEnd(10)} ${trial.requirement} ${trial.version ?? ''}`.trimEnd();
  if (trial.build === 'fault' || trial.build === 'damaged') return `${head}: ${trial.words.split('\n')[0]}`;
  const { build, verify, prove } = trial.seconds;
  const times = [build, verify, prove].map((seconds) => seconds.toFixed(1)).join(' + ');
  const counts = `${errorsOf(trial).length} errors, ${trial.findings.length} findings, ${trial.modules.length - failuresOf(trial).length} of ${trial.modules.length} imported`;
  return `${head}: ${counts}, ${(trial.unzippedBytes / 1e6).toFixed(1)} MB, ${times} s`;
}

/** Findings and words of the interpreter, each on a line; those of one message stand together. */
export function detailsOf(trial: Trial): string[] {
  const errors = errorsOf(trial).map(({ rule, path, message }) => `verify: ${rule}: ${path ?? ''}: ${message}`);
  return [...errors, ...failuresOf(trial).map(({ name, message }) => `prove: ${name}: ${message}`)];
}

export interface Row {
  readonly native: NativePackage;
  readonly trial: Trial;
  readonly outcome: Outcome;
}

export function totalsOf(rows: readonly Row[]): string {
  const count = (wanted: Outcome) => rows.filter(({ outcome }) => outcome === wanted).length;
  const outcomes = (['loads', 'explained', 'not built', 'alarm', 'missed'] as const).map(
    (outcome) => `${count(outcome)} ${outcome}`,
  );
  return `${rows.length} layers: ${outcomes.join(', ')}`;
}

/** The report: a table of packages by runtimes, then everything that is no plain success, in full. */
export function markdownOf(rows: readonly Row[], runtimes: readonly string[], title: string): string {
  const byPackage = [...Map.groupBy(rows, ({ native }) => native.requirement)];
  const table = [
    ['package', ...runtimes],
    ['---', ...runtimes.map(() => '---')],
    ...byPackage.map(([requirement, group]) => [requirement].concat(cellsOf(group, runtimes))),
  ].map((cells) => `| ${cells.join(' | ')} |`);
  return [
    `# ${title}`,
    '',
    totalsOf(rows),
    '',
    'A cell has the version, the errors and warnings of `verify`, and the modules that the interpreter imported of those asked for.',
    '',
    ...table,
    ...sections(rows),
    '',
  ].join('\n');
}

function cellsOf(group: readonly Row[], runtimes: readonly string[]): string[] {
  return runtimes.map((runtime) => cellOf(group.find(({ trial }) => trial.runtime === runtime)));
}

function cellOf(row: Row | undefined): string {
  if (row === undefined) return '';
  const { trial, outcome } = row;
  if (outcome === 'not built') return 'not built';
  const errors = errorsOf(trial).length;
  const warnings = trial.findings.filter(({ severity }) => severity === 'warning').length;
  const imported = `${trial.modules.length - failuresOf(trial).length}/${trial.modules.length}`;
  const cell = `${trial.version ?? '?'} · ${errors}e ${warnings}w · ${imported}`;
  return outcome === 'loads' ? cell : `**${outcome}** ${cell}`;
}

function sections(rows: readonly Row[]): string[] {
  return rows.filter(({ outcome, trial }) => outcome !== 'loads' || trial.findings.length > 0).flatMap(section);
}

function section({ native, trial, outcome }: Row): string[] {
  const heading = ['', `## ${native.requirement} ${trial.version ?? ''} on ${trial.runtime}: ${outcome}`, ''];
  const explained = [...new Set(errorsOf(trial).flatMap((error) => explanationOf(error, native) ?? []))].map(
    ({ rule, why }) => `${rule}: ${why}\n`,
  );
  const findings = trial.findings.map(
    ({ severity, rule, path, message }) => `${severity}[${rule}] ${path ?? ''}: ${message}`,
  );
  const failures = failuresOf(trial).map(({ name, message }) => `prove ${name}: ${message}`);
  const words = trial.words === '' ? [] : trial.words.split('\n');
  return heading.concat(explained, '```text', words, findings, failures, '```');
}
