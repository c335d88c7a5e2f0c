import { type Stats, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { LockKind } from '../python/locks/read-lock.ts';
import { readProblem } from '../image/read-problem.ts';
import { emptyInput, inputNotReadable, lockOfPdm, missingInput, unknownInput } from './faults.ts';

/** An input of a layer, told by its file name. */
export type Input = {
  /** Absolute. */
  readonly path: string;
  /** As it was given, for messages. */
  readonly label: string;
} & ({ readonly kind: 'requirements' | 'project' | 'folder' } | { readonly kind: 'lock'; readonly format: LockKind });

/** Names that a tool gives its file. */
const LOCKS: Readonly<Record<string, LockKind>> = {
  'uv.lock': 'uv-lock',
  'poetry.lock': 'poetry-lock',
  'Pipfile.lock': 'pipfile-lock',
};

/** @throws Fault `empty-input`, `missing-input`, `input-not-readable`, `lock-of-pdm` or `unknown-input`. */
export function classifyInput(given: string, folder: string): Input {
  // It would mean the working folder, with all that lies there: a variable of a script that is not set.
  if (given === '') throw emptyInput();
  const path = resolve(folder, given);
  const facts = factsOf(path, given);
  if (facts === undefined) throw missingInput(given);
  if (facts.isDirectory()) return { kind: 'folder', path, label: given };
  const name = basename(path);
  const at = { path, label: given };
  if (name === 'pyproject.toml') return { kind: 'project', ...at };
  // PEP 751: the file is named pylock.toml or pylock.<name>.toml.
  if (/^pylock(?:\.[^.]+)?\.toml$/.test(name)) return { kind: 'lock', format: 'pylock', ...at };
  const format = Object.hasOwn(LOCKS, name) ? LOCKS[name] : undefined;
  if (format !== undefined) return { kind: 'lock', format, ...at };
  if (/\.(?:txt|in)$/.test(name)) return { kind: 'requirements', ...at };
  if (name === 'pdm.lock') throw lockOfPdm(given);
  throw unknownInput(given);
}

function factsOf(path: string, given: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const reason = readProblem(error);
    throw reason === undefined ? error : inputNotReadable(given, reason);
  }
}
