import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Sandbox } from './sandbox.ts';

/** How a program ended. */
export interface Ended {
  /** What it wrote to file 3. */
  readonly written: string;
  /** The end of what it wrote to stderr. */
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly isTooSlow: boolean;
}

export interface Run {
  readonly program: readonly string[];
  /** Where the program finds the layer, and the working folder in it. */
  readonly root: string;
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly milliseconds: number;
}

/** Of each stream the last part is kept: a program may write without end. */
const KEPT_CHARACTERS = 64 * 1024;

/**
 * Runs a program in the sandbox, with files 1 and 2 apart from file 3, which is its answer. It and whatever it started end
 * with it, after the time, or with this process.
 */
export async function runIsolated(
  { program, root, folder, environment, milliseconds }: Run,
  wrap: Sandbox['wrap'],
): Promise<Ended> {
  const [command, ...args] = wrap(program, join(root, folder));
  const child = spawn(command, args, {
    cwd: '/',
    env: environment,
    // A process group of its own, so that what it starts can be ended with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const kill = () => killGroup(child);
  process.on('exit', kill);
  let isTooSlow = false;
  const timer = setTimeout(() => {
    isTooSlow = true;
    kill();
  }, milliseconds);
  const stderr = tailOf(child.stdio[2]);
  const written = tailOf(child.stdio[3] as Readable);
  try {
    const [code, signal] = await ended(child);
    return { written: written(), stderr: stderr(), code, signal, isTooSlow };
  } finally {
    clearTimeout(timer);
    process.off('exit', kill);
  }
}

/** A grandchild that left the group may hold the streams open for ever; what the program itself wrote is there by then. */
const STREAMS_END_WITHIN_MILLISECONDS = 2000;

async function ended(child: ChildProcess): Promise<[code: number | null, signal: NodeJS.Signals | null]> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      killGroup(child);
      const timer = setTimeout(() => {
        for (const stream of child.stdio) stream?.destroy();
      }, STREAMS_END_WITHIN_MILLISECONDS);
      child.on('close', () => {
        clearTimeout(timer);
        resolve([code, signal]);
      });
    });
  });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // Nothing of the group is left.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function tailOf(stream: Readable | null | undefined): () => string {
  let text = '';
  stream?.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).slice(-KEPT_CHARACTERS);
  });
  return () => text;
}
