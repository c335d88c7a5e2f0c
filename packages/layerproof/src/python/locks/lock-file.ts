import { readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { asRecord, type Untyped } from '../untyped.ts';
import { lockNotParsed, lockNotReadable } from './faults.ts';

/** The text of a lock. @throws Fault `bad-lock`. */
function readLockText(path: string, label: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    throw lockNotReadable(label, cause);
  }
}

/** A lock that is TOML. @throws Fault `bad-lock`. */
export function readTomlLock(path: string, label: string): Untyped {
  const text = readLockText(path, label);
  try {
    return asRecord(parse(text));
  } catch (cause) {
    throw lockNotParsed(label, 'TOML', cause);
  }
}

/** A lock that is JSON. @throws Fault `bad-lock`. */
export function readJsonLock(path: string, label: string): Untyped {
  const text = readLockText(path, label);
  try {
    return asRecord(JSON.parse(text));
  } catch (cause) {
    throw lockNotParsed(label, 'JSON', cause);
  }
}
