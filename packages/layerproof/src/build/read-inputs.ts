import type { LockContent, Selection } from '../python/locks/locked-package.ts';
import { readLockContent } from '../python/locks/read-lock.ts';
import { configuredConstraints } from '../python/requirements/configured-constraints.ts';
import { readProject } from '../python/requirements/project-file.ts';
import { mergeRequirements, type Requirements } from '../python/requirements/requirements.ts';
import { readRequirements } from '../python/requirements/requirements-file.ts';
import type { Target } from '../target/target.ts';
import { unknownExtra, unknownGroup } from './faults.ts';
import type { Input } from './inputs.ts';

/** A lock among the inputs, as far as it is for the target. */
export interface InputLock {
  readonly label: string;
  readonly path: string;
  readonly content: LockContent;
}

/** Everything that the inputs say; nobody was asked yet. */
export interface ReadInputs {
  readonly requirements: Requirements;
  readonly locks: readonly InputLock[];
  readonly folders: readonly Input[];
  /** What was read and is left out or has no effect, a sentence each. */
  readonly notes: readonly string[];
}

export interface ReadOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The working folder. */
  readonly folder: string;
  /** Reads a file from the web; undefined when the server has none. */
  readonly fetchFile: (address: string) => Promise<Uint8Array | undefined>;
  readonly target: Target;
  readonly selection: Selection;
  /** In place of what projects say of it. */
  readonly excludeNewer?: Date | undefined;
}

/**
 * Reads the inputs.
 *
 * @throws Fault for a file that cannot be read or is for another target, `unknown-extra` or `unknown-group` for a name that none
 * of them knows.
 */
export async function readInputs(inputs: readonly Input[], options: ReadOptions): Promise<ReadInputs> {
  const { target, selection } = options;
  const files = await Promise.all(
    inputs.map(async ({ kind, path, label }) => {
      if (kind === 'requirements') return [await readRequirements(path, { ...options, label })];
      return kind === 'project' ? [readProject(path, label, { target, selection })] : [];
    }),
  );
  const isResolved = files.flat().some(({ requirements: asked }) => asked.length > 0);
  // A lock is an answer already: what the machine would narrow was narrowed when it was made, or by nobody.
  const configured = isResolved ? [await configuredConstraints(options)] : [];
  const merged = mergeRequirements([...files.flat(), ...configured]);
  const requirements = { ...merged, excludeNewer: options.excludeNewer ?? merged.excludeNewer };
  const locks = inputs.flatMap((input) => {
    if (input.kind !== 'lock') return [];
    const { path, label, format } = input;
    return [{ label, path, content: readLockContent(format, path, label, target, selection) }];
  });
  checkSelection(selection, [requirements, ...locks.map(({ content }) => content)]);
  return {
    requirements,
    locks,
    folders: inputs.filter(({ kind }) => kind === 'folder'),
    notes: [...requirements.notes, ...locks.flatMap(({ content }) => content.notes)],
  };
}

function checkSelection(
  selection: Selection,
  known: readonly { extras: ReadonlySet<string>; groups: ReadonlySet<string> }[],
) {
  const extras = new Set(known.flatMap((one) => [...one.extras]));
  const groups = new Set(known.flatMap((one) => [...one.groups]));
  for (const extra of selection.extras) if (!extras.has(extra)) throw unknownExtra(extra, [...extras].toSorted());
  for (const group of selection.groups) if (!groups.has(group)) throw unknownGroup(group, [...groups].toSorted());
}
