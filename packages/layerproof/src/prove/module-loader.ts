import { join } from 'node:path';
import type { Image } from '../image/entry.ts';
import type { Target } from '../target/target.ts';
import type { Interpreter } from './interpreter.ts';
import { nodePackages } from './node-modules.ts';
import { NODE_PROGRAM } from './node-program.ts';
import { PYTHON_PROGRAM } from './python-program.ts';
import { topLevelModules } from './top-level-modules.ts';

/** How the modules of one language are found in a layer and loaded. */
export interface ModuleLoader {
  /** Everything at the top of the layer, sorted. */
  readonly names: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** The command line that loads modules in their order and tells of the last one; `root` is where the layer lies. */
  program(names: readonly string[]): readonly string[];
  /** The working folder for a module, relative to the layer. */
  folderOf(name: string): string;
}

/** -I: no variable and no folder of the user; -S: no site-packages; -B: nothing is written beside a module; -c: the program follows. */
export const PYTHON_FLAGS = ['-I', '-S', '-B', '-X', 'faulthandler', '-c'] as const;

/** For an interpreter that finds the layer at `root`, with nothing but the layer added to its path. */
export function moduleLoader(image: Image, target: Target, { path }: Interpreter, root: string): ModuleLoader {
  const folders = target.facts.layerFolders.map((folder) => join(root, folder));
  // /opt/lib and /opt/bin are the layer's only places on these two lists of Lambda.
  const environment = {
    PATH: `/usr/local/bin:/usr/bin:/bin:${join(root, 'bin')}`,
    LD_LIBRARY_PATH: join(root, 'lib'),
    LANG: 'C.UTF-8',
    // In Lambda it is a folder that is not there and cannot be made, as anything but /tmp is read-only.
    HOME: join(root, 'home'),
  };
  if (target.facts.family === 'python') {
    return {
      names: topLevelModules(image, target),
      environment,
      program: (names) => [path, ...PYTHON_FLAGS, PYTHON_PROGRAM, root, folders.join(':'), ...names],
      folderOf: () => '',
    };
  }
  const packages = nodePackages(image, target);
  return {
    names: packages.map(({ name }) => name),
    environment: { ...environment, NODE_PATH: folders.join(':') },
    program: (names) => [path, ...nodeFlags(target), '-e', NODE_PROGRAM, '--', root, names.at(-1) ?? ''],
    folderOf(name) {
      const found = packages.find((candidate) => name === candidate.name || name.startsWith(`${candidate.name}/`));
      return found?.folder ?? 'nodejs';
    },
  };
}

/**
 * Lambda starts Node.js 20 and 22 so that `require` does not load modules of ECMAScript
 * (https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html); 18 does not know the flag.
 */
function nodeFlags({ facts }: Target): string[] {
  const major = facts.node?.major ?? 0;
  return major === 20 || major === 22 ? ['--no-experimental-require-module'] : [];
}
