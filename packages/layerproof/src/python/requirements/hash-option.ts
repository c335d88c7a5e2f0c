// https://pip.pypa.io/en/stable/topics/secure-installs/#hash-checking-mode
import { badRequirementLine } from './faults.ts';

/** The algorithms that pip takes for strong (`STRONG_HASHES` in pip/_internal/utils/hashes.py), with their hex digits. */
const DIGITS = { sha256: 64, sha384: 96, sha512: 128 } as const;

export interface OtherHash {
  /** As `node:crypto` calls it. */
  readonly algorithm: 'sha384' | 'sha512';
  /** Lower case. */
  readonly hex: string;
}

/** What follows `--hash`: `sha256:` and its digits. @throws Fault `bad-requirement-line`. */
export function hashOf(
  text: string,
  origin: string,
): OtherHash | { readonly algorithm: 'sha256'; readonly hex: string } {
  const [, algorithm = '', hex = ''] = /^([a-z0-9]+):([0-9a-fA-F]+)$/.exec(text) ?? [];
  if (algorithm === 'sha256' || algorithm === 'sha384' || algorithm === 'sha512') {
    if (hex.length === DIGITS[algorithm]) return { algorithm, hex: hex.toLowerCase() };
    throw badRequirementLine(
      origin,
      `\`--hash=${text}\` has ${hex.length} hex digits, and ${algorithm} has ${DIGITS[algorithm]}`,
    );
  }
  throw badRequirementLine(origin, `\`--hash=${text}\` is not sha256, sha384 or sha512 and its hex digits`);
}
