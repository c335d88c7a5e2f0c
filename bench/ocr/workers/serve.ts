import { createInterface } from 'node:readline';
import type { Answer } from '../line-process.ts';

/** Answers each path on stdin with a line of JSON. The time is that of `read` alone: nothing is counted that comes after it. */
export async function serve(read: (image: string) => Promise<string>, after?: () => Promise<void>): Promise<void> {
  say({ ready: true });
  for await (const image of createInterface({ input: process.stdin })) {
    say(await answerTo(image, read));
    await after?.();
  }
}

async function answerTo(image: string, read: (image: string) => Promise<string>): Promise<Answer> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  try {
    const text = await read(image);
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    return { text, seconds, cpuSeconds: (user + system) / 1e6, peakMemory: process.resourceUsage().maxRSS / 1024 };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function say(message: unknown): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
