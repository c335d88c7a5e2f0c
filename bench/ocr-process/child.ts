import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** What `ocr-pipeline` is started by once it is built. */
export const COMMAND = join(root, 'apps/local/dist/bin.js');

/** The program of a process of this benchmark; it takes the packages as they were built, as their users do. */
export function programOf(name: string): string {
  return join(import.meta.dirname, 'programs', `${name}.ts`);
}

export interface Child {
  readonly program: string;
  readonly args: readonly string[];
  /** Another Node than this one. */
  readonly node?: string;
  /** Options of Node itself. */
  readonly nodeOptions?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a program to its end, and gives what it printed, line by line, each with the milliseconds since it was started. */
export async function runChild<Line>(
  { program, args, node = process.execPath, nodeOptions = [], environment = {} }: Child,
  onLine: (line: Line) => void = () => undefined,
): Promise<Line[]> {
  const child = spawn(node, [...nodeOptions, program, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const lines: Line[] = [];
  for await (const text of createInterface({ input: child.stdout })) {
    const line = JSON.parse(text) as Line;
    lines.push(line);
    onLine(line);
  }
  const code = await ended;
  if (code !== 0) throw new Error(`${program} ended with ${String(code)}`);
  return lines;
}

/** Milliseconds from the start of a program to the first byte that it prints. */
export async function firstOutput({ program, args, environment = {} }: Child): Promise<number> {
  const start = performance.now();
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const first = await new Promise<number>((resolve, reject) => {
    child.stdout.once('data', () => resolve(performance.now() - start));
    child.on('close', () => reject(new Error(`${program} ended without a word`)));
  });
  child.stdout.resume();
  await ended;
  return first;
}

/** A program that answers each line of its input with one of its output. */
export interface Conversation<Answer> {
  /** One question at a time. */
  ask(question: string): Promise<Answer>;
  /** Ends its input, and waits for its end. */
  end(): Promise<void>;
}

/** Starts a program to be asked. */
export function startConversation<Answer>({ program, args, environment = {} }: Child): Conversation<Answer> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve, reject) => child.on('error', reject).on('close', () => resolve()));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(question) {
      child.stdin.write(`${question}\n`);
      const { value, done } = await answers.next();
      if (done === true) throw new Error(`${program} ended before its answer`);
      return JSON.parse(value as string) as Answer;
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
