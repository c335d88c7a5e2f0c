import type { Fault } from './fault.ts';

/** The text a person reads: `error[code]: message`, then, after a blank line, `hint: …`. No colour, no trailing newline. */
export function formatFault(fault: Fault): string {
  const head = `error[${fault.code}]: ${fault.message}`;
  return fault.hint === undefined ? head : `${head}\n\nhint: ${fault.hint}`;
}
