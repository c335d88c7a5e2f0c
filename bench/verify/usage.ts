import { spawnSync } from 'node:child_process';

/** What one process took. */
export interface Usage {
  /** From its start to its end. */
  readonly seconds: number;
  /** Of the processor, in the process and in the system for it. */
  readonly cpuSeconds: number;
  /** The most memory that it held, in MB of 1,000,000 bytes. */
  readonly peakMegabytes: number;
}

/** Starts a process that prints `usage CPU_SECONDS PEAK_KB` as the last line of its stderr. `exits` are those that mean success. */
export function usageOf(program: string, args: readonly string[], exits: readonly number[] = [0]): Usage {
  const start = performance.now();
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  if (error !== undefined) throw error;
  const found = parseUsage(stderr);
  if (found === undefined || status === null || !exits.includes(status)) {
    throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`);
  }
  return { seconds, ...found };
}

export function parseUsage(stderr: string): Omit<Usage, 'seconds'> | undefined {
  const [, cpuSeconds, peak] = /^usage ([\d.]+) (\d+)$/m.exec(stderr) ?? [];
  if (cpuSeconds === undefined || peak === undefined) return undefined;
  return { cpuSeconds: Number(cpuSeconds), peakMegabytes: (Number(peak) * 1024) / 1e6 };
}

/** For `node --import`: prints what the process has taken when it ends. */
export const NODE_USAGE = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();" +
    " process.stderr.write('usage ' + (userCPUTime + systemCPUTime) / 1e6 + ' ' + maxRSS + '\\n'); });",
)}`;

/** For `python -c`, with the arguments of auditwheel behind it: the same, with what its own children take. */
export const AUDITWHEEL_USAGE = `
import resource, sys
from auditwheel.main import main
code = main()
own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
cpu = own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime
print("usage", round(cpu, 3), max(own.ru_maxrss, children.ru_maxrss), file=sys.stderr)
sys.exit(code)
`;

/** Of several runs: the fastest, in each of time and CPU, and the most memory. */
export function bestOf(runs: readonly Usage[]): Usage {
  return {
    seconds: Math.min(...runs.map(({ seconds }) => seconds)),
    cpuSeconds: Math.min(...runs.map(({ cpuSeconds }) => cpuSeconds)),
    peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

/** Of processes that run one after the other. */
export function sumOf(runs: readonly Usage[]): Usage {
  return {
    seconds: runs.reduce((sum, { seconds }) => sum + seconds, 0),
    cpuSeconds: runs.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

export function inWords({ seconds, cpuSeconds, peakMegabytes }: Usage): string {
  return `${seconds.toFixed(2)} s, ${cpuSeconds.toFixed(2)} s of CPU, ${peakMegabytes.toFixed(0)} MB at most`;
}
