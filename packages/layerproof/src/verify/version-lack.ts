import type { VersionNeed } from '../formats/elf.ts';
import { libraryVersions } from '../target/library-versions.ts';
import type { Severity } from './finding.ts';
import type { Layer } from './layer.ts';
import { isForTarget, type Native } from './native.ts';
import { optionalReason } from './optional-native.ts';
import { compareNumbers, isNumbered, parseSymbolVersion } from './symbol-version.ts';

/** A version that a file wants of a library, and that the copy it gets does not define. */
export interface VersionLack {
  readonly native: Native;
  readonly library: string;
  readonly version: string;
  /** The copy and what it has, as the end of a sentence. */
  readonly has: string;
  /** The copy of the layer that would be found if the runtime had none. */
  readonly hides: string | undefined;
  /** Where it is less grave than a file that cannot be loaded. */
  readonly severity: Severity | undefined;
}

/** Those of all native files for the target, without the versions of glibc and GCC, which are a rule of their own. */
export function* versionLacks(layer: Layer): Generator<VersionLack, void, undefined> {
  for (const native of layer.natives) {
    if (!isForTarget(native, layer.target)) continue;
    for (const need of native.elf?.versionNeeds ?? []) {
      if (need.weak || parseSymbolVersion(need.version) !== undefined) continue;
      const lack = lackOf(layer, native, need);
      if (lack !== undefined) yield lack;
    }
  }
}

function lackOf(layer: Layer, native: Native, { library, version }: VersionNeed): VersionLack | undefined {
  const location = native.elf === undefined ? undefined : layer.loader.locate(native.path, native.elf, library);
  const reason = () => optionalReason(layer, native);
  const lack = { native, library, version };
  if (location?.where === 'layer') {
    const definitions = layer.nativeAt(location.path)?.elf?.versionDefinitions ?? [];
    // A library without any version names is taken as it is: the loader only says `no version information available`.
    if (definitions.length === 0 || definitions.includes(version)) return undefined;
    const has = `${location.path}, which is loaded for it, does not define that`;
    return { ...lack, has, hides: undefined, severity: reason() === undefined ? undefined : 'warning' };
  }
  if (location?.where !== 'runtime') return undefined;
  const known = libraryVersions(layer.target, library);
  const number = known !== undefined && version.startsWith(known.prefix) ? version.slice(known.prefix.length) : '';
  if (known === undefined || !isNumbered(number) || compareNumbers(number, known.everywhere) <= 0) return undefined;
  const isNowhere = compareNumbers(number, known.newest) > 0;
  return {
    ...lack,
    has: `${layer.target.runtime} has ${known.prefix}${isNowhere ? known.newest : known.everywhere} at most${isNowhere ? '' : ' in its older images'}`,
    hides: location.hides,
    severity: isNowhere && reason() === undefined ? undefined : 'warning',
  };
}
