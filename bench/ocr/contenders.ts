import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createReader, type PpOcrOptions, toText } from '@ocr-pipeline/ocr';

/** Something that reads images, one after another, on one thread. */
export interface Contender {
  readonly name: string;
  read(image: string): Promise<string>;
  /** The most memory that it has held so far, in MB (resident). */
  peakMemory(): number;
  close(): Promise<void>;
}

/** Our engine, in this process: the models are loaded once. */
export function ours(options: PpOcrOptions): Contender {
  const reader = createReader(options);
  return {
    name: 'ours',
    read: async (image) => toText(await reader.read(readFileSync(image))),
    peakMemory: () => process.resourceUsage().maxRSS / 1024,
    close: () => reader.close(),
  };
}

/** How often the memory of a process is looked at, in milliseconds. */
const LOOK_EVERY = 25;

/** Tesseract with its automatic page segmentation (psm 3), as the machine has it: a process an image, as its users run it. */
export function tesseract(): Contender {
  let peak = 0;
  return {
    name: 'tesseract',
    async read(image) {
      const child = spawn('tesseract', [image, 'stdout', '--psm', '3'], {
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const looking = setInterval(() => (peak = Math.max(peak, residentPeak(child.pid))), LOOK_EVERY);
      const parts: Buffer[] = [];
      child.stdout.on('data', (part: Buffer) => parts.push(part));
      const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
      clearInterval(looking);
      if (code !== 0) throw new Error(`tesseract ended with ${String(code)} on ${image}`);
      return Buffer.concat(parts).toString('utf8');
    },
    peakMemory: () => peak,
    close: async () => undefined,
  };
}

/** In MB; 0 where there is no /proc, or no longer such a process. */
function residentPeak(pid: number | undefined): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
