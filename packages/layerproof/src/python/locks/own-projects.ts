// https://docs.astral.sh/uv/concepts/projects/workspaces/
import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { asRecord, textsOf, type Untyped } from '../untyped.ts';
import { readTomlLock } from './lock-file.ts';

/** Tells whether a folder of sources in a lock is the project that the lock is for, or a member of its workspace. */
export interface OwnProjects {
  /** @param path As the lock has it: absolute, or relative to its own folder. */
  has(path: string): boolean;
}

/**
 * The projects of a lock that does not name them: its own folder, the project whose folder that lies in, and what the workspace
 * there names as its members. Any other folder of sources is a dependency, which nobody may leave out unasked.
 */
export function ownProjects(lockPath: string): OwnProjects {
  const folder = dirname(lockPath);
  const projects = projectsAbove(folder);
  const workspace = projects.find(({ members }) => members !== undefined);
  const roots = new Set([folder, ...[projects[0], workspace].flatMap((project) => project?.folder ?? [])]);
  return {
    has(path) {
      const place = resolve(folder, path);
      return roots.has(place) || (workspace !== undefined && isMember(place, workspace));
    },
  };
}

/** What people should know of projects that are left out. */
export function notesOnProjects(names: readonly string[], label: string): string[] {
  if (names.length === 0) return [];
  return [
    `${label}: ${names.join(', ')} ${names.length === 1 ? 'is a project' : 'are projects'} without a wheel: the layer has what is needed for it, and not itself; add its wheel in a requirements file, or its code to the function`,
  ];
}

interface Project {
  readonly folder: string;
  /** Undefined for a project that is no workspace. */
  readonly members: readonly string[] | undefined;
  readonly excluded: readonly string[];
}

/** The nearest first. */
function projectsAbove(start: string): Project[] {
  const projects: Project[] = [];
  for (let folder = start; ; folder = dirname(folder)) {
    const path = join(folder, 'pyproject.toml');
    if (existsSync(path)) projects.push(projectOf(folder, readTomlLock(path, 'pyproject.toml')));
    if (dirname(folder) === folder) return projects;
  }
}

function projectOf(folder: string, file: Untyped): Project {
  const workspace = asRecord(asRecord(file['tool'])['uv'])['workspace'];
  const { members, exclude } = asRecord(workspace);
  return { folder, members: workspace === undefined ? undefined : textsOf(members), excluded: textsOf(exclude) };
}

function isMember(place: string, { folder, members = [], excluded }: Project): boolean {
  const path = relative(folder, place).replaceAll(sep, '/');
  const matches = (pattern: string) => globOf(pattern).test(path);
  return members.some(matches) && !excluded.some(matches);
}

/** `*` and `?` stay within a part of the path, `**` stands for any parts. */
function globOf(pattern: string): RegExp {
  const source = pattern
    .replace(/^\.\//, '')
    .replace(/\/$/, '')
    .replaceAll(/\*\*\/?|[*?]|[^*?]+/g, (part) => {
      if (part.startsWith('**')) return '(?:.*/)?';
      if (part === '*') return '[^/]*';
      return part === '?' ? '[^/]' : part.replaceAll(/[\\^$.|+()[\]{}]/g, '\\$&');
    });
  return new RegExp(`^${source}$`);
}
