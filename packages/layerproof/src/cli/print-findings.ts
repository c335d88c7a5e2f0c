import type { BuildFinding } from '../build/build-layer.ts';

/** Prints findings for people. Those of one rule stand together, since they have one fix. */
export function printFindings(findings: readonly BuildFinding[], print: (line: string) => void): void {
  const groups = Map.groupBy(findings, ({ severity, rule }) => `${severity}[${rule}]`);
  for (const [head, group] of groups) {
    for (const { path, message } of group) print(`${head} ${path === undefined ? '' : `${path}: `}${message}`);
    for (const fix of new Set(group.map((finding) => finding.fix))) print(`  fix: ${fix}`);
  }
}
