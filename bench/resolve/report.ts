import { agreement, type AgainstUv, type Compared } from './against-uv.ts';
import { AS_OF } from './most-downloaded.ts';
import type { NativeCheck } from './native-check.ts';

export interface Report {
  /** What the index had before this moment counts, ISO 8601. */
  readonly moment: string;
  readonly packages: number;
  readonly againstUv: readonly AgainstUv[];
  readonly nativeChecks: readonly NativeCheck[];
}

/** The report for people. */
export function printReport({ moment, packages, againstUv, nativeChecks }: Report): string {
  const lines = [
    '# Resolving the most downloaded packages',
    '',
    `The first ${packages} of the most downloaded distributions (as of ${AS_OF}), each resolved alone, with what the index had before ${moment}.`,
    '',
  ];
  if (againstUv.length > 0) {
    lines.push(
      '## Against uv',
      '',
      '| target | peer | same pins | neither resolves | differ | agree |',
      '|---|---|---|---|---|---|',
    );
    for (const one of againstUv) lines.push(rowOf(one));
    for (const one of againstUv) lines.push('', ...differencesOf(one));
  }
  if (nativeChecks.length > 0) {
    lines.push('', '## ELF needs of every native wheel that was chosen', '');
    lines.push(
      '| target | packages resolved | wheels | native wheels | libraries read | violations |',
      '|---|---|---|---|---|---|',
    );
    for (const { target, resolved, wheels, nativeWheels, files, violations } of nativeChecks)
      lines.push(`| ${target} | ${resolved} | ${wheels} | ${nativeWheels} | ${files} | ${violations.length} |`);
    for (const one of nativeChecks) lines.push('', ...violationsOf(one));
  }
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

/** Packages on which both agree, as a part of all. */
export function agreed(one: AgainstUv): number {
  const { same, bothRefuse } = agreement(one);
  return (same + bothRefuse) / one.packages.length;
}

function rowOf(one: AgainstUv): string {
  const { same, bothRefuse } = agreement(one);
  const differ = one.packages.length - same - bothRefuse;
  return `| ${one.target} | ${one.uv} | ${same} | ${bothRefuse} | ${differ} | ${(agreed(one) * 100).toFixed(1)} % |`;
}

function differencesOf({ target, packages }: AgainstUv): string[] {
  const others = packages.filter(({ comparison }) => comparison.kind !== 'same');
  if (others.length === 0) return [`${target}: no difference.`];
  return [`${target}:`, '', ...others.map(lineOf)];
}

function lineOf({ package: name, comparison, explanations }: Compared): string {
  switch (comparison.kind) {
    case 'same':
      return `- ${name}: the same`;
    case 'both-refuse':
      return `- ${name}: neither resolves it. layerproof: ${comparison.ours}. uv: ${comparison.uv}`;
    case 'one-refuses':
      return `- ${name}: ${comparison.who === 'uv' ? 'uv' : 'layerproof'} alone does not resolve it: ${comparison.reason}`;
    case 'differs':
      return `- ${name}: ${explanations.join('; ')}`;
  }
}

function violationsOf({ target, refused, violations }: NativeCheck): string[] {
  return [
    `${target}: ${violations.length === 0 ? 'no violation.' : ''}`,
    '',
    ...violations.map(
      ({ wheel, rule, severity, path, message }) => `- ${severity}[${rule}] ${wheel}: ${path}: ${message}`,
    ),
    ...refused.map(({ package: name, reason }) => `- ${name} does not resolve: ${reason}`),
  ];
}
