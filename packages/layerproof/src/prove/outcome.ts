import { PART_END } from './python-program.ts';
import type { Ended } from './run-isolated.ts';
import type { Isolation } from './sandbox.ts';

/** What came of an import. */
export interface Outcome {
  readonly imported: boolean;
  readonly message: string | undefined;
  readonly at?: string;
  /** The module that is nowhere. */
  readonly missing?: string;
}

export interface OutcomeSetting {
  /** Where the layer lay. */
  readonly root: string;
  readonly milliseconds: number;
  readonly isolation: Isolation;
}

/** What the end of a program says of the module that it imported last. */
export function outcomeOf(ended: Ended, { root, milliseconds, isolation }: OutcomeSetting): Outcome {
  // Where the layer lay for a moment says nothing to the reader; in Lambda it is /opt.
  const inLambda = (text: string) => text.replaceAll(root, '/opt').trim();
  const { written, stderr, signal, code } = ended;
  if (ended.isTooSlow) return failed(`did not end within ${milliseconds / 1000} s`);
  const parts = written.split(PART_END);
  if (written !== '') {
    const [message = '', at = '', missing = ''] = parts.map(inLambda);
    if (message === '') return { imported: true, message: undefined };
    const outcome = failed(withLimit(message, message.startsWith('MemoryError'), isolation), at);
    return missing === '' ? outcome : { ...outcome, missing };
  }
  const words = lastLine(inLambda(stderr));
  const how = signal === null ? `ended with code ${code ?? '?'} before the import was done` : `was killed by ${signal}`;
  const message = `the interpreter ${how}${words === '' ? '' : ` (${words})`}`;
  // The kernel's own killer takes the largest process when the machine is out of memory.
  const isMemory = signal === 'SIGKILL' || /bad_alloc|out of memory|memory allocation of/i.test(stderr);
  return failed(withLimit(message, isMemory, isolation), frameOf(stderr, root));
}

function failed(message: string, at = ''): Outcome {
  return at === '' ? { imported: false, message } : { imported: false, message, at };
}

function withLimit(message: string, isMemory: boolean, { memoryMebibytes }: Isolation): string {
  return isMemory ? `${message} (it may take ${memoryMebibytes} MiB here)` : message;
}

/** The last line before the report of Python's faulthandler, which says no more than the signal does. */
function lastLine(stderr: string): string {
  const [before = ''] = stderr.split(/^Fatal Python error: |^(?:Current thread|Thread) 0x/m);
  return before.trim().split('\n').at(-1) ?? '';
}

/** The innermost line of the layer in the report of Python's faulthandler, which begins with the most recent call. */
function frameOf(stderr: string, root: string): string {
  for (const [, file = '', line = ''] of stderr.matchAll(/^ {2}File "(.+)", line (\d+) in /gm)) {
    if (file.startsWith(`${root}/`)) return `${file.slice(root.length + 1)}:${line}`;
  }
  return '';
}
