import { isFault, formatFault } from '@ocr-pipeline/fault';
import { parseTarget } from '../../../target/target.ts';
import type { PackageIndex } from '../../index/package-index.ts';
import type { AskedRequirement } from '../../requirements/requirements-file.ts';
import { resolve } from '../resolver.ts';
import { parseRequirement } from '../../standards/requirement.ts';
import { type Release, tableIndex, type Universe } from '../../testing/table-index.ts';

/** What there is, what is asked for, and what should come of it. */
export interface Scenario {
  /** `name version` to what the version asks for, or to all that is to be said of it. */
  readonly there: Readonly<Record<string, readonly string[] | Release>>;
  /** Lines of a requirements file; `--hash=sha256:…` may follow. */
  readonly ask: readonly string[];
  readonly constrain?: readonly string[];
  readonly prereleases?: boolean;
  readonly hashesRequired?: boolean;
  /** `python3.9` on x86_64 unless told. */
  readonly runtime?: string;
  /** `name version` of every package of the answer, sorted; or the code of the Fault, whose text is kept in a snapshot. */
  readonly answer: readonly string[] | string;
}

/** Scenarios by what each is about. */
export type Scenarios = Readonly<Record<string, Scenario>>;

export function universeOf({ there }: Pick<Scenario, 'there'>): Universe {
  const universe: Record<string, Record<string, Release>> = {};
  for (const [key, facts] of Object.entries(there)) {
    const [name = '', version = ''] = key.split(' ');
    const release: Release = isList(facts) ? { requires: facts } : facts;
    (universe[name] ??= {})[version] = release;
  }
  return universe;
}

function isList(facts: readonly string[] | Release): facts is readonly string[] {
  return Array.isArray(facts);
}

export type Outcome = { readonly pins: readonly string[] } | { readonly code: string; readonly text: string };

/** The answer as a scenario has it; of a Fault its whole text. */
export async function play(
  scenario: Scenario,
  index: PackageIndex = tableIndex(universeOf(scenario)),
): Promise<Outcome> {
  const request = {
    target: parseTarget(scenario.runtime ?? 'python3.9', 'x86_64'),
    requirements: lines('requirements.txt', scenario.ask),
    constraints: lines('constraints.txt', scenario.constrain ?? []),
    prereleases: scenario.prereleases ?? false,
    hashesRequired: scenario.hashesRequired ?? false,
  };
  try {
    return { pins: (await resolve(request, index)).map(({ name, version }) => `${name} ${version}`) };
  } catch (error) {
    if (isFault(error)) return { code: error.code, text: formatFault(error) };
    throw error;
  }
}

function lines(file: string, texts: readonly string[]): AskedRequirement[] {
  return texts.map((text, at) => {
    const [requirement = '', ...hashes] = text.split(' --hash=sha256:');
    return { requirement: parseRequirement(requirement), origin: `${file} line ${at + 1}`, hashes };
  });
}
