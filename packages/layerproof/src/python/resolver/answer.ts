import type { Target } from '../../target/target.ts';
import type { PackageIndex } from '../index/package-index.ts';
import type { MarkerEnvironment } from '../standards/marker.ts';
import type { Metadata } from '../standards/metadata.ts';
import type { Requirement } from '../standards/requirement.ts';
import { isInSpecifier } from '../standards/specifier.ts';
import { compareVersions, isPrerelease } from '../standards/version.ts';
import type { AskedRequirement } from '../requirements/requirements-file.ts';
import { dependenciesOf } from './dependencies.ts';
import type { PassedOver, ResolvedPackage } from './resolution.ts';
import type { Pick } from './search.ts';
import { newestRefused } from './wheel-advice.ts';

export interface AnswerInput {
  readonly target: Target;
  readonly environment: MarkerEnvironment;
  readonly index: PackageIndex;
  readonly requirements: readonly AskedRequirement[];
  readonly constraints: readonly AskedRequirement[];
}

interface Taken {
  readonly pick: Pick;
  readonly metadata: Metadata;
  readonly requires: readonly Requirement[];
}

/** The search's picks as packages, sorted by name; and the direct reference among them that nobody asks for, if there is one. */
export async function answerOf(
  picks: readonly Pick[],
  input: AnswerInput,
): Promise<{ readonly packages: ResolvedPackage[]; readonly stray: string | undefined }> {
  const taken = await Promise.all(picks.map((pick) => take(pick, input)));
  const asked = input.requirements.map(({ requirement }) => requirement);
  const all = [...asked, ...taken.flatMap(({ requires }) => requires)];
  const narrowed = [...all, ...input.constraints.map(({ requirement }) => requirement)];
  const stray = picks.find(({ candidate: { url } }) => url !== undefined && !narrowed.some((ask) => ask.url === url));
  const packages = taken.map(({ pick: { candidates, candidate }, metadata, requires }): ResolvedPackage => {
    const { name } = candidates;
    const names = new Set(requires.map((requirement) => requirement.name));
    names.delete(name);
    return {
      name,
      version: candidate.version,
      wheel: candidate.wheel,
      metadata,
      requires: [...names].toSorted(),
      isAsked: asked.some((requirement) => requirement.name === name),
      passedOver: passedOver(
        { candidates, candidate },
        narrowed.filter((requirement) => requirement.name === name),
        input.target,
      ),
      refused: candidate.refused,
      status: candidates.status,
    };
  });
  return { packages: packages.toSorted((a, b) => (a.name < b.name ? -1 : 1)), stray: stray?.candidate.url };
}

async function take(pick: Pick, { index, environment }: AnswerInput): Promise<Taken> {
  const metadata = await index.metadata(pick.candidate.wheel);
  const requires = [undefined, ...pick.extras].flatMap(
    (extra) => dependenciesOf(metadata, environment, extra).requires,
  );
  return { pick, metadata, requires };
}

/** The newest version that everybody allows, when it was passed over for lack of a wheel. */
function passedOver(
  { candidates, candidate }: Omit<Pick, 'extras'>,
  asks: readonly Requirement[],
  target: Target,
): PassedOver | undefined {
  if (candidate.url !== undefined) return undefined;
  const isWanted = (version: string) =>
    compareVersions(version, candidate.version) > 0 &&
    (candidates.takesPrereleases || !isPrerelease(version)) &&
    asks.every(({ specifier }) => isInSpecifier(version, specifier));
  const refused = candidates.unusable
    .filter(({ version }) => isWanted(version))
    .flatMap((unusable) => unusable.refused);
  const newest = newestRefused(refused, target);
  const asSource = candidates.sourceVersions.findLast(isWanted);
  if (asSource === undefined || (newest !== undefined && compareVersions(newest.version, asSource) > 0)) return newest;
  return { version: asSource, because: 'source', refused: [] };
}
