import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { type Contender, ContenderMissing } from './contender.ts';

/** How often the memory of a process is looked at, in milliseconds. */
const LOOK_EVERY = 25;

/** Runs tesseract, then says on the fourth stream what it took of the processor: `times` of POSIX, two lines, the second the children's. */
const TIMED = 'tesseract "$1" stdout --psm 3; code=$?; times >&3; exit $code';

/**
 * Tesseract with its automatic page segmentation (psm 3), as the machine has it: a process an image, as its users run it.
 * Throws {@link ContenderMissing} where it is not installed.
 */
export function tesseract(): Contender {
  if (spawnSync('tesseract', ['--version']).error !== undefined)
    throw new ContenderMissing('tesseract is not installed');
  let peak = 0;
  return {
    name: 'tesseract',
    async read(image) {
      const start = performance.now();
      const child = spawn('sh', ['-c', TIMED, 'sh', image], {
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        stdio: ['ignore', 'pipe', 'ignore', 'pipe'],
      });
      const looking = setInterval(() => (peak = Math.max(peak, residentPeak(child.pid))), LOOK_EVERY);
      const [text, times] = [collect(child.stdio[1]), collect(child.stdio[3])];
      const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
      clearInterval(looking);
      if (code !== 0) throw new Error(`tesseract ended with ${String(code)} on ${image}`);
      return { text: text(), seconds: (performance.now() - start) / 1000, cpuSeconds: childrenSeconds(times()) };
    },
    peakMemory: () => peak,
    close: async () => undefined,
  };
}

function collect(stream: unknown): () => string {
  const parts: Buffer[] = [];
  (stream as NodeJS.ReadableStream).on('data', (part: Buffer) => parts.push(part));
  return () => Buffer.concat(parts).toString('utf8');
}

/** `0m1.230000s 0m0.040000s` on the second line: user and system. */
export function childrenSeconds(times: string): number {
  const [, children = ''] = times.split('\n');
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce((sum, [, m, s]) => sum + Number(m) * 60 + Number(s), 0);
}

/** Of the process that the shell has started, in MB; 0 where there is no /proc, or no longer such a process. */
function residentPeak(shell: number | undefined): number {
  const children = `/proc/${String(shell)}/task/${String(shell)}/children`;
  if (!existsSync(children)) return 0;
  try {
    const [child = ''] = readFileSync(children, 'utf8').split(' ');
    if (child === '') return 0;
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch (error) {
    // Processes end when they like.
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return 0;
    throw error;
  }
}
