import { readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import type { Untyped } from '../untyped.ts';
import { badConfiguration } from './faults.ts';

const ABSENT = new Set(['ENOENT', 'ENOTDIR']);

/** The text of a configuration file; undefined when there is none. @throws Fault `bad-configuration` when it cannot be read. */
export function readConfigurationFile(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && ABSENT.has(String(cause.code))) return undefined;
    throw badConfiguration(path, 'it cannot be read', cause);
  }
}

/** A TOML file; undefined when there is none. @throws Fault `bad-configuration`. */
export function readTomlFile(path: string): Untyped | undefined {
  const text = readConfigurationFile(path);
  if (text === undefined) return undefined;
  try {
    return parseToml(text);
  } catch (cause) {
    throw badConfiguration(path, 'it is not TOML', cause);
  }
}
