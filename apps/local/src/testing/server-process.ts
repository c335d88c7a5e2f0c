import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

const BIN = join(import.meta.dirname, '..', 'bin.ts');

export interface ServerProcess {
  readonly origin: string;
  /** Ends the process with a signal; its exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** All that it wrote to stderr, once it has ended. */
  readonly stderr: Promise<string>;
}

/** The real command in a process of its own, as a user starts it. */
export async function startServerProcess(dataFolder: string, ...options: string[]): Promise<ServerProcess> {
  const args = [
    '--conditions=source',
    BIN,
    'serve',
    '--port',
    '0',
    '--data',
    dataFolder,
    '--json',
    '--model',
    'pp-ocr-v4',
    ...options,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const stderr = text(child.stderr);
  const line = await firstLine(child);
  if (line === undefined) throw new Error(`the server ended before it listened:\n${await stderr}`);
  const { listening } = JSON.parse(line) as { listening: string };
  return {
    origin: listening,
    stderr,
    async end(signal) {
      const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
      child.kill(signal);
      const [code, by] = await ended;
      return code ?? by ?? 'SIGKILL';
    },
  };
}

async function firstLine({ stdout }: ChildProcess): Promise<string | undefined> {
  if (stdout === null) return undefined;
  for await (const line of createInterface(stdout)) return line;
  return undefined;
}
