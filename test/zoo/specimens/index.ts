import type { Specimen } from '../specimen.ts';
import { PYTHON_BINARIES } from './python-binaries.ts';

export const SPECIMENS: readonly Specimen[] = [...PYTHON_BINARIES];
