import { availableParallelism } from 'node:os';
import type { Image } from '../image/entry.ts';
import { normalizeName } from '../python/standards/name.ts';
import type { Target } from '../target/target.ts';
import { nothingToImport } from './faults.ts';
import { findInterpreter, type Host, type Interpreter } from './interpreter.ts';
import { type ModuleLoader, moduleLoader } from './module-loader.ts';
import { optionalParts } from './optional-parts.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { runIsolated } from './run-isolated.ts';
import { type Isolation, openSandbox, type Sandbox } from './sandbox.ts';
import { unpack } from './unpack.ts';

export interface ImportOptions {
  /** Names of modules or npm packages; by default everything at the top of the layer. */
  readonly modules?: readonly string[];
  readonly host?: Host;
  /** Called before each import. */
  readonly progress?: (module: string) => void;
  /** The time that one import may take, in milliseconds. */
  readonly milliseconds?: number;
  /** The memory that one import may take for data, in MiB: by default the largest that a function can have. */
  readonly memoryMebibytes?: number;
}

/** What was shown by importing: level `import`, never more. */
export interface ImportProof {
  readonly level: 'import';
  readonly target: string;
  readonly interpreter: Pick<Interpreter, 'name' | 'path' | 'version'>;
  readonly isolation: Isolation;
  /** True when all modules at the top of the layer are among the modules. */
  readonly isWhole: boolean;
  readonly modules: readonly ImportedModule[];
}

export interface ImportedModule {
  readonly name: string;
  readonly imported: boolean;
  /** The interpreter's own words when it was not, e.g. `ModuleNotFoundError: No module named 'urllib3'`. */
  readonly message: string | undefined;
  /** The last line of the layer that took part, e.g. `python/requests/compat.py:11`. */
  readonly at?: string;
  /** It is imported only when the other modules of the layer were before it. */
  readonly afterOthers?: true;
  /** It needs what only an extra brings that nobody asked for, e.g. `the extra all of duckdb`: no failure of the layer. */
  readonly optional?: string;
}

/** Ten times the init phase of a function (10 s, AWS execution environment lifecycle): slow disks are not the layer's fault. */
const IMPORT_WITHIN_MILLISECONDS = 100_000;

/** More at once would take memory rather than save time. */
const MOST_AT_ONCE = 4;

/**
 * Imports the layer's modules in a real interpreter of the target's version, with the layer as the only addition to its path,
 * a read-only layer, an empty environment, bounded memory, and no network where this machine can take it away. Each module
 * gets a process of its own, so that a crash is its own.
 *
 * @throws Fault `cannot-import-here`, `nothing-to-import`, `path-leaves-layer`.
 */
export async function proveImport(image: Image, target: Target, options: ImportOptions = {}): Promise<ImportProof> {
  const host = options.host ?? { platform: process.platform, environment: process.env };
  const interpreter = await findInterpreter(target, host);
  const layer = unpack(image);
  try {
    const sandbox = await openSandbox(layer.folder, interpreter, host, options.memoryMebibytes);
    const loader = moduleLoader(image, target, interpreter, sandbox.root);
    const names = options.modules ?? loader.names;
    if (names.length === 0) throw nothingToImport(target.label, target.facts.layerFolders);
    const milliseconds = options.milliseconds ?? IMPORT_WITHIN_MILLISECONDS;
    const load = (wanted: readonly string[]) => loadLast(wanted, loader, sandbox, milliseconds);
    const alone = await inParallel(names, (name) => {
      options.progress?.(name);
      return load([name]);
    });
    const tried = target.facts.family === 'python' ? await afterOthers(alone, load) : alone;
    const parts = options.modules === undefined ? optionalParts(image, target) : new Map<string, string>();
    const modules = tried.map((module) => withoutOptional(module, parts));
    const { name, path, version } = interpreter;
    return {
      level: 'import',
      target: target.label,
      interpreter: { name, path, version },
      isolation: sandbox.isolation,
      isWhole: loader.names.every((top) => names.some((given) => given === top || given.startsWith(`${top}.`))),
      modules,
    };
  } finally {
    layer.remove();
  }
}

type Tried = Outcome & Pick<ImportedModule, 'name' | 'afterOthers'>;

function withoutOptional({ missing, ...module }: Tried, parts: ReadonlyMap<string, string>): ImportedModule {
  const optional = missing === undefined ? undefined : partNamed(normalizeName(missing.split('.')[0] ?? ''), parts);
  return optional === undefined ? module : { ...module, optional };
}

/** Packages have mostly the names of their modules, or nearly: `grpc` is of grpcio, `dateutil` of python-dateutil. */
function partNamed(module: string, parts: ReadonlyMap<string, string>): string | undefined {
  const near = [module, `${module}io`, `py${module}`, `python-${module}`].find((name) => parts.has(name));
  return near === undefined ? undefined : parts.get(near);
}

async function loadLast(
  names: readonly string[],
  loader: ModuleLoader,
  { root, isolation, wrap }: Sandbox,
  milliseconds: number,
): Promise<Tried> {
  const name = names.at(-1) ?? '';
  const program = loader.program(names);
  const folder = loader.folderOf(name);
  const { environment } = loader;
  const ended = await runIsolated({ program, folder, environment, milliseconds, root }, wrap);
  return { name, ...outcomeOf(ended, { root, milliseconds, isolation }) };
}

/**
 * Some modules refuse to be the first: `psycopg_binary` wants to be imported by `psycopg`. So what failed is tried again
 * behind all that did not.
 */
async function afterOthers(
  modules: readonly Tried[],
  load: (names: readonly string[]) => Promise<Tried>,
): Promise<Tried[]> {
  const good = modules.filter(({ imported }) => imported).map(({ name }) => name);
  if (good.length === 0) return [...modules];
  return inParallel(modules, async (alone) => {
    if (alone.imported) return alone;
    const again = await load([...good, alone.name]);
    return again.imported ? { ...again, afterOthers: true } : alone;
  });
}

/** In the order of what is given, whichever ends first. */
async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) results[index] = await work(item);
  };
  const workers = Math.min(items.length, availableParallelism(), MOST_AT_ONCE);
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}
