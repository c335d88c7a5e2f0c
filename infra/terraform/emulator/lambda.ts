import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A function that runs in a process of its own, on its layer. */
export interface RunningFunction {
  /** Version of Node that it runs on. */
  readonly node: string;
  invoke(event: unknown): Promise<unknown>;
  stop(): void;
}

export interface FunctionSetup {
  /** An empty folder for the unpacked zips. */
  readonly folder: string;
  readonly code: string;
  readonly layer: string;
  /** All that the process gets: nothing of this machine's environment reaches it. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Unpacks function and layer side by side, `task` and `opt`, and starts the function as Lambda does: with NODE_PATH on the
 * layer (https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html), and with no other package within reach.
 *
 * Python unpacks: another hand than the one that wrote the zips. Node and the C library are this machine's, not Lambda's; that
 * the layer suits Lambda's is what `layerproof verify` shows.
 */
export async function startFunction({ folder, code, layer, environment }: FunctionSetup): Promise<RunningFunction> {
  const [task, opt] = [join(folder, 'task'), join(folder, 'opt')];
  for (const [zip, target] of [
    [code, task],
    [layer, opt],
  ] as const) {
    mkdirSync(target, { recursive: true });
    execFileSync('python3', ['-m', 'zipfile', '-e', zip, target]);
  }
  const child = fork(join(import.meta.dirname, 'lambda-runtime.ts'), [join(task, 'index.mjs')], {
    cwd: task,
    env: {
      ...environment,
      NODE_PATH: join(opt, 'nodejs/node_modules'),
      // The function looks in /opt, which is here.
      OCR_PIPELINE_MODEL_FOLDER: join(opt, 'models'),
    },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { ready } = await nextMessage(child);
  if (ready === undefined) throw new Error('The runtime did not start');
  return {
    node: ready,
    async invoke(event) {
      child.send(event as object);
      const { answer, error } = await nextMessage(child);
      if (error !== undefined) throw new Error(`The function failed: ${error}`);
      return answer;
    },
    stop: () => void child.kill(),
  };
}

interface Message {
  readonly ready?: string;
  readonly answer?: unknown;
  readonly error?: string;
}

function nextMessage(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`The function's process ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}
