import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Image } from '../image/entry.ts';
import type { Target } from '../target/target.ts';
import { nothingToImport } from './faults.ts';
import { findInterpreter, type Host, type Interpreter } from './interpreter.ts';
import { topLevelModules } from './top-level-modules.ts';
import { type UnpackedLayer, unpack } from './unpack.ts';

export interface ImportOptions {
  /** Dotted module names; by default every module at the top of the layer. */
  readonly modules?: readonly string[];
  readonly host?: Host;
  /** Called before each import. */
  readonly progress?: (module: string) => void;
}

/** What was shown by importing: level `import`, never more. */
export interface ImportProof {
  readonly level: 'import';
  readonly target: string;
  readonly interpreter: Interpreter;
  readonly modules: readonly ImportedModule[];
}

export interface ImportedModule {
  readonly name: string;
  readonly imported: boolean;
  /** The interpreter's own words when it was not, e.g. `ModuleNotFoundError: No module named 'urllib3'`. */
  readonly message: string | undefined;
}

/**
 * The program that imports one module. The layer's folders come before the standard library, as in Lambda, where a layer
 * shadows it; nothing else is on the path.
 */
const PROGRAM = `
import importlib, sys
name, folders = sys.argv[1], sys.argv[2:]
sys.path[:0] = folders
try:
    importlib.import_module(name)
except BaseException as error:
    sys.stderr.write("\\n" + type(error).__name__ + ": " + str(error))
    sys.exit(1)
`;

/** Ten times the init phase of a function (10 s, AWS execution environment lifecycle): slow disks are not the layer's fault. */
const IMPORT_WITHIN_MILLISECONDS = 100_000;

/**
 * Imports the layer's modules in a real interpreter of the target's version, with the layer as the only addition to its path
 * (`-I -S`), a read-only layer and an empty environment. Each module gets a process of its own, so that a crash is its own.
 *
 * @throws Fault `only-python-layers`, `cannot-import-here`, `nothing-to-import`, `path-leaves-layer`.
 */
export async function proveImport(image: Image, target: Target, options: ImportOptions = {}): Promise<ImportProof> {
  const interpreter = await findInterpreter(target, options.host);
  const names = options.modules ?? topLevelModules(image, target);
  if (names.length === 0) throw nothingToImport(target.label, target.facts.layerFolders);
  const layer = unpack(image);
  try {
    const modules: ImportedModule[] = [];
    for (const name of names) {
      options.progress?.(name);
      const message = await importOne(interpreter, layer, target, name);
      modules.push({ name, imported: message === undefined, message });
    }
    return { level: 'import', target: target.label, interpreter, modules };
  } finally {
    layer.remove();
  }
}

/** Undefined when the module was imported, else why not. */
async function importOne(
  { path }: Interpreter,
  { folder }: UnpackedLayer,
  target: Target,
  name: string,
): Promise<string | undefined> {
  const folders = target.facts.layerFolders.map((layerFolder) => join(folder, layerFolder));
  // -B: no .pyc is written, and the layer is read-only anyway. /opt/lib is the layer's one place on Lambda's LD_LIBRARY_PATH.
  const args = ['-I', '-S', '-B', '-c', PROGRAM, name, ...folders];
  const options = {
    cwd: folder,
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), LANG: 'C.UTF-8', HOME: '/nonexistent' },
    timeout: IMPORT_WITHIN_MILLISECONDS,
    maxBuffer: 16 * 1024 * 1024,
  };
  return new Promise((done) => {
    execFile(path, args, options, (error, _stdout, stderr) => {
      if (error === null) done(undefined);
      else if (error.killed === true) done(`did not end within ${IMPORT_WITHIN_MILLISECONDS / 1000} s`);
      else if (typeof error.signal === 'string') done(`the interpreter was killed by ${error.signal}`);
      // Where the layer lay for a moment says nothing to the reader; in Lambda it is /opt.
      else done((stderr.split('\n').at(-1) ?? '').replaceAll(folder, '/opt'));
    });
  });
}
