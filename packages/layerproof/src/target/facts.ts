/**
 * What is known of a Lambda runtime, as plain data. The values are in `facts/*.generated.ts`, which `scripts/target-facts.ts`
 * writes; each block carries its confidence and its sources.
 */
export type Architecture = 'x86_64' | 'arm64';

export type Family = 'python' | 'nodejs';

/** The operating system under a runtime: Amazon Linux 1, Amazon Linux 2, Amazon Linux 2023. */
export type BaseName = 'al1' | 'al2' | 'al2023';

/** The four families of version names whose ceiling is known: glibc, libstdc++, its ABI, libgcc. */
export type SymbolFamily = 'GLIBC' | 'GLIBCXX' | 'CXXABI' | 'GCC';

export interface Evidence {
  /**
   * documented: AWS or the upstream project says it. observed: read from a real runtime or printed by a real binary.
   * inferred: follows by a rule that the note gives. uncertain: sources disagree or are silent.
   */
  readonly confidence: 'documented' | 'observed' | 'inferred' | 'uncertain';
  /** Addresses, or titles where there is no address. */
  readonly sources: readonly string[];
  readonly note: string | undefined;
}

export interface BaseFacts {
  readonly name: BaseName;
  /** Name of the system's C library package, e.g. `glibc-2.26-64.amzn2.0.5`. */
  readonly glibcPackage: string;
  /** Library file names in `/lib64` and `/usr/lib64` that were there in every snapshot, and the loader itself. */
  readonly libraries: Readonly<Partial<Record<Architecture, readonly string[]>>>;
  readonly evidence: Evidence;
}

export interface ArchitectureFacts {
  /** The newest version of each family that every current image of the runtime defines. */
  readonly symbolCeilings: Readonly<Record<SymbolFamily, string>>;
  /** Version names without a number that the libraries define as well, e.g. `CXXABI_TM_1`. */
  readonly unnumberedSymbols: readonly string[];
  /** Library file names in `/var/lang/lib`, which comes first on LD_LIBRARY_PATH. */
  readonly languageLibraries: readonly string[];
  /** File name endings that `import` tries, in its order (importlib.machinery.EXTENSION_SUFFIXES); empty for Node. */
  readonly extensionSuffixes: readonly string[];
}

export interface PythonFacts {
  /** Major and minor, e.g. `3.9`. */
  readonly version: string;
  /** Interpreter and ABI tag of PEP 425, e.g. `cp39`, `cp37m`. */
  readonly abi: string;
}

export interface NodeFacts {
  readonly major: number;
  /** NODE_MODULE_VERSION: what a native addon that is not Node-API must be built for. */
  readonly moduleVersion: number;
  /** Node-API level, a lower bound for the runtime's patch release. */
  readonly nodeApi: number;
}

export interface RuntimeFacts {
  readonly runtime: string;
  readonly family: Family;
  readonly base: BaseName;
  /** Major and minor, e.g. `2.26`. */
  readonly glibc: string;
  readonly architectures: Readonly<Partial<Record<Architecture, ArchitectureFacts>>>;
  /** Folders of a layer that the language searches, first one first, relative to `/opt`. */
  readonly layerFolders: readonly string[];
  /** Python distributions that come with the runtime: normalized name to version. Empty for Node. */
  readonly preinstalled: Readonly<Record<string, string>>;
  readonly python: PythonFacts | undefined;
  readonly node: NodeFacts | undefined;
  readonly evidence: Readonly<Record<string, Evidence>>;
}

/** Sizes and counts that AWS enforces. */
export interface Limits {
  /** Bytes of a function, all its layers and its runtime, unzipped. */
  readonly unzippedBytes: number;
  /** Bytes of a zip that is uploaded in the request; a larger one goes through S3. */
  readonly zippedDirectUploadBytes: number;
  /** Bytes of the body of PublishLayerVersion, in which the zip is base64. */
  readonly requestBodyBytes: number;
  readonly layersPerFunction: number;
  readonly evidence: Readonly<Record<string, Evidence>>;
}

/** LD_LIBRARY_PATH of every Lambda runtime, first folder first. Only `/opt/lib` of it lies in a layer. */
export interface LoaderFacts {
  readonly libraryPath: readonly string[];
  readonly evidence: Evidence;
}
