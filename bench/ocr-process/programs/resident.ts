import { readFileSync, writeFileSync } from 'node:fs';

/** Memory of this process that lies in the machine's, in MB. */
export interface Resident {
  readonly now: number;
  /** The most since {@link forgetPeak}; where there is no /proc, since the process began. */
  readonly peak: number;
}

export function resident(): Resident {
  const status = statusOfProcess();
  if (status === undefined) {
    return { now: process.memoryUsage.rss() / 2 ** 20, peak: process.resourceUsage().maxRSS / 1024 };
  }
  const megabytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') };
}

/** Begins the peak anew: 5 is what resets it (https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html). */
export function forgetPeak(): void {
  if (statusOfProcess() !== undefined) writeFileSync('/proc/self/clear_refs', '5');
}

function statusOfProcess(): string | undefined {
  return process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : undefined;
}
