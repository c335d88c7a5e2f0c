import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Contender, ContenderMissing, type Reading } from './contender.ts';

/** The first line of a worker. */
type Greeting = { readonly ready: true } | { readonly missing: string };

/** One line of a worker for each line it is given, the path of an image. Times in seconds, memory in MB. */
export type Answer =
  | { readonly error: string }
  | { readonly text: string; readonly seconds: number; readonly cpuSeconds: number; readonly peakMemory: number };

/**
 * A contender in a process of its own, which reads paths, a line each, and writes lines of JSON: a {@link Greeting}, then an
 * {@link Answer} for each path. What it writes to stderr is shown only if it ends by itself.
 *
 * Throws {@link ContenderMissing} when the worker says that it cannot run, or its program is not there.
 */
export async function lineProcess(name: string, command: string, args: readonly string[]): Promise<Contender> {
  const child = spawn(command, args, { env: { ...process.env, ...ONE_THREAD } });
  const complaints: string[] = [];
  child.stderr.on('data', (part: Buffer) => complaints.push(part.toString('utf8')));
  // What is written to a worker that has ended is of no use; that it has ended is reported where it is waited for.
  child.stdin.on('error', () => undefined);
  const started = await Promise.race([once(child, 'spawn'), once(child, 'error')]).catch((error: unknown) => error);
  if (started instanceof Error) throw new ContenderMissing(`${command} cannot be started: ${started.message}`);

  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async <Message>(): Promise<Message> => {
    const { value, done } = await lines.next();
    if (done === true) throw new Error(`${name} has ended:\n${complaints.join('').slice(-2000)}`);
    return JSON.parse(value) as Message;
  };

  const greeting = await next<Greeting>();
  if ('missing' in greeting) {
    await ended(child);
    throw new ContenderMissing(greeting.missing);
  }
  let peak = 0;
  return {
    name,
    async read(image): Promise<Reading> {
      child.stdin.write(`${image}\n`);
      const answer = await next<Answer>();
      if ('error' in answer) {
        console.error(`${name} on ${image}: ${answer.error}`);
        return { text: '', seconds: 0, cpuSeconds: 0 };
      }
      peak = Math.max(peak, answer.peakMemory);
      return answer;
    },
    peakMemory: () => peak,
    close: () => ended(child),
  };
}

/** What libraries of numbers look at; the workers set what their own libraries have beside. */
const ONE_THREAD = {
  OMP_NUM_THREADS: '1',
  OMP_THREAD_LIMIT: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  NUMEXPR_NUM_THREADS: '1',
};

async function ended(child: ChildProcessWithoutNullStreams): Promise<void> {
  child.stdin.end();
  if (child.exitCode === null) await once(child, 'close');
}
