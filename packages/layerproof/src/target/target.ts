import type { Architecture, Family, NodeFacts, PythonFacts, SymbolFamily } from './facts.ts';
import { BASES, RUNTIMES } from './facts/index.generated.ts';
import { unknownArchitecture, unknownRuntime } from './faults.ts';

export type { Architecture, Family, SymbolFamily } from './facts.ts';

/** One Lambda runtime on one architecture, with what is known of it. */
export interface Target {
  /** The id that AWS uses, e.g. `python3.9`. */
  readonly runtime: string;
  readonly architecture: Architecture;
  /** `python3.9/x86_64`. */
  readonly label: string;
  readonly facts: TargetFacts;
}

/** The facts of a runtime that hold on one architecture; their sources are in `facts/*.generated.ts`. */
export interface TargetFacts {
  readonly family: Family;
  /** Major and minor of the C library, e.g. `2.26`. */
  readonly glibc: string;
  /** The newest symbol version of each family that every current image of the runtime defines. */
  readonly symbolCeilings: Readonly<Record<SymbolFamily, string>>;
  readonly unnumberedSymbols: ReadonlySet<string>;
  /** Names of the shared libraries that the loader finds in the runtime itself. */
  readonly libraries: ReadonlySet<string>;
  /** File name endings of extension modules that `import` tries, in its order; empty for Node. */
  readonly extensionSuffixes: readonly string[];
  /** Folders of a layer that the language searches, first one first, relative to `/opt`. */
  readonly layerFolders: readonly string[];
  /** Python distributions that come with the runtime: normalized name to version; empty for Node. */
  readonly preinstalled: ReadonlyMap<string, string>;
  readonly python: PythonFacts | undefined;
  readonly node: NodeFacts | undefined;
}

/** Runtime ids in the order of the families and their versions. */
export const KNOWN_RUNTIMES: readonly string[] = RUNTIMES.map(({ runtime }) => runtime);

/**
 * The target that `--runtime` and `--arch` name.
 *
 * @throws Fault `unknown-runtime` or `unknown-architecture`; the hint lists what is known.
 */
export function parseTarget(runtime: string, architecture: string): Target {
  const found = RUNTIMES.find((candidate) => candidate.runtime === runtime);
  if (found === undefined) throw unknownRuntime(runtime, KNOWN_RUNTIMES);
  const { architectures, family, base, glibc, layerFolders, python, node, preinstalled } = found;
  const known = Object.keys(architectures);
  const ofArchitecture = isArchitecture(architecture) ? architectures[architecture] : undefined;
  if (!isArchitecture(architecture) || ofArchitecture === undefined) {
    throw unknownArchitecture(architecture, runtime, known);
  }
  return {
    runtime,
    architecture,
    label: `${runtime}/${architecture}`,
    facts: {
      family,
      glibc,
      symbolCeilings: ofArchitecture.symbolCeilings,
      unnumberedSymbols: new Set(ofArchitecture.unnumberedSymbols),
      libraries: new Set([...ofArchitecture.languageLibraries, ...(BASES[base].libraries[architecture] ?? [])]),
      extensionSuffixes: ofArchitecture.extensionSuffixes,
      layerFolders,
      preinstalled: new Map(Object.entries(preinstalled)),
      python,
      node,
    },
  };
}

function isArchitecture(text: string): text is Architecture {
  return text === 'x86_64' || text === 'arm64';
}
