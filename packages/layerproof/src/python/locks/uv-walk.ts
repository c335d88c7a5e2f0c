import type { MarkerEnvironment } from '../standards/marker.ts';
import { normalizeName } from '../standards/name.ts';
import { asRecord, recordsOf, textOf, type Untyped } from '../untyped.ts';
import { badLock, conflictingExtras } from './faults.ts';
import { lockMarkerHolds } from './lock-marker.ts';
import type { Selection } from './locked-package.ts';
import { dependenciesOf, type UvDependency, type UvPackage } from './uv-package.ts';

export interface UvWalkRequest {
  readonly lock: Untyped;
  readonly packages: readonly UvPackage[];
  readonly roots: readonly UvPackage[];
  readonly label: string;
  readonly environment: MarkerEnvironment;
  readonly selection: Selection;
}

export interface UvVisit {
  readonly found: UvPackage;
  /** Names of the packages that it asks for in the target, each once. */
  readonly requires: readonly string[];
  readonly isAsked: boolean;
}

export interface UvWalk {
  /** Each package once, the roots among them. */
  readonly visited: readonly UvVisit[];
}

/**
 * Follows the arrows of the lock from its projects. Where extras exclude each other, arrows have markers such as
 * `extra == 'extra-3-app-gpu'`: that extra of that package is active. An arrow may make an extra active that an earlier one asked
 * about, so the walk is done again until no more become so.
 *
 * @throws Fault `conflicting-extras` when two that exclude each other are active.
 */
export function walkUvLock(request: UvWalkRequest): UvWalk {
  let active: ReadonlySet<string> = new Set();
  for (;;) {
    const walk = new Walk(request, active);
    walk.run();
    if (walk.activated.size === active.size) {
      checkConflicts(request, active);
      return { visited: walk.visits() };
    }
    active = walk.activated;
  }
}

class Walk {
  /** As uv writes them into markers. */
  readonly activated = new Set<string>();
  private readonly request: UvWalkRequest;
  private readonly active: ReadonlySet<string>;
  private readonly seen = new Set<string>();
  private readonly requires = new Map<UvPackage, Set<string>>();
  private readonly asked = new Set<string>();

  constructor(request: UvWalkRequest, active: ReadonlySet<string>) {
    this.request = request;
    this.active = active;
  }

  run(): void {
    const { roots, lock, selection } = this.request;
    for (const root of roots) {
      this.activated.add(`project-${root.name.length}-${root.name}`);
      this.visit(root, undefined, true);
      for (const extra of selection.extras) if (root.extras.has(extra)) this.visit(root, extra, true);
      for (const group of selection.groups) {
        if (!root.groups.has(group)) continue;
        this.activated.add(`group-${root.name.length}-${root.name}-${group}`);
        this.follow(root, root.groups.get(group) ?? [], true);
      }
    }
    // A workspace without a project of its own, and the lock of a script, ask for packages in the manifest.
    const manifest = asRecord(lock['manifest']);
    const groups = Object.entries(asRecord(manifest['dependency-groups']));
    const chosen = groups.filter(([name]) => selection.groups.has(normalizeName(name))).map(([, list]) => list);
    for (const list of [...chosen, ...(roots.length === 0 ? [manifest['requirements']] : [])]) {
      this.follow(undefined, dependenciesOf(list), true);
    }
  }

  visits(): UvVisit[] {
    return [...this.requires].map(([found, requires]) => ({
      found,
      requires: [...requires].toSorted(),
      isAsked: this.asked.has(found.name),
    }));
  }

  private visit(found: UvPackage, extra: string | undefined, isRoot: boolean): void {
    const key = `${found.name} ${found.version} ${found.source.address} ${extra}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (!this.requires.has(found)) this.requires.set(found, new Set());
    if (extra !== undefined) this.activated.add(`extra-${found.name.length}-${found.name}-${extra}`);
    this.follow(found, extra === undefined ? found.dependencies : (found.extras.get(extra) ?? []), isRoot);
  }

  private follow(from: UvPackage | undefined, dependencies: readonly UvDependency[], isRoot: boolean): void {
    for (const dependency of dependencies) {
      if (!this.holds(dependency.marker)) continue;
      const found = this.find(dependency);
      if (from !== undefined && found !== from) this.requires.get(from)?.add(found.name);
      if (isRoot) this.asked.add(found.name);
      this.visit(found, undefined, false);
      for (const extra of dependency.extras) this.visit(found, extra, false);
    }
  }

  private holds(marker: string | undefined): boolean {
    const { label, environment } = this.request;
    return lockMarkerHolds(marker, label, { environment, extras: this.active, groups: new Set() });
  }

  /** Where a name alone does not say which package is meant, the forks of the resolution do. */
  private find({ name, version, source }: UvDependency): UvPackage {
    const { packages, label } = this.request;
    const named = packages.filter(
      (candidate) =>
        candidate.name === name &&
        (version === undefined || candidate.version === version) &&
        (source === undefined || candidate.source.address === source.address),
    );
    const isHere = ({ resolutionMarkers }: UvPackage) =>
      resolutionMarkers.length === 0 || resolutionMarkers.some((marker) => this.holds(marker));
    const found = named.find(isHere) ?? named[0];
    if (found === undefined) throw badLock(label, `it asks for ${name}, of which it has no package`);
    return found;
  }
}

function checkConflicts({ lock, label }: UvWalkRequest, active: ReadonlySet<string>): void {
  for (const set of Array.isArray(lock['conflicts']) ? lock['conflicts'] : []) {
    const together = recordsOf(set).filter((item) => active.has(conflictKey(item)));
    if (together.length > 1) {
      throw conflictingExtras(
        label,
        together.map((item) => textOf(item['extra'] ?? item['group'] ?? item['package']) ?? ''),
      );
    }
  }
}

function conflictKey(item: Untyped): string {
  const name = normalizeName(textOf(item['package']) ?? '');
  const extra = textOf(item['extra']);
  const group = textOf(item['group']);
  if (extra !== undefined) return `extra-${name.length}-${name}-${normalizeName(extra)}`;
  return group === undefined
    ? `project-${name.length}-${name}`
    : `group-${name.length}-${name}-${normalizeName(group)}`;
}
