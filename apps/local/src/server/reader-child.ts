import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { MEMORY_NOTE } from './process-guard.ts';
import { READER_ENVIRONMENT } from './reader-environment.ts';
import { type ReaderAnswer, type ReaderQuestion, type ReaderValue, valueOf } from './reader-messages.ts';

/** A reader process ended before its answer: it was too slow, took too much memory, or died of itself. */
export class ReaderDeath extends Error {
  override readonly name = 'ReaderDeath';
  readonly of: 'time' | 'memory' | 'itself';

  constructor(of: ReaderDeath['of'], how: string) {
    super(`the reader process ended with ${how} before its answer`);
    this.of = of;
  }
}

export interface ReaderChild {
  /** False once it has ended; it answers nothing any more. */
  readonly isAlive: boolean;
  /** One question at a time. Throws what the process answers with, and a {@link ReaderDeath}, also after `seconds` of silence. */
  ask(question: ReaderQuestion, seconds: number): Promise<ReaderValue>;
  /** Ends the process, whatever it does. */
  end(): Promise<void>;
}

interface Waiting {
  resolve(value: ReaderValue): void;
  reject(error: unknown): void;
}

/** Starts a reader process. Whatever native code prints in it goes to stderr: stdout is the server's data. */
export function startReaderChild(program: string, args: readonly string[]): ReaderChild {
  const child = fork(program, args, {
    serialization: 'advanced',
    stdio: ['ignore', 2, 2, 'ipc', 'pipe'],
    // Who runs the server may know better.
    env: { ...READER_ENVIRONMENT, ...process.env },
  });
  let waiting: Waiting | undefined;
  let isAlive = true;
  let of: ReaderDeath['of'] = 'itself';
  const settle = (use: (asker: Waiting) => void) => {
    const asker = waiting;
    waiting = undefined;
    if (asker !== undefined) use(asker);
  };
  const died = (error: Error) => {
    isAlive = false;
    settle(({ reject }) => reject(error));
  };
  const note = child.stdio[MEMORY_NOTE];
  note?.on('data', () => (of = 'memory'));
  child.on('error', died);
  child.on('exit', (code, signal) => {
    isAlive = false;
    const tell = () => died(new ReaderDeath(of, String(signal ?? code)));
    // What the process said last has been heard when its pipe is closed.
    if (note?.destroyed === false) note.once('close', tell);
    else tell();
  });
  child.on('message', (received: ReaderAnswer) => settle((asker) => answerWith(asker, received)));

  return {
    get isAlive() {
      return isAlive;
    },
    async ask(question, seconds) {
      const timer = setTimeout(() => {
        of = 'time';
        child.kill('SIGKILL');
      }, seconds * 1000);
      try {
        return await new Promise<ReaderValue>((resolve, reject) => {
          waiting = { resolve, reject };
          send(child, question);
        });
      } finally {
        clearTimeout(timer);
      }
    },
    async end() {
      if (!isAlive) return;
      const ended = once(child, 'exit');
      // What it is busy with may never let it hear that nobody waits.
      if (waiting !== undefined) child.kill('SIGKILL');
      else if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function send(child: ChildProcess, question: ReaderQuestion): void {
  // A process that cannot be told anything is dead, and `close` says so.
  child.send(question, () => undefined);
}

function answerWith({ resolve, reject }: Waiting, received: ReaderAnswer): void {
  try {
    resolve(valueOf(received));
  } catch (error) {
    reject(error);
  }
}
