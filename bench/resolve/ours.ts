import { isFault } from '@ocr-pipeline/fault';
import { openSources, type Sources } from '../../packages/layerproof/src/build/sources.ts';
import { indexAsOf } from '../../packages/layerproof/src/python/index/index-as-of.ts';
import type { PackageIndex } from '../../packages/layerproof/src/python/index/package-index.ts';
import type { ResolvedPackage } from '../../packages/layerproof/src/python/resolver/resolution.ts';
import { resolve } from '../../packages/layerproof/src/python/resolver/resolver.ts';
import { parseRequirement } from '../../packages/layerproof/src/python/standards/requirement.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import type { Outcome } from './outcome.ts';

/** The index as it stood at the moment, with the sources it comes from. Wheels that this machine offers are not looked at. */
export function openIndex(moment: Date): Sources {
  const { PIP_FIND_LINKS: _, ...environment } = process.env;
  const sources = openSources({ environment, folder: process.cwd() });
  return { ...sources, index: indexAsOf(sources.index, moment) };
}

export type OurOutcome = Outcome & { readonly packages: readonly ResolvedPackage[] };

/** Resolves one distribution with layerproof's resolver. A Fault is an answer; anything else travels. */
export async function resolveOurs(name: string, target: Target, index: PackageIndex): Promise<OurOutcome> {
  const requirements = [{ requirement: parseRequirement(name), origin: 'the list', hashes: [] }];
  try {
    const packages = await resolve({ target, requirements }, index);
    return { kind: 'pins', pins: new Map(packages.map((found) => [found.name, found.version])), packages };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { kind: 'refused', reason: `${error.code}: ${error.message}`, packages: [] };
  }
}
