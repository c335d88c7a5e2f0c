// https://python-poetry.org/docs/pyproject/#dependencies-and-dependency-groups
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from '../../target/target.ts';
import { takesPython } from '../resolver/wheel-choice.ts';
import { parseMarker } from '../standards/marker.ts';
import { asRecord, recordsOf, textOf, type Untyped } from '../untyped.ts';
import { badProject, projectForOtherPython, sourceDependency } from './faults.ts';
import {
  takenBy,
  type PoetryDependency,
  poetryDependencies,
  poetryExtras,
  poetryGroups,
  poetryTakesPython,
} from './poetry-dependency.ts';
import type { AskedRequirement } from './requirements.ts';

export interface PoetryOptions {
  readonly label: string;
  readonly folder: string;
  readonly target: Target;
  readonly selection: { readonly extras: ReadonlySet<string>; readonly groups: ReadonlySet<string> };
}

/** What `[tool.poetry]` asks for. */
export interface PoetryProject {
  readonly hasDependencies: boolean;
  readonly requirements: readonly AskedRequirement[];
  readonly groupRequirements: readonly AskedRequirement[];
  readonly extras: readonly string[];
  readonly groups: readonly string[];
  /** Sources that are asked for every distribution. */
  readonly extraIndexUrls: readonly string[];
  /** Distributions that name their source. */
  readonly indexes: ReadonlyMap<string, string>;
}

/** @throws Fault for a constraint that cannot be read, or a dependency that is a repository or a folder of sources. */
export function poetryProject(poetry: Untyped, options: PoetryOptions): PoetryProject {
  const { selection, target, label } = options;
  const table = asRecord(poetry['dependencies']);
  const extras = poetryExtras(poetry['extras']);
  const groups = poetryGroups(poetry);
  const python = textOf(table['python']);
  const takes = (specifier: string) => takesPython(specifier, target.facts.python?.version ?? '');
  if (!poetryTakesPython(python, takes)) throw projectForOtherPython(label, python ?? '', target.label);
  const wanted = takenBy(selection.extras, extras);
  const asked = (list: readonly PoetryDependency[], where: string) =>
    list
      .filter(({ isOptional, name, python: own }) => (!isOptional || wanted.has(name)) && poetryTakesPython(own, takes))
      .map((dependency) => askedOf(dependency, `${label} [tool.poetry.${where}]`, options));
  return {
    hasDependencies: poetry['dependencies'] !== undefined,
    requirements: asked(poetryDependencies(table), 'dependencies'),
    groupRequirements: [...groups].flatMap(([name, list]) =>
      selection.groups.has(name) ? asked(list, `group.${name}.dependencies`) : [],
    ),
    extras: [...extras.keys()],
    groups: [...groups.keys()],
    ...sourcesOf(poetry, table),
  };
}

function askedOf(dependency: PoetryDependency, origin: string, { folder }: PoetryOptions): AskedRequirement {
  const { name, specifiers, constraint, extras, marker, source } = dependency;
  const [specifier = '', ...others] = specifiers ?? [];
  if (specifiers === undefined || others.length > 0) {
    throw badProject(origin, `\`${name} = "${constraint}"\` is not one range of versions`);
  }
  const url = source === undefined ? undefined : wheelAddress(source, name, origin, folder);
  return {
    requirement: {
      name,
      extras: extras.toSorted(),
      specifier: url === undefined ? specifier : '',
      url,
      marker: marker === undefined ? undefined : parseMarker(marker),
    },
    origin,
    hashes: [],
  };
}

function wheelAddress(
  { kind, address }: { kind: string; address: string },
  name: string,
  origin: string,
  folder: string,
): string {
  if (!/\.whl(?:#.*)?$/.test(address) || kind === 'git') throw sourceDependency(origin, name, `${kind} = "${address}"`);
  return kind === 'url' ? address : pathToFileURL(resolve(folder, address)).href;
}

/** Sources of priority `explicit` are asked only for what names them (https://python-poetry.org/docs/repositories/). */
function sourcesOf(poetry: Untyped, table: Untyped) {
  const sources = recordsOf(poetry['source']).filter(({ url }) => typeof url === 'string');
  const urlOf = (name: unknown) => sources.find((source) => source['name'] === name)?.['url'];
  const named = Object.entries(table).flatMap(([name, value]): [string, string][] => {
    const url = urlOf(asRecord(value)['source']);
    return typeof url === 'string' ? [[poetryDependencies({ [name]: '*' })[0]?.name ?? name, url]] : [];
  });
  const open = sources.filter(({ priority }) => priority !== 'explicit').map(({ url }) => String(url));
  return { extraIndexUrls: open, indexes: new Map(named) };
}
