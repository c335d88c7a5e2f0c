import type { AskedRequirement } from '../../requirements/requirements-file.ts';
import { pinnedVersion } from '../../standards/specifier.ts';
import type { Fact } from '../fact.ts';
import type { Inputs } from './way-out.ts';

/** The inputs that a failure rests on, each pinned to the newest version that it takes; and the names of those. */
export function withNewest(
  facts: readonly Fact[],
  { requirements, constraints }: Inputs,
): { readonly inputs: Inputs; readonly names: readonly string[] } {
  const newest = new Map<AskedRequirement['requirement'], string>();
  for (const fact of facts) {
    if (fact.kind !== 'input' || fact.isConstraint || fact.requirement.url !== undefined) continue;
    if (pinnedVersion(fact.requirement.specifier) !== undefined) continue;
    const { candidates } = fact.asked;
    const choice = candidates.allowedBy(fact.requirement).descending().next().value ?? 0;
    const candidate = candidates.candidate(choice);
    if (candidate !== undefined) newest.set(fact.requirement, candidate.version);
  }
  const pinned = requirements.map((asked) => {
    const version = newest.get(asked.requirement);
    if (version === undefined) return asked;
    const requirement = { ...asked.requirement, specifier: `==${version}` };
    return { ...asked, requirement, origin: `${asked.origin} (in its newest version)` };
  });
  const names = [...new Set([...newest.keys()].map(({ name }) => name))].toSorted();
  return { inputs: { requirements: pinned, constraints }, names };
}
