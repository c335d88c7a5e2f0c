import type { ImageEntry } from '../image/entry.ts';
import { type PythonCall, scanCalls } from '../python/imports/scan-calls.ts';
import { type PythonImport, scanPython } from '../python/imports/scan-python.ts';

/** What rules need to know of a Python source. */
export interface SourceFacts {
  readonly imports: readonly PythonImport[];
  /** True when it may make modules while it is imported (`six.moves`), or look for them in places of its own. */
  readonly makesModules: boolean;
  /** Names that it sets at its outermost level, by `def`, `class` or an assignment. */
  readonly defines: readonly string[];
  /** Calls at its outermost level that ask for the metadata of a package, or for a system library. */
  readonly calls: readonly PythonCall[];
}

const MAKES_MODULES = /sys\.modules|__path__|meta_path|importlib|__getattr__|lazy/;
const DEFINITION = /^(?:(?:def|class)[ \t]+(\w+)|(\w+)[ \t]*[:=])/gm;

/** Functions of importlib.metadata, pkg_resources and ctypes.util. */
const ASKING: ReadonlySet<string> = new Set([
  'version',
  'distribution',
  'metadata',
  'requires',
  'files',
  'get_distribution',
  'require',
  'find_library',
]);
const MAY_ASK = /\b(?:importlib|importlib_metadata|pkg_resources|find_library)\b/;

/**
 * Reads the source. Takes any text; of one that is no Python, what makes sense. Each fact is found when it is first asked for: of most
 * sources nobody asks more than whether they call something.
 */
export function readSource(entry: ImageEntry): SourceFacts {
  return sourceFactsOf(new TextDecoder().decode(entry.read()));
}

/** The same of a text that is at hand; its imports too, where somebody has found them. */
export function sourceFactsOf(text: string, imports?: readonly PythonImport[]): SourceFacts {
  const known: { -readonly [fact in keyof SourceFacts]?: SourceFacts[fact] } = imports === undefined ? {} : { imports };
  return {
    get imports() {
      return (known.imports ??= scanPython(text).imports);
    },
    get makesModules() {
      return (known.makesModules ??= MAKES_MODULES.test(text));
    },
    get defines() {
      return (known.defines ??= definedIn(text));
    },
    get calls() {
      return (known.calls ??= MAY_ASK.test(text) ? scanCalls(text, ASKING) : []);
    },
  };
}

function definedIn(text: string): string[] {
  const names = Array.from(text.matchAll(DEFINITION), ([, named, assigned]) => named ?? assigned ?? '');
  return [...new Set(names)];
}
