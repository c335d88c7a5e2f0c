import { isFault, type Fault } from '@ocr-pipeline/fault';
import type { IndexPage, ProjectStatus, WheelFile } from '../index/index-file.ts';
import type { PackageIndex } from '../index/package-index.ts';
import { isName } from '../standards/name.ts';
import type { Requirement } from '../standards/requirement.ts';
import { asksForPrerelease, specifierTest } from '../standards/specifier.ts';
import { hasPrereleasePart, isPrerelease, readVersion, type Version } from '../standards/version.ts';
import { wrongDistribution } from './faults.ts';
import type { InputRules } from './input-rules.ts';
import { ChoiceSet } from './solver/choice-set.ts';
import { type Refused, releasesOf, type WheelChooser } from './wheel-choice.ts';
import { type Withheld, withheldBy } from './withheld.ts';

/** A version that may be taken. */
export interface Candidate {
  readonly version: string;
  readonly wheel: WheelFile;
  /** The direct reference that it comes from; undefined for one from the index. */
  readonly url: string | undefined;
  /** The wheels of its release that do not fit the target. */
  readonly refused: readonly Refused[];
}

/** A version that has no wheel to take. */
export interface Unusable {
  readonly version: string;
  /** Its wheels, each with what is against it. */
  readonly refused: readonly Refused[];
}

/** Why a distribution has no versions at all. */
export type Absence =
  | { readonly kind: 'unknown'; readonly asked: readonly string[] }
  | { readonly kind: 'offline' }
  | { readonly kind: 'quarantined'; readonly reason: string | undefined }
  | { readonly kind: 'hash-missing' };

/** Everything that there is of one distribution for one target, whoever asks for it. */
export class Candidates {
  readonly name: string;
  /** Oldest first; choice 1 of the solver is the first one. */
  readonly usable: readonly Candidate[];
  /** Newest first. */
  readonly unusable: readonly Unusable[];
  /** Versions that come as a source archive only, oldest first. */
  readonly sourceVersions: readonly string[];
  readonly absence: Absence | undefined;
  readonly status: ProjectStatus | undefined;
  /** What came to the index too late. */
  readonly withheld: Withheld | undefined;
  /** Pre-releases are taken like any version. */
  readonly takesPrereleases: boolean;
  /** Direct references that lead nowhere. */
  readonly broken: ReadonlyMap<string, Fault>;
  /** Of the usable candidates, in their order. */
  private readonly versions: readonly (Version | undefined)[];
  private readonly finals: readonly (Version | undefined)[];
  private readonly sets = new Map<string, ChoiceSet>();

  constructor(name: string, found: Found) {
    this.name = name;
    this.usable = found.usable;
    this.unusable = found.unusable;
    this.sourceVersions = found.sourceVersions;
    this.absence = found.absence;
    this.withheld = found.withheld;
    this.status = found.status;
    this.broken = found.broken;
    this.takesPrereleases = found.takesPrereleases;
    this.versions = found.usable.map(({ version }) => readVersion(version));
    const others = [...found.unusable.map(({ version }) => version), ...found.sourceVersions];
    this.finals = [...this.versions, ...others.map(readVersion)].filter((version) => !hasPrereleasePart(version));
  }

  /** Choices of the solver: "not taken", and each usable version. */
  get size(): number {
    return this.usable.length + 1;
  }

  candidate(choice: number): Candidate | undefined {
    return this.usable[choice - 1];
  }

  /**
   * The choices that a requirement takes. A direct reference takes only what it points at; a range takes pre-releases only where
   * an input allows them, where it names one, or where no final version lies in it (PEP 440, "Handling of pre-releases").
   */
  allowedBy({ specifier, url }: Requirement): ChoiceSet {
    const key = url === undefined ? specifier : `@ ${url}`;
    const known = this.sets.get(key);
    if (known !== undefined) return known;
    const takes = specifierTest(specifier);
    const inRange = (version: Version | undefined) => version !== undefined && takes(version);
    const onlyFinals = !this.takesPrereleases && !asksForPrerelease(specifier) && this.finals.some(inRange);
    const isTaken = (version: Version | undefined, at: number) =>
      url === undefined
        ? inRange(version) && !(onlyFinals && hasPrereleasePart(version))
        : this.usable[at]?.url === url;
    const choices = this.versions.flatMap((version, at) => (isTaken(version, at) ? [at + 1] : []));
    const set = ChoiceSet.of(this.size, choices);
    this.sets.set(key, set);
    return set;
  }

  /** True for a pre-release for which no input asked: it is taken when no final version is left. */
  isHeldBack({ version }: Candidate): boolean {
    return !this.takesPrereleases && isPrerelease(version);
  }
}

interface Found {
  readonly takesPrereleases: boolean;
  readonly usable: readonly Candidate[];
  readonly unusable: readonly Unusable[];
  readonly sourceVersions: readonly string[];
  readonly absence: Absence | undefined;
  readonly withheld?: Withheld | undefined;
  readonly status?: ProjectStatus | undefined;
  readonly broken: ReadonlyMap<string, Fault>;
}

/** Where candidates come from. */
export interface CandidateSource {
  readonly index: PackageIndex;
  readonly chooser: WheelChooser;
  readonly rules: InputRules;
  /** Direct references by the distribution that they are for. */
  readonly urls: ReadonlyMap<string, ReadonlySet<string>>;
  /** Direct references that are not followed. */
  readonly refusedUrls: ReadonlySet<string>;
}

/** Asks the index what there is of a distribution, and sorts out what the target and the inputs allow. */
export async function findCandidates(name: string, source: CandidateSource): Promise<Candidates> {
  const { index, rules } = source;
  const none = { usable: [], unusable: [], sourceVersions: [], absence: undefined, broken: new Map<string, Fault>() };
  const takesPrereleases = rules.takesPrereleases(name);
  const found = (part: Partial<Found>) => new Candidates(name, { ...none, takesPrereleases, ...part });
  if (rules.hashesNeeded && rules.hashesOf(name) === undefined) return found({ absence: { kind: 'hash-missing' } });
  const direct = await directCandidates(name, source);
  // An input that points at a wheel leaves no other choice, and the name need not be on any index.
  if (rules.hasUrl(name)) return found(direct);
  const answer = isName(name) ? await index.files(name) : ({ kind: 'unknown', asked: [] } as const);
  if (answer.kind !== 'found') return found(direct.usable.length === 0 ? { ...direct, absence: answer } : direct);
  const { status } = answer.page;
  const page = status?.status === 'quarantined' ? ownWheels(answer.page) : answer.page;
  const listed = listedCandidates(name, page, source);
  const usable = [...direct.usable, ...listed.usable];
  const unusable = [...direct.unusable, ...listed.unusable];
  if (page !== answer.page && usable.length === 0) {
    return found({ ...direct, absence: { kind: 'quarantined', reason: status?.reason } });
  }
  const withheld = withheldBy(page, source.chooser);
  return found({ usable, unusable, sourceVersions: page.sourceVersions, broken: direct.broken, withheld, status });
}

/** Those on this machine: of what an index calls unsafe nothing of its own is taken, also where it still offers it. */
function ownWheels(page: IndexPage): IndexPage {
  return { wheels: page.wheels.filter(({ url }) => url.startsWith('file:')), sourceVersions: [] };
}

function listedCandidates(name: string, page: IndexPage, { chooser, rules }: CandidateSource) {
  const releases = releasesOf(page.wheels);
  const hashes = rules.hashesOf(name);
  const usable: Candidate[] = [];
  const unusable: Unusable[] = [];
  for (const [version, wheels] of releases) {
    const choice = chooser.choose(wheels, { isPinned: rules.isPinned(name, version), hashes });
    if (choice.kind === 'wheel') usable.push({ version, wheel: choice.wheel, url: undefined, refused: choice.refused });
    else unusable.push({ version, refused: choice.refused });
  }
  return { usable: usable.toReversed(), unusable };
}

/** They come before all versions of the index, so that none is taken for being the newest. */
async function directCandidates(name: string, { index, chooser, rules, urls, refusedUrls }: CandidateSource) {
  const usable: Candidate[] = [];
  const unusable: Unusable[] = [];
  const broken = new Map<string, Fault>();
  for (const url of urls.get(name) ?? []) {
    if (refusedUrls.has(url)) continue;
    const wheel = await wheelAt(name, url, index);
    if (isFault(wheel)) {
      broken.set(url, wheel);
      continue;
    }
    const { version } = wheel.name;
    const choice = chooser.choose([wheel], { isPinned: true, hashes: rules.hashesOf(name) });
    if (choice.kind === 'wheel') usable.push({ version, wheel: choice.wheel, url, refused: choice.refused });
    else unusable.push({ version, refused: choice.refused });
  }
  return { usable, unusable, broken };
}

async function wheelAt(name: string, url: string, index: PackageIndex): Promise<WheelFile | Fault> {
  try {
    const wheel = await index.wheelAt(url);
    return wheel.name.distribution === name ? wheel : wrongDistribution(name, wheel.name.fileName);
  } catch (error) {
    if (isFault(error)) return error;
    throw error;
  }
}
