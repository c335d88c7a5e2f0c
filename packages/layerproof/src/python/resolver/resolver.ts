import type { Fault } from '@ocr-pipeline/fault';
import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import type { PackageIndex } from '../index/package-index.ts';
import type { AskedRequirement } from '../requirements/requirements-file.ts';
import { evaluateMarker } from '../standards/marker.ts';
import { answerOf } from './answer.ts';
import { explainFailure } from './explanation/explain-failure.ts';
import { prereleasesNeeded } from './explanation/prereleases.ts';
import type { TryWith } from './explanation/way-out.ts';
import { inputRules } from './input-rules.ts';
import type { ResolvedPackage } from './resolution.ts';
import { search, type SearchInput, type SearchOutcome } from './search.ts';
import { wheelChooser } from './wheel-choice.ts';

export interface ResolveRequest {
  readonly target: Target;
  readonly requirements: readonly AskedRequirement[];
  readonly constraints?: readonly AskedRequirement[];
  /** Take nothing without a hash (`--require-hashes`); so it is in any case once one requirement has one. */
  readonly hashesRequired?: boolean;
  /** Take pre-releases of everything (`--pre`). */
  readonly prereleases?: boolean;
}

/**
 * Finds one version of every distribution that is asked for, directly or by another, for one target: the newest that everybody
 * allows and that has a wheel, learning from every conflict on the way (PubGrub). The same index gives the same answer, in
 * whatever order its own answers arrive.
 *
 * @throws Fault that says who asked for what, what there is and what to change. Outages of the index travel as they come.
 */
export async function resolve(request: ResolveRequest, index: PackageIndex): Promise<ResolvedPackage[]> {
  const prereleasesOf = new Set<string>();
  let prepared = prepare(request, index, prereleasesOf);
  for (;;) {
    const outcome = await searchAll(prepared);
    if (outcome.kind === 'unsolvable') {
      const more = prereleasesNeeded(outcome.proof).filter((name) => !prereleasesOf.has(name));
      if (more.length === 0) throw await explain(outcome, request.target, prepared);
      for (const name of more) prereleasesOf.add(name);
      prepared = prepare(request, index, prereleasesOf);
      continue;
    }
    const { packages, stray } = await answerOf(outcome.picks, { target: request.target, ...prepared });
    if (stray === undefined) return packages;
    // Taken because a version asked for it that is not part of the answer: such a reference must not serve anybody else.
    prepared.refusedUrls.add(stray);
  }
}

/** Decisions that a hint is worth. */
const DECISIONS_FOR_A_HINT = 3000;

function explain(
  { proof, chosen }: Extract<Finished, { kind: 'unsolvable' }>,
  target: Target,
  prepared: Prepared,
): Promise<Fault> {
  const { requirements, constraints } = prepared;
  const tryWith: TryWith = (inputs) => searchAll({ ...prepared, ...inputs, mostDecisions: DECISIONS_FOR_A_HINT });
  return explainFailure(proof, { target, requirements, constraints, chosen, tryWith });
}

type Prepared = SearchInput & { readonly urls: Map<string, Set<string>>; readonly refusedUrls: Set<string> };
type Finished = Exclude<SearchOutcome, { kind: 'direct-reference' }>;

/** Searches anew with each direct reference that turns up, until there are no more. */
async function searchAll(input: Prepared): Promise<Finished> {
  for (;;) {
    const outcome = await search(input);
    if (outcome.kind !== 'direct-reference') return outcome;
    const { name, url } = outcome;
    input.urls.set(name, (input.urls.get(name) ?? new Set()).add(url));
  }
}

function prepare(request: ResolveRequest, index: PackageIndex, prereleasesOf: ReadonlySet<string>): Prepared {
  const { target, constraints = [], hashesRequired = false, prereleases = false } = request;
  const environment = markerEnvironment(target);
  const holds = ({ requirement: { marker } }: AskedRequirement) =>
    marker === undefined || evaluateMarker(marker, environment);
  const requirements = request.requirements.filter(holds);
  const narrowing = constraints.filter(holds);
  const rules = inputRules([...requirements, ...narrowing], {
    hashesRequired: hashesRequired || request.requirements.some(({ hashes }) => hashes.length > 0),
    prereleases,
    prereleasesOf,
  });
  const urls = new Map<string, Set<string>>();
  for (const { requirement } of [...requirements, ...narrowing]) {
    const { name, url } = requirement;
    if (url !== undefined) urls.set(name, (urls.get(name) ?? new Set()).add(url));
  }
  const refusedUrls = new Set<string>();
  const source = { index, chooser: wheelChooser(target), rules, urls, refusedUrls };
  const python = target.facts.python?.version ?? '';
  return { index, source, environment, python, requirements, constraints: narrowing, urls, refusedUrls };
}
