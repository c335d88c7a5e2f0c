import { type ElfSymbols, readElfSymbols } from '../formats/elf-symbols.ts';
import { nodeApiLevelOf } from '../target/interpreters.ts';

/** What a native file takes from an interpreter, or gives in its place. */
export interface InterpreterSymbols {
  /** Names of Python's C API (`Py…`, `_Py…`) that it wants and cannot do without. */
  readonly pythonWanted: readonly string[];
  /** Those that it defines itself, without the entry points of modules (`PyInit_…`). */
  readonly pythonDefined: readonly string[];
  /** Functions of Node-API that it wants and cannot do without. */
  readonly nodeApiWanted: readonly string[];
  /** It calls V8 or Node directly, whose ABI is another with every major version of Node. */
  readonly usesV8: boolean;
  /** NODE_MODULE_VERSION that its entry point is named for (`node_register_module_v115`). */
  readonly moduleVersion: number | undefined;
  /** The major version of NumPy whose C headers an extension module was compiled with; undefined for one that uses none. */
  readonly numpyHeaders?: 1 | 2 | undefined;
}

/** Reads them from the dynamic symbols of an ELF file. @throws Fault as `readElf` does. */
export function readInterpreterSymbols(name: string, bytes: Uint8Array): InterpreterSymbols {
  const symbols = readElfSymbols(name, bytes);
  const wanted = symbols.undefined.filter(({ weak }) => !weak).map((symbol) => symbol.name);
  const defined = symbols.defined.map((symbol) => symbol.name);
  return {
    pythonWanted: wanted.filter(isPython).toSorted(),
    pythonDefined: defined.filter((symbol) => isPython(symbol) && !symbol.startsWith('PyInit_')).toSorted(),
    nodeApiWanted: wanted.filter((symbol) => nodeApiLevelOf(symbol) !== undefined).toSorted(),
    usesV8: wanted.some((symbol) => V8.test(symbol)),
    moduleVersion: moduleVersionOf(symbols),
    numpyHeaders: wanted.some(isPython) ? numpyHeadersOf(bytes) : undefined,
  };
}

/**
 * What `import_array()` of the headers looks for (numpy/core/include/numpy/__multiarray_api.h): those of 2.0 and later try the new
 * name first, and fall back to the old one.
 */
function numpyHeadersOf(bytes: Uint8Array): 1 | 2 | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (text.includes('numpy._core._multiarray_umath')) return 2;
  return text.includes('numpy.core._multiarray_umath') ? 1 : undefined;
}

function isPython(symbol: string): boolean {
  return /^_?Py[A-Z_]/.test(symbol);
}

/** Mangled names (Itanium C++ ABI 5.1) of the namespaces v8 and node, and the old way to register an addon. */
const V8 = /^_ZNK?2v8|^_ZNK?4node|^node_module_register$/;

/** Entry point of addons since Node 10: https://nodejs.org/api/addons.html#context-aware-addons */
function moduleVersionOf({ defined }: ElfSymbols): number | undefined {
  for (const { name } of defined) {
    const version = /^node_register_module_v(\d+)$/.exec(name)?.[1];
    if (version !== undefined) return Number(version);
  }
  return undefined;
}
