// https://packaging.python.org/en/latest/specifications/project-status-markers/ (PEP 792)
import type { ResolvedPackage } from './resolution.ts';

/** What the statuses mean to whoever takes a distribution, in words; `active` means nothing, and `quarantined` is a failure. */
const MEANINGS: Readonly<Record<string, string>> = {
  archived: 'is archived: it is not to get new versions',
  deprecated: 'is deprecated: its authors call it obsolete',
};

/** Distributions of the answer that their index says something of, a sentence each. */
export function statusNotes(packages: readonly Pick<ResolvedPackage, 'name' | 'status'>[]): string[] {
  return packages.flatMap(({ name, status }) => {
    const meaning = status === undefined ? undefined : MEANINGS[status.status];
    if (meaning === undefined) return [];
    const reason = status?.reason === undefined ? '' : ` (${status.reason})`;
    return [`${name} ${meaning}${reason}`];
  });
}
