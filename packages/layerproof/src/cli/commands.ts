import type { Commands } from './main.ts';

/** Every command of the tool, in the order of `--help`. */
export const COMMANDS: Commands = {
  build: () => import('./build.ts'),
  verify: () => import('./verify.ts'),
  prove: () => import('./prove.ts'),
  inspect: () => import('./inspect.ts'),
  diff: () => import('./diff.ts'),
  explain: () => import('./explain.ts'),
};
