import { clean, compare, explain } from '@renovatebot/pep440';

/** A version in its normal form (PEP 440, "Normalization"): `1.0RC1` becomes `1.0rc1`. Undefined when it is no version. */
export function normalizeVersion(text: string): string | undefined {
  return clean(text) ?? undefined;
}

/** Orders versions by PEP 440, oldest first; for `toSorted`. Both must be versions. */
export function compareVersions(a: string, b: string): number {
  return compare(a, b);
}

/** True for alphas, betas, release candidates and development releases, which nobody gets who did not ask (PEP 440). */
export function isPrerelease(version: string): boolean {
  return explain(version)?.is_prerelease ?? false;
}
