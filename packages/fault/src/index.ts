export { Fault, isFault, type FaultOptions } from './fault.ts';
export { EXIT, type ExitCode } from './exit.ts';
export { formatFault } from './format-fault.ts';
