import type { ElfFacts, VersionNeed } from '../../formats/elf.ts';
import type { SymbolFamily, Target } from '../../target/target.ts';
import type { Layer } from '../layer.ts';
import { isForTarget, type Native } from '../native.ts';
import { defineRule, type Place } from '../rule.ts';
import { compareNumbers, isNumbered, parseSymbolVersion } from '../symbol-version.ts';

export default defineRule({
  id: 'glibc-too-new',
  severity: 'error',
  isOfFile: true,
  modes: ['R07', 'R08'],
  summary: 'A native file needs a newer C or C++ library than the runtime has',
  why: "A library built on a newer Linux asks for versions of the C library (GLIBC), the C++ library (GLIBCXX, CXXABI) or the compiler's own (GCC) that the runtime does not define. It fails at import with a message such as ``version `GLIBC_2.28' not found``. Amazon Linux 2 (up to python3.11 and nodejs18.x) has glibc 2.26, Amazon Linux 2023 has 2.34.",
  messages: [
    "/lib64/libc.so.6: version `GLIBC_…' not found (required by …)",
    "version `GLIBCXX_…' not found",
    "version `CXXABI_…' not found",
    "version `GCC_…' not found",
  ],
  fix: '{rebuild}: for Python it takes only wheels that the C library of the runtime can load. Where the package has no such build, pin an older version of it, or move the function from Amazon Linux 2 to a runtime on Amazon Linux 2023.',
  *check(layer) {
    for (const native of layer.natives) {
      if (isForTarget(native, layer.target)) yield* unmet(layer, native);
    }
  },
});

/** Every glibc defines this version, so that the file is loaded; whether the symbols are the same is another matter. */
const PRIVATE = 'GLIBC_PRIVATE';

/** The highest unmet version of each family is named; those below it follow from it. */
function* unmet(layer: Layer, { path, elf }: Native): Generator<Place, void, undefined> {
  if (elf === undefined) return;
  const isPrivate = ({ version }: VersionNeed) => version === PRIVATE;
  const inner = elf.versionNeeds.find(
    (need) => isPrivate(need) && layer.loader.locate(path, elf, need.library).where === 'runtime',
  );
  if (inner !== undefined) {
    const message = `uses private symbols (${PRIVATE}) of ${inner.library}, but those of ${layer.target.runtime} may differ, as glibc changes them from release to release`;
    yield { path, message, severity: 'warning' };
  }
  const highest = new Map<SymbolFamily, VersionNeed & { readonly number: string }>();
  for (const need of elf.versionNeeds) {
    const parsed = parseSymbolVersion(need.version);
    if (parsed === undefined || need.weak || isPrivate(need) || isMet(layer, path, elf, need)) continue;
    const other = highest.get(parsed.family);
    if (other === undefined || compareNumbers(parsed.number, other.number) > 0) {
      highest.set(parsed.family, { ...need, number: parsed.number });
    }
  }
  for (const [family, { library, version }] of highest) {
    const location = layer.loader.locate(path, elf, library);
    const has =
      location.where === 'layer'
        ? `${location.path}, which is loaded for it, does not define that`
        : `${layer.target.runtime} has ${family}_${layer.target.facts.symbolCeilings[family]} at most`;
    yield { path, message: `needs ${version} of ${library}, but ${has}` };
  }
}

function isMet(layer: Layer, path: string, elf: ElfFacts, { library, version }: VersionNeed): boolean {
  const location = layer.loader.locate(path, elf, library);
  if (location.where !== 'layer') return runtimeDefines(layer.target, version);
  const definitions = layer.nativeAt(location.path)?.elf?.versionDefinitions ?? [];
  // A library without any version names is taken as it is: the loader only says `no version information available`.
  return definitions.length === 0 || definitions.includes(version);
}

function runtimeDefines({ facts }: Target, version: string): boolean {
  const parsed = parseSymbolVersion(version);
  if (parsed === undefined || facts.unnumberedSymbols.has(version)) return true;
  // Names without a number (CXXABI_TM_1, GLIBC_ABI_DT_RELR) are either listed as defined, or not to be relied on.
  return isNumbered(parsed.number) && compareNumbers(parsed.number, facts.symbolCeilings[parsed.family]) <= 0;
}
