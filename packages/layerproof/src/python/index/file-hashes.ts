import type { Digest } from '../../artifact/store.ts';
import { type Untyped, textOf } from '../untyped.ts';

/** What is taken in the place of a sha256 that is not stated, best first, with the hex digits that each has. */
const OTHERS = { sha512: 128, sha384: 96, sha3_512: 128, sha3_256: 64, sha224: 56, sha1: 40, md5: 32 } as const;

export interface FileHashes {
  readonly sha256: string | undefined;
  /** The strongest other one, when there is no sha256. A weak one still tells a file that was damaged on its way. */
  readonly digest?: Digest;
}

/** Hashes by algorithm, as the JSON form has them (PEP 691). */
export function hashesOf(hashes: Untyped): FileHashes {
  const sha256 = hexOf(hashes['sha256'], 64);
  if (sha256 !== undefined) return { sha256 };
  for (const [algorithm, digits] of Object.entries(OTHERS)) {
    const hex = hexOf(hashes[algorithm], digits);
    if (hex !== undefined) return { sha256, digest: { algorithm: algorithm.replace('sha3_', 'sha3-'), hex } };
  }
  return { sha256 };
}

/** Hashes of a fragment such as `#sha256=0a…` (PEP 503), of which there may be several, apart by `&`. */
export function hashesOfFragment(fragment: string): FileHashes {
  return hashesOf(Object.fromEntries(new URLSearchParams(fragment.replace(/^#/, ''))));
}

/** The text in small letters when it is of so many hex digits. */
function hexOf(value: unknown, digits: number): string | undefined {
  const text = textOf(value);
  return text?.length === digits && /^[0-9a-f]+$/i.test(text) ? text.toLowerCase() : undefined;
}
