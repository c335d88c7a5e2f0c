import type { Specimen } from '../specimen.ts';
import { NODE } from './node.ts';
import { PACKAGE } from './package.ts';
import { PYTHON_BINARIES } from './python-binaries.ts';
import { PYTHON_ENVIRONMENT } from './python-environment.ts';
import { PYTHON_LIBRARIES } from './python-libraries.ts';

export const SPECIMENS: readonly Specimen[] = [
  ...PYTHON_BINARIES,
  ...PYTHON_LIBRARIES,
  ...PYTHON_ENVIRONMENT,
  ...NODE,
  ...PACKAGE,
];
