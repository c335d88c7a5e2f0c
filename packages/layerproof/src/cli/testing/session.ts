import { type Commands, main } from '../main.ts';
import { COMMANDS } from '../commands.ts';

export interface SessionOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly commands?: Commands;
}

/** Runs one command line and keeps the whole session as a user sees it: command, stdout, stderr, exit code. */
export async function session(argv: readonly string[], options: SessionOptions = {}): Promise<string> {
  const { transcript } = await runSession(argv, options);
  return transcript;
}

/** The same with stdout apart, for commands whose data a test reads. */
export async function runSession(argv: readonly string[], options: SessionOptions = {}) {
  const lines = [`$ layerproof ${argv.join(' ')}`];
  const stdout: string[] = [];
  const io = {
    out(line: string): void {
      stdout.push(line);
      lines.push(line);
    },
    err: (line: string) => void lines.push(...line.split('\n').map((part) => `stderr: ${part}`.trimEnd())),
    status: () => undefined,
    cwd: options.cwd ?? '/nowhere',
    env: options.env ?? {},
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
  };
  const exit = await main(argv, io, options.commands ?? COMMANDS);
  lines.push(`exit ${exit}`);
  return { exit, stdout: stdout.join('\n'), transcript: lines.join('\n') };
}
