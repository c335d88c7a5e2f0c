import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { missingInput, unknownInput } from './faults.ts';

/** An input of a layer, told by its file name. */
export interface Input {
  readonly kind: 'requirements' | 'lock' | 'folder';
  /** Absolute. */
  readonly path: string;
  /** As it was given, for messages. */
  readonly label: string;
}

/** @throws Fault `missing-input` or `unknown-input`. */
export function classifyInput(given: string, folder: string): Input {
  const path = resolve(folder, given);
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) throw missingInput(given);
  if (facts.isDirectory()) return { kind: 'folder', path, label: given };
  const name = basename(path);
  // PEP 751: the file is named pylock.toml or pylock.<name>.toml.
  if (/^pylock(?:\.[^.]+)?\.toml$/.test(name)) return { kind: 'lock', path, label: given };
  if (/\.(?:txt|in)$/.test(name)) return { kind: 'requirements', path, label: given };
  throw unknownInput(given);
}
