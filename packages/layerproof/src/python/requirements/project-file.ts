// https://packaging.python.org/en/latest/specifications/pyproject-toml/ (PEP 621), dependency-groups (PEP 735)
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parse } from 'smol-toml';
import type { Target } from '../../target/target.ts';
import { takesPython } from '../resolver/wheel-choice.ts';
import { normalizeName } from '../standards/name.ts';
import { asRecord, textOf, textsOf, type Untyped } from '../untyped.ts';
import { dependencyGroup } from './dependency-groups.ts';
import { badProject, dynamicDependencies, noDependencies, projectForOtherPython } from './faults.ts';
import { poetryProject } from './poetry-project.ts';
import { askedOf, expandOwnExtras } from './project-requirements.ts';
import type { AskedRequirement, Requirements } from './requirements.ts';
import { uvSettings } from './uv-settings.ts';

export interface ProjectOptions {
  readonly target: Target;
  /** Extras and groups that are wanted, normalized. */
  readonly selection: { readonly extras: ReadonlySet<string>; readonly groups: ReadonlySet<string> };
}

/**
 * What a `pyproject.toml` asks for: the project's dependencies, those of the chosen extras and groups, under the settings of
 * `[tool.uv]` that change the answer; for a project of Poetry without `[project]`, what `[tool.poetry]` says. The project itself is
 * not a part of it.
 *
 * @throws Fault for a project that cannot be read, is for another Python, or has dependencies that only its build tool knows.
 */
export function readProject(path: string, label: string, { target, selection }: ProjectOptions): Requirements {
  const file = readToml(path, label);
  const tool = asRecord(file['tool']);
  const project = asRecord(file['project']);
  const isDynamic = textsOf(project['dynamic']).includes('dependencies');
  const poetry = poetryProject(asRecord(tool['poetry']), { label, folder: dirname(path), target, selection });
  const ofPoetry = isDynamic || file['project'] === undefined ? poetry.requirements : [];
  if (isDynamic && !poetry.hasDependencies) throw dynamicDependencies(label, setuptoolsFiles(tool));
  const groupTable = groupsOf(file, tool);
  if (file['project'] === undefined && !poetry.hasDependencies && Object.keys(groupTable).length === 0) {
    throw noDependencies(label);
  }
  checkPython(textOf(project['requires-python']), label, target);
  const optional = namedLists(project['optional-dependencies']);
  const asked = [
    ...askedOf(textsOf(project['dependencies']), `${label} [project.dependencies]`),
    ...[...optional].flatMap(([name, list]) =>
      selection.extras.has(name) ? askedOf(list, `${label} [project.optional-dependencies] ${name}`) : [],
    ),
    ...groupRequirements(groupTable, selection.groups, label),
  ];
  const settings = uvSettings(asRecord(tool['uv']), { label, folder: dirname(path), target });
  const own = expandOwnExtras(asked, textOf(project['name']), optional, label);
  return {
    ...settings.rules,
    requirements: settings.withSources([...own, ...ofPoetry, ...poetry.groupRequirements]),
    indexes: new Map([...poetry.indexes, ...settings.rules.indexes]),
    options: {
      ...settings.rules.options,
      extraIndexUrls: [...settings.rules.options.extraIndexUrls, ...poetry.extraIndexUrls],
    },
    hashesRequired: false,
    extras: new Set([...optional.keys(), ...poetry.extras]),
    groups: new Set([...Object.keys(groupTable).map(normalizeName), ...poetry.groups]),
  };
}

function readToml(path: string, label: string): Untyped {
  try {
    return asRecord(parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')));
  } catch (cause) {
    throw badProject(label, 'it is not TOML', cause);
  }
}

function checkPython(requiresPython: string | undefined, label: string, target: Target): void {
  if (takesPython(requiresPython, target.facts.python?.version ?? '')) return;
  throw projectForOtherPython(label, requiresPython ?? '', target.label);
}

/** `[dependency-groups]`, and what uv and PDM had for them before PEP 735. */
function groupsOf(file: Untyped, tool: Untyped): Untyped {
  const uv = asRecord(tool['uv'])['dev-dependencies'];
  const pdm = asRecord(asRecord(tool['pdm'])['dev-dependencies']);
  return { ...pdm, ...(uv === undefined ? {} : { dev: uv }), ...asRecord(file['dependency-groups']) };
}

function groupRequirements(table: Untyped, wanted: ReadonlySet<string>, label: string): AskedRequirement[] {
  return Object.keys(table)
    .filter((name) => wanted.has(normalizeName(name)))
    .flatMap((name) => askedOf(dependencyGroup(table, name, label), `${label} [dependency-groups] ${name}`));
}

function namedLists(table: unknown): Map<string, string[]> {
  return new Map(Object.entries(asRecord(table)).map(([name, list]) => [normalizeName(name), textsOf(list)]));
}

/** Files that setuptools reads the dependencies from (`[tool.setuptools.dynamic]`), which are inputs of their own. */
function setuptoolsFiles(tool: Untyped): string[] {
  const { file } = asRecord(asRecord(asRecord(tool['setuptools'])['dynamic'])['dependencies']);
  return typeof file === 'string' ? [file] : textsOf(file);
}
