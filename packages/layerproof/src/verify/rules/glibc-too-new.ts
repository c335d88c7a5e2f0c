import type { VersionNeed } from '../../formats/elf.ts';
import type { SymbolFamily, Target } from '../../target/target.ts';
import type { Layer } from '../layer.ts';
import { isForTarget, type Native } from '../native.ts';
import { defineRule, type Place } from '../rule.ts';

export default defineRule({
  id: 'glibc-too-new',
  severity: 'error',
  summary: 'A native file needs a newer C or C++ library than the runtime has',
  why: "A library built on a newer Linux asks for versions of the C library (GLIBC), the C++ library (GLIBCXX, CXXABI) or the compiler's own (GCC) that the runtime does not define. It fails at import with a message such as ``version `GLIBC_2.28' not found``. Amazon Linux 2 (up to python3.11 and nodejs18.x) has glibc 2.26, Amazon Linux 2023 has 2.34.",
  fix: '{rebuild}: for Python it takes only wheels that the C library of the runtime can load. Where the package has no such build, pin an older version of it, or move the function from Amazon Linux 2 to a runtime on Amazon Linux 2023.',
  *check(layer) {
    for (const native of layer.natives) {
      if (isForTarget(native, layer.target)) yield* unmet(layer, native);
    }
  },
});

const FAMILY_VERSION = /^(GLIBC|GLIBCXX|CXXABI|GCC)_(.+)$/;

/** The highest unmet version of each family is named; those below it follow from it. */
function* unmet(layer: Layer, { path, elf }: Native): Generator<Place, void, undefined> {
  if (elf === undefined) return;
  const highest = new Map<string, VersionNeed>();
  for (const need of elf.versionNeeds) {
    const [, family, version] = FAMILY_VERSION.exec(need.version) ?? [];
    if (need.weak || family === undefined || version === undefined) continue;
    if (isMet(layer, path, need)) continue;
    const other = highest.get(family);
    if (other === undefined || compareVersions(need.version, other.version) > 0) highest.set(family, need);
  }
  for (const [family, { library, version }] of highest) {
    const has = providerText(layer, path, library, family);
    yield { path, message: `needs ${version} of ${library}, but ${has}` };
  }
}

function isMet(layer: Layer, path: string, { library, version }: VersionNeed): boolean {
  const provider = bundled(layer, path, library);
  if (provider !== undefined) return provider.versionDefinitions.includes(version);
  return runtimeDefines(layer.target, version);
}

function runtimeDefines({ facts }: Target, version: string): boolean {
  const [, family = '', number = ''] = FAMILY_VERSION.exec(version) ?? [];
  if (facts.unnumberedSymbols.has(version)) return true;
  const ceiling = facts.symbolCeilings[family as SymbolFamily];
  // Names without a number (GLIBC_PRIVATE, GLIBC_ABI_DT_RELR) are either listed as defined, or not to be relied on.
  return /^\d+(\.\d+)*$/.test(number) && compareVersions(number, ceiling) <= 0;
}

function providerText(layer: Layer, path: string, library: string, family: string): string {
  const { facts, runtime } = layer.target;
  const location = locationOf(layer, path, library);
  if (location?.where === 'layer') return `${location.path}, which is loaded for it, does not define that`;
  return `${runtime} has ${family}_${facts.symbolCeilings[family as SymbolFamily]} at most`;
}

/** The facts of the library when the layer itself brings it, and the loader takes that one. */
function bundled(layer: Layer, path: string, library: string) {
  const location = locationOf(layer, path, library);
  return location?.where === 'layer' ? layer.nativeAt(location.path)?.elf : undefined;
}

function locationOf(layer: Layer, path: string, library: string) {
  const elf = layer.nativeAt(path)?.elf;
  return elf === undefined ? undefined : layer.loader.locate(path, elf, library);
}

/** Compares by numbers, part by part; a missing part is 0. What is no number sorts above every number. */
function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) =>
    version
      .replace(/^[A-Z]+_/, '')
      .split('.')
      .map(partOf),
  );
  for (let index = 0; index < Math.max(left?.length ?? 0, right?.length ?? 0); index++) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function partOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : Number.MAX_SAFE_INTEGER;
}
