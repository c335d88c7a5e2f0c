import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Document, ReaderOptions } from '@ocr-pipeline/ocr';
import type { DocumentReader } from '@ocr-pipeline/pipeline';
import { type ReaderAnswer, type ReaderQuestion, valueOf } from './reader-messages.ts';

export interface ProcessReader extends DocumentReader {
  /** Ends the process. The reader cannot be used afterwards. */
  close(): Promise<void>;
}

interface Running {
  readonly child: ChildProcess;
  readonly waiting: Map<number, Waiting>;
}

interface Waiting {
  resolve(value: Document | Uint8Array): void;
  reject(error: unknown): void;
}

/** Beside this file, whether it runs from TypeScript or from what was built of it. */
const READER_PROCESS = fileURLToPath(new URL(`reader-process${extname(import.meta.url)}`, import.meta.url));

/**
 * Reads in a process of its own, so that the server answers while a page is read, and lives on when a page kills its reader: that
 * read fails with an error that is no Fault, and the next one starts a new process. The process starts with the first read.
 */
export function processReader(options: ReaderOptions, program = READER_PROCESS): ProcessReader {
  let running: Running | undefined;
  let lastId = 0;

  const start = (): Running => {
    // Whatever native code prints goes to stderr: stdout is the server's data.
    const child = fork(program, [JSON.stringify(options)], {
      serialization: 'advanced',
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    const started: Running = { child, waiting: new Map() };
    const end = (error: Error) => {
      if (running === started) running = undefined;
      for (const { reject } of started.waiting.values()) reject(error);
      started.waiting.clear();
    };
    child.on('error', end);
    child.on('exit', (code, signal) =>
      end(new Error(`the reader process ended with ${signal ?? code} before its answer`)),
    );
    child.on('message', (received: ReaderAnswer) => settle(started, received));
    return started;
  };

  const ask = (question: Omit<ReaderQuestion, 'id'>) => {
    running ??= start();
    const { child, waiting } = running;
    const id = ++lastId;
    return new Promise<Document | Uint8Array>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      child.send({ id, ...question }, (error) => {
        if (error !== null) reject(error);
      });
    });
  };

  return {
    read: async (bytes) => (await ask({ bytes })) as Document,
    searchablePdf: async (bytes, document) => (await ask({ bytes, document })) as Uint8Array,
    async close() {
      if (running === undefined) return;
      const { child } = running;
      const ended = once(child, 'exit');
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function settle({ waiting }: Running, received: ReaderAnswer): void {
  const question = waiting.get(received.id);
  waiting.delete(received.id);
  try {
    question?.resolve(valueOf(received));
  } catch (error) {
    question?.reject(error);
  }
}
