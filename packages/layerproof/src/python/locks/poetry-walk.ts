import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'smol-toml';
import {
  type PoetryDependency,
  poetryDependencies,
  poetryExtras,
  poetryGroups,
  poetryTakesPython,
  takenBy,
} from '../requirements/poetry-dependency.ts';
import type { MarkerEnvironment } from '../standards/marker.ts';
import { normalizeName } from '../standards/name.ts';
import { isInSpecifier } from '../standards/specifier.ts';
import { normalizeVersion } from '../standards/version.ts';
import { asRecord, textOf, type Untyped } from '../untyped.ts';
import { badLock } from './faults.ts';
import { lockMarkerHolds } from './lock-marker.ts';
import type { Selection } from './locked-package.ts';
import type { PoetryTaken } from './poetry-lock.ts';

export interface PoetryWalkRequest {
  /** The `[[package]]` tables whose `python-versions` take the target. */
  readonly entries: readonly Untyped[];
  readonly path: string;
  readonly label: string;
  readonly environment: MarkerEnvironment;
  readonly takes: (specifier: string) => boolean;
  readonly selection: Selection;
}

/** Follows a lock of before Poetry 2 from the project beside it. @throws Fault `bad-lock` without such a project. */
export function walkPoetryLock(request: PoetryWalkRequest): PoetryTaken {
  const poetry = readProject(request);
  const groups = poetryGroups(poetry);
  const extras = poetryExtras(poetry['extras']);
  const walk = new Walk(request);
  walk.follow(
    poetryDependencies(poetry['dependencies']),
    takenBy(request.selection.extras, extras),
    new Set(),
    undefined,
  );
  for (const [name, dependencies] of groups) {
    if (request.selection.groups.has(name)) walk.follow(dependencies, new Set(), new Set(), undefined);
  }
  return { taken: walk.taken(), groups: new Set(groups.keys()) };
}

function readProject({ path, label }: PoetryWalkRequest): Untyped {
  const project = join(dirname(path), 'pyproject.toml');
  if (!existsSync(project)) {
    throw badLock(label, 'a Poetry before 2.0 wrote it, which needs the `pyproject.toml` beside it, and there is none');
  }
  try {
    return asRecord(asRecord(parse(readFileSync(project, 'utf8'))['tool'])['poetry']);
  } catch (cause) {
    throw badLock(label, 'the `pyproject.toml` beside it is not TOML', cause);
  }
}

class Walk {
  private readonly request: PoetryWalkRequest;
  private readonly requires = new Map<Untyped, Set<string>>();
  private readonly seen = new Set<string>();

  constructor(request: PoetryWalkRequest) {
    this.request = request;
  }

  taken() {
    return [...this.requires].map(([entry, requires]) => ({ entry, requires: [...requires].toSorted() }));
  }

  /** `optional` names the optional dependencies that are taken; `extras` are those that are active on who asks. */
  follow(
    dependencies: readonly PoetryDependency[],
    optional: ReadonlySet<string>,
    extras: ReadonlySet<string>,
    from: Untyped | undefined,
  ): void {
    const { label, environment, takes } = this.request;
    for (const dependency of dependencies) {
      if (dependency.isOptional && !optional.has(dependency.name)) continue;
      if (!poetryTakesPython(dependency.python, takes)) continue;
      if (!lockMarkerHolds(dependency.marker, label, { environment, extras, groups: new Set() })) continue;
      const found = this.find(dependency);
      if (from !== undefined) this.requires.get(from)?.add(dependency.name);
      this.visit(found, new Set(dependency.extras));
    }
  }

  private visit(entry: Untyped, extras: ReadonlySet<string>): void {
    const key = `${textOf(entry['name'])} ${textOf(entry['version'])} ${[...extras].toSorted().join()}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    if (!this.requires.has(entry)) this.requires.set(entry, new Set());
    const optional = takenBy(extras, poetryExtras(entry['extras']));
    this.follow(poetryDependencies(entry['dependencies']), optional, extras, entry);
  }

  /** Of several versions the one that the constraint takes. */
  private find({ name, specifiers }: PoetryDependency): Untyped {
    const named = this.request.entries.filter((entry) => normalizeName(textOf(entry['name']) ?? '') === name);
    const takes = (entry: Untyped) => {
      const version = normalizeVersion(textOf(entry['version']) ?? '');
      return version !== undefined && (specifiers ?? ['']).some((specifier) => isInSpecifier(version, specifier));
    };
    const found = named.find(takes) ?? named[0];
    if (found === undefined) {
      throw badLock(
        this.request.label,
        `${name} is asked for, of which it has no package: \`poetry lock\` writes it anew`,
      );
    }
    return found;
  }
}
