import type { SymbolFamily } from '../target/target.ts';

const OF_FAMILY = /^(GLIBC|GLIBCXX|CXXABI|GCC)_(.+)$/;

/** The family and number of a version name such as `GLIBCXX_3.4.24`; undefined for those of other libraries. */
export function parseSymbolVersion(
  version: string,
): { readonly family: SymbolFamily; readonly number: string } | undefined {
  const [, family, number] = OF_FAMILY.exec(version) ?? [];
  return family === undefined || number === undefined ? undefined : { family: family as SymbolFamily, number };
}

/** True for a name that ends in a number; others (GLIBC_PRIVATE, CXXABI_TM_1) have no order. */
export function isNumbered(number: string): boolean {
  return /^\d+(?:\.\d+)*$/.test(number);
}

/** Compares numbers part by part; a missing part is 0. What is no number sorts above every number. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split('.').map(partOf), b.split('.').map(partOf)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function partOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
}
