import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { LockKind } from '../python/locks/read-lock.ts';
import { missingInput, unknownInput } from './faults.ts';

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

/** @throws Fault `missing-input` or `unknown-input`. */
export function classifyInput(given: string, folder: string): Input {
  const path = resolve(folder, given);
  const facts = statSync(path, { throwIfNoEntry: false });
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
  throw unknownInput(given);
}
