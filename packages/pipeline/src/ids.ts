import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import type { Clock } from './ports.ts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const ID_LENGTH = 26;
const ID = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** A ULID in lower case: 48 bits of milliseconds, then 80 random bits. Fit for a key and for a path without escaping. */
export function newId(clock: Clock): string {
  return ulid(clock.now().getTime()).toLowerCase();
}

/** The id that a client's idempotency key always leads to: 130 bits of its SHA-256, in the alphabet of a ULID. */
export function idOfIdempotencyKey(key: string): string {
  const digest = createHash('sha256').update(`idempotency-key:${key}`).digest();
  return [...digest.subarray(0, ID_LENGTH)].map((byte) => CROCKFORD.charAt(byte % CROCKFORD.length)).join('');
}

export function isId(text: string): boolean {
  return ID.test(text);
}
