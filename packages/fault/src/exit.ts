/** Exit codes of both command lines. 70 is EX_SOFTWARE of BSD's sysexits.h: an error of ours, not of the input. */
export const EXIT = { ok: 0, findings: 1, fault: 2, bug: 70 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
