import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SigningKey } from './request-signature.ts';

const ACCESS_KEY_ID = 'local';
/** As many random bytes as HMAC-SHA256 can use without hashing them down to fewer. */
const SECRET_BYTES = 32;

/** The key of a data folder, made on first use, so that a presigned request outlives a restart of the server. */
export function openSigningKey(dataFolder: string): SigningKey {
  const path = join(dataFolder, 'signing-key');
  return { accessKeyId: ACCESS_KEY_ID, secretAccessKey: readKey(path) ?? makeKey(path) };
}

function readKey(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function makeKey(path: string): string {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  writeFileSync(`${path}.new`, secret, { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
  return secret;
}
