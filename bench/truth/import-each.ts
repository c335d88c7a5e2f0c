import type { Image } from '../../packages/layerproof/src/image/entry.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import { BEGIN, EACH_MODULE_PROGRAM, END } from './each-module-program.ts';
import { findInterpreter, type Host } from '../../packages/layerproof/src/prove/interpreter.ts';
import { moduleLoader, PYTHON_FLAGS } from '../../packages/layerproof/src/prove/module-loader.ts';
import { runIsolated } from '../../packages/layerproof/src/prove/run-isolated.ts';
import { openSandbox } from '../../packages/layerproof/src/prove/sandbox.ts';
import { unpack } from '../../packages/layerproof/src/prove/unpack.ts';

/** What the import of one module among many came to. */
export type EachOutcome =
  | { readonly kind: 'imported' }
  /** A package whose `__init__` defines no name of its own. */
  | { readonly kind: 'silent' }
  /** A folder without `__init__` (PEP 420): there is nothing in it but what lies in it. */
  | { readonly kind: 'folder' }
  | { readonly kind: 'failed'; readonly message: string };

export interface EachOptions {
  readonly host?: Host;
  /** The time that one module may take; and all of them together. */
  readonly secondsPerModule?: number;
  readonly milliseconds?: number;
}

/**
 * Imports modules of a Python layer one after the other in the interpreter and the sandbox that `proveImport` has, all in one
 * process, which is the faster by far where there are thousands: what came of each, by its name. A path in the layer in place of a
 * name is of a shared library, which is opened.
 *
 * @throws Fault `cannot-import-here`, `path-leaves-layer`; Error when the interpreter ended before it was through.
 */
export async function importEach(
  image: Image,
  target: Target,
  names: readonly string[],
  options: EachOptions = {},
): Promise<ReadonlyMap<string, EachOutcome>> {
  const { host = { platform: process.platform, environment: process.env } } = options;
  const { secondsPerModule = 30, milliseconds = 900_000 } = options;
  const interpreter = await findInterpreter(target, host);
  const layer = unpack(image);
  try {
    const sandbox = await openSandbox(layer.folder, interpreter, host);
    const { root } = sandbox;
    const { environment } = moduleLoader(image, target, interpreter, root);
    const folders = target.facts.layerFolders.map((folder) => `${root}/${folder}`).join(':');
    const words = [EACH_MODULE_PROGRAM, root, folders, String(secondsPerModule), ...names];
    const program = [interpreter.path, ...PYTHON_FLAGS, ...words];
    const { written, stderr } = await runIsolated(
      { program, root, folder: '', environment, milliseconds },
      sandbox.wrap,
    );
    if (!written.startsWith(BEGIN) || !written.endsWith(END)) {
      throw new Error(`the interpreter ended before it had imported ${names.length} modules: ${stderr}`);
    }
    return outcomesIn(written.slice(BEGIN.length, -END.length), names);
  } finally {
    layer.remove();
  }
}

function outcomesIn(lines: string, names: readonly string[]): Map<string, EachOutcome> {
  const outcomes = new Map<string, EachOutcome>(names.map((name) => [name, { kind: 'imported' }]));
  for (const [, place, word = ''] of lines.matchAll(/^(\d+)\t(.*)$/gm)) {
    const message = /^failed (.*)$/.exec(word)?.[1];
    const name = names[Number(place)] ?? '';
    if (message !== undefined) outcomes.set(name, { kind: 'failed', message });
    else if (word === 'silent' || word === 'folder') outcomes.set(name, { kind: word });
  }
  return outcomes;
}
