// Versions: https://packaging.python.org/en/latest/specifications/version-specifiers/ (PEP 440)
import { clean, explain } from '@renovatebot/pep440';

/** A version taken apart. */
export interface Version {
  /** The normal form. */
  readonly text: string;
  readonly epoch: number;
  readonly release: readonly number[];
  /** `a`, `b` or `rc`, and its number. */
  readonly pre: readonly [string, number] | undefined;
  readonly post: number | undefined;
  readonly dev: number | undefined;
  /** What follows `+`, at its separators. */
  readonly local: readonly string[];
}

/** A search asks for the same few thousand versions again and again, and reading one takes a long expression. */
const known = new Map<string, Version | undefined>();
const MOST_KNOWN = 100_000;

/** Reads a version in any spelling that PEP 440 takes. Undefined when it is no version. */
export function readVersion(text: string): Version | undefined {
  const before = known.get(text);
  if (before !== undefined || known.has(text)) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const version = takeApart(text);
  known.set(text, version);
  return version;
}

function takeApart(text: string): Version | undefined {
  const normal = clean(text)?.replace(/\+.*$/, (local) => local.replaceAll(/[,_-]/g, '.'));
  const parts = normal === undefined ? null : explain(normal);
  if (normal === undefined || parts === null) return undefined;
  const { epoch, release, pre, post, dev, local } = parts;
  return {
    text: normal,
    epoch,
    release,
    pre: pre === null ? undefined : [String(pre[0]), Number(pre[1])],
    post: post === null ? undefined : Number(post),
    dev: dev === null ? undefined : Number(dev),
    local: local === null ? [] : String(local).split('.'),
  };
}

/** A version in its normal form (PEP 440, "Normalization"): `1.0RC1` becomes `1.0rc1`. Undefined when it is no version. */
export function normalizeVersion(text: string): string | undefined {
  return readVersion(text)?.text;
}

/** Orders versions by PEP 440, oldest first; for `toSorted`. What is no version comes before all that are. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [readVersion(a), readVersion(b)];
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined);
  return compareRead(left, right);
}

/** True for alphas, betas, release candidates and development releases, which nobody gets who did not ask (PEP 440). */
export function isPrerelease(version: string): boolean {
  return hasPrereleasePart(readVersion(version));
}

/** The same for a version that was read. */
export function hasPrereleasePart(version: Version | undefined): boolean {
  return version?.pre !== undefined || version?.dev !== undefined;
}

/** Orders versions with their local part, oldest first (PEP 440, "Summary of permitted suffixes and relative ordering"). */
export function compareRead(a: Version, b: Version): number {
  return comparePublic(a, b) || compareLocal(a.local, b.local);
}

/** The same without the local part. */
export function comparePublic(a: Version, b: Version): number {
  return (
    a.epoch - b.epoch ||
    compareRelease(a.release, b.release) ||
    comparePre(a, b) ||
    (a.post ?? -1) - (b.post ?? -1) ||
    compareDev(a.dev, b.dev)
  );
}

/** True when both are the same up to the release segment: `1.0rc1` and `1.post2` are. */
export function hasSameBase(a: Version, b: Version): boolean {
  return a.epoch === b.epoch && compareRelease(a.release, b.release) === 0;
}

/** Missing numbers are zeros: `1` is `1.0`. */
function compareRelease(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length || at < b.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** A development release of the version itself comes first (0), then its pre-releases (1), then the version (2). */
function comparePre(a: Version, b: Version): number {
  const rank = ({ pre, post, dev }: Version) => {
    if (pre !== undefined) return 1;
    return post === undefined && dev !== undefined ? 0 : 2;
  };
  const [letterOfA, numberOfA] = a.pre ?? ['', 0];
  const [letterOfB, numberOfB] = b.pre ?? ['', 0];
  return rank(a) - rank(b) || compareTexts(letterOfA, letterOfB) || numberOfA - numberOfB;
}

/** A development release comes before what it leads to. */
function compareDev(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return a - b;
}

/** Part by part: none before any, words before numbers. */
function compareLocal(a: readonly string[], b: readonly string[]): number {
  for (let at = 0; at < a.length || at < b.length; at++) {
    const [left, right] = [a[at], b[at]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const [isLeftNumber, isRightNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isLeftNumber !== isRightNumber) return isLeftNumber ? 1 : -1;
    const difference = isLeftNumber ? Number(left) - Number(right) : compareTexts(left, right);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
