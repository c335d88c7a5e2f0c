import type { BuildFinding } from '../../build/build-layer.ts';
import { RULES } from '../../verify/rules/index.ts';
import { causeOrder } from './cause-order.ts';
import type { Style } from './style.ts';

const GRAVITY = { error: 0, warning: 1, note: 2 } as const;

/** Files that are named below one sentence; all of them are in the JSON. */
const MOST_NAMED = 20;

/**
 * Findings as text for people, one line each. Those of one rule stand below one heading, and those that say the same share the
 * sentence. What to mend first stands first: errors before the rest, and causes before what comes from them.
 */
export function findingsText(findings: readonly BuildFinding[], style: Style): string[] {
  const groups = Map.groupBy(findings, ({ severity, rule }) => `${severity}[${rule}]`);
  const lines: string[] = [];
  for (const [head, group] of [...groups].toSorted(([, [a]], [, [b]]) => rank(a) - rank(b))) {
    if (lines.length > 0) lines.push('');
    lines.push(...groupLines(head, group, style));
  }
  return lines;
}

function rank(finding: BuildFinding | undefined): number {
  return finding === undefined ? 0 : GRAVITY[finding.severity] * 1000 + causeOrder(finding.rule);
}

function* groupLines(head: string, group: readonly BuildFinding[], style: Style): Generator<string> {
  const [first] = group;
  if (first === undefined) return;
  const summary = RULES.find(({ id }) => id === first.rule)?.summary ?? '';
  const count = group.length === 1 ? '' : ` (${group.length})`;
  yield `${style(first.severity, head)} ${style('title', summary)}${count}`;
  for (const [fix, alike] of Map.groupBy(group, (finding) => finding.fix)) {
    yield* sentences(alike, style);
    yield `  ${style('fix', 'fix:')} ${fix}`;
  }
}

function* sentences(alike: readonly BuildFinding[], style: Style): Generator<string> {
  for (const [message, places] of Map.groupBy(alike, (finding) => finding.message)) {
    const paths = places.flatMap(({ path }) => path ?? []);
    const [only] = paths;
    if (only === undefined) yield `  ${message}`;
    else if (paths.length === 1) yield `  ${only}: ${message}`;
    else {
      yield `  ${message}:`;
      for (const path of paths.slice(0, MOST_NAMED)) yield `    ${path}`;
      const more = paths.length - MOST_NAMED;
      if (more > 0) yield `    ${style('faint', `and ${more} more, which JSON names`)}`;
    }
  }
}
