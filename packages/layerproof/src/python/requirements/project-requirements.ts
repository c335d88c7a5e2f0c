import { isFault } from '@ocr-pipeline/fault';
import { normalizeName } from '../standards/name.ts';
import { type Requirement, parseRequirement } from '../standards/requirement.ts';
import { badProject } from './faults.ts';
import type { AskedRequirement } from './requirements.ts';

/** Requirements as PEP 508 writes them, with where they stand. @throws Fault `bad-project`. */
export function askedOf(texts: readonly string[], origin: string): AskedRequirement[] {
  return texts.map((text) => {
    try {
      return { requirement: parseRequirement(text), origin, hashes: [] };
    } catch (error) {
      if (isFault(error)) throw badProject(origin, error.message, error);
      throw error;
    }
  });
}

/**
 * Replaces what asks for extras of the project itself (`all = ["app[web,cli]"]`) by the requirements of these extras, also where
 * those ask for others again.
 */
export function expandOwnExtras(
  asked: readonly AskedRequirement[],
  projectName: string | undefined,
  optional: ReadonlyMap<string, readonly string[]>,
  label: string,
): AskedRequirement[] {
  if (projectName === undefined) return [...asked];
  const own = normalizeName(projectName);
  const expand = (one: AskedRequirement, within: readonly string[]): AskedRequirement[] => {
    if (one.requirement.name !== own) return [one];
    const extras = one.requirement.extras.filter((extra) => !within.includes(extra));
    return extras.flatMap((extra) =>
      askedOf(optional.get(extra) ?? [], `${label} [project.optional-dependencies] ${extra}`).flatMap((inner) =>
        expand(withMarker(inner, one.requirement.marker), [...within, extra]),
      ),
    );
  };
  return asked.flatMap((one) => expand(one, []));
}

function withMarker(asked: AskedRequirement, marker: Requirement['marker']): AskedRequirement {
  return { ...asked, requirement: under(asked.requirement, marker) };
}

/** The requirement under one more condition. */
export function under(requirement: Requirement, marker: Requirement['marker']): Requirement {
  if (marker === undefined) return requirement;
  if (requirement.marker === undefined) return { ...requirement, marker };
  return { ...requirement, marker: { kind: 'and', left: marker, right: requirement.marker } };
}
