import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { keyringMissing } from './faults.ts';

const run = promisify(execFile);
/** It may ask somebody to unlock the keyring. */
const PATIENCE = 120_000;

/**
 * The password that the program `keyring` has for the user of an index: by its address, else by its host, as pip and uv ask it
 * with `--keyring-provider subprocess`. Undefined when it has none.
 *
 * @throws Fault `keyring-missing` when there is no such program.
 */
export async function keyringPassword(
  address: string,
  user: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  for (const service of [address, new URL(address).host]) {
    const password = await ask(service, user, environment);
    if (password !== undefined) return password;
  }
  return undefined;
}

async function ask(
  service: string,
  user: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  try {
    const env = { ...environment, PYTHONIOENCODING: 'utf-8' };
    const { stdout } = await run('keyring', ['get', service, user], { env, timeout: PATIENCE, windowsHide: true });
    const password = stdout.replace(/\r?\n$/, '');
    return password === '' ? undefined : password;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw keyringMissing(error);
    // It ends with 1 when it knows no password. What it says of that is its own affair.
    return undefined;
  }
}
