import type { PackageIndex } from '../index/package-index.ts';
import type { Requirement } from '../standards/requirement.ts';
import { changedIndex } from './changed-index.ts';
import type { AskedRequirement, Requirements } from './requirements.ts';

/**
 * Requirements of which each one on an overridden distribution is replaced by its overrides, and none is left on an excluded one
 * (https://docs.astral.sh/uv/concepts/resolution/#dependency-overrides). An override keeps who asked, and the extras they want.
 */
export function ruledRequirements(rules: Requirements): AskedRequirement[] {
  return rules.requirements.flatMap((asked) => {
    const as = (requirement: Requirement): AskedRequirement => ({ ...asked, requirement });
    return ruled(asked.requirement, rules).map(as);
  });
}

/** An index whose metadata is under the same overrides and exclusions. */
export function ruledIndex(index: PackageIndex, rules: Requirements): PackageIndex {
  if (rules.overrides.length === 0 && rules.excluded.size === 0) return index;
  return changedIndex(index, {
    async metadata(wheel) {
      const metadata = await index.metadata(wheel);
      return { ...metadata, requires: metadata.requires.flatMap((requirement) => ruled(requirement, rules)) };
    },
  });
}

function ruled(requirement: Requirement, { overrides, excluded }: Requirements): Requirement[] {
  if (excluded.has(requirement.name)) return [];
  const own = overrides.filter((override) => override.requirement.name === requirement.name);
  if (own.length === 0) return [requirement];
  return own.map((override) => overridden(requirement, override.requirement));
}

function overridden(requirement: Requirement, override: Requirement): Requirement {
  return {
    ...override,
    extras: [...new Set([...requirement.extras, ...override.extras])].toSorted(),
    marker: both(requirement.marker, override.marker),
  };
}

function both(a: Requirement['marker'], b: Requirement['marker']): Requirement['marker'] {
  return a === undefined || b === undefined ? (a ?? b) : { kind: 'and', left: a, right: b };
}
