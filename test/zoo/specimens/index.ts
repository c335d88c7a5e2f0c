import type { Specimen } from '../specimen.ts';
import { NODE } from './node.ts';
import { PACKAGE } from './package.ts';
import { PYTHON_BINARIES } from './python-binaries.ts';
import { PYTHON_BUILDS } from './python-builds.ts';
import { PYTHON_ENVIRONMENT } from './python-environment.ts';
import { PYTHON_GRAMMAR } from './python-grammar.ts';
import { PYTHON_LIBRARIES } from './python-libraries.ts';
import { PYTHON_MODULES } from './python-modules.ts';

export const SPECIMENS: readonly Specimen[] = [
  ...PYTHON_BINARIES,
  ...PYTHON_LIBRARIES,
  ...PYTHON_BUILDS,
  ...PYTHON_ENVIRONMENT,
  ...PYTHON_MODULES,
  ...PYTHON_GRAMMAR,
  ...NODE,
  ...PACKAGE,
];
