import type { Finding, Severity } from '../../packages/layerproof/src/verify/finding.ts';
import type { ElfComparison } from './check-layer.ts';
import { type GoodLayer, nameOf } from './layers.ts';

/** What became of one layer: its findings, or why it could not be made. */
export type Row = { readonly layer: GoodLayer } & (
  | { readonly findings: readonly Finding[]; readonly seconds: number }
  | { readonly problem: string }
);

export interface Results {
  readonly rows: readonly Row[];
  readonly elf: ElfComparison | undefined;
  /** Packages that are no good layers, with the reason. */
  readonly leftOut: Readonly<Record<string, string>>;
}

export function lineOf(row: Row): string {
  if ('problem' in row) return `not made  ${nameOf(row.layer)}: ${row.problem.split('\n')[0]}`;
  const [errors, warnings, notes] = (['error', 'warning', 'note'] as const).map(
    (severity) => row.findings.filter((finding) => finding.severity === severity).length,
  );
  const verdict = errors === 0 ? 'good' : 'ALARM';
  return `${verdict.padEnd(9)} ${nameOf(row.layer)}: ${errors} errors, ${warnings} warnings, ${notes} notes`;
}

/** Findings of a severity with the layers that they are in: of one rule and one message, one entry. */
export interface Group {
  readonly rule: string;
  readonly message: string;
  readonly layers: readonly string[];
}

export function groupsOf(rows: readonly Row[], wanted: Severity): Group[] {
  const found = rows.flatMap((row) =>
    'problem' in row
      ? []
      : row.findings
          .filter(({ severity }) => severity === wanted)
          .map(({ rule, path, message }) => ({ rule, layer: nameOf(row.layer), message: withPath(path, message) })),
  );
  return [...Map.groupBy(found, ({ rule, message }) => `${rule} ${message}`).values()]
    .flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      return { rule: first.rule, message: first.message, layers: [...new Set(same.map(({ layer }) => layer))] };
    })
    .toSorted((a, b) => (a.rule === b.rule ? b.layers.length - a.layers.length : a.rule < b.rule ? -1 : 1));
}

export function totalsOf({ rows, elf }: Results): string[] {
  const made = rows.filter((row) => 'findings' in row);
  const alarmed = made.filter(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  const lines = [
    `${made.length} layers verified, ${alarmed.length} with an error; ${rows.length - made.length} could not be made`,
  ];
  for (const severity of ['error', 'warning', 'note'] as const) {
    const byRule = Map.groupBy(groupsOf(rows, severity), ({ rule }) => rule);
    for (const [rule, groups] of byRule) {
      const layers = new Set(groups.flatMap(({ layers: names }) => names));
      lines.push(`${severity}[${rule}]: ${groups.length} different, in ${layers.size} layers`);
    }
  }
  if (elf !== undefined) {
    lines.push(`readelf: ${elf.files} files, ${elf.symbols} symbols: ${elf.differences.length} differences`);
  }
  return lines;
}

export function isAllGood({ rows, elf }: Results): boolean {
  return groupsOf(rows, 'error').length === 0 && (elf?.differences.length ?? 0) === 0;
}

export function markdownOf(results: Results): string {
  const { rows, elf, leftOut } = results;
  const byTarget = Map.groupBy(rows, ({ layer }) => `${layer.runtime}/${layer.architecture}`);
  const table = Array.from(byTarget, ([target, group]) => `| ${target} | ${cellsOf(group).join(' | ')} |`).sort();
  const notMade = rows.filter((row) => 'problem' in row).map((row) => `- ${lineOf(row)}`);
  return [
    '# Layers that load, and what verify says of them',
    '',
    ...totalsOf(results).map((line) => `- ${line}`),
    '',
    '| target | layers | errors | warnings | notes |',
    '| --- | --- | --- | --- | --- |',
    ...table,
    ...(['error', 'warning', 'note'] as const).flatMap((severity) => groupSection(rows, severity)),
    ...section('Not made', notMade),
    ...section(
      'Left out',
      Object.entries(leftOut).map(([name, why]) => `- ${name}: ${why}`),
    ),
    ...section(
      'Other than readelf',
      (elf?.differences ?? []).map((difference) => `- ${difference}`),
    ),
    '',
  ].join('\n');
}

function cellsOf(group: readonly Row[]): number[] {
  const made = group.filter((row) => 'findings' in row);
  const count = (wanted: Severity) =>
    made.flatMap(({ findings }) => findings).filter(({ severity }) => severity === wanted).length;
  return [made.length, count('error'), count('warning'), count('note')];
}

/** Layers that are named beside a message. */
const LAYERS_SHOWN = 3;

function groupSection(rows: readonly Row[], severity: Severity): string[] {
  const lines = groupsOf(rows, severity).map(({ rule, message, layers }) => {
    const more = layers.length > LAYERS_SHOWN ? ` and ${layers.length - LAYERS_SHOWN} more` : '';
    return `- ${rule}: ${message} (${layers.slice(0, LAYERS_SHOWN).join('; ')}${more})`;
  });
  return section(`Findings of severity ${severity}`, lines);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function withPath(path: string | undefined, message: string): string {
  return path === undefined ? message : `${path} ${message}`;
}
