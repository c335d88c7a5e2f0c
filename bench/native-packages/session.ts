import { COMMANDS } from '../../packages/layerproof/src/cli/commands.ts';
import { main } from '../../packages/layerproof/src/cli/main.ts';

/** What a command line of layerproof gave. */
export interface Session {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly seconds: number;
}

/** Runs one command line of layerproof in this process, with its arguments as a shell would give them. */
export async function layerproof(argv: readonly string[], cwd: string): Promise<Session> {
  const out: string[] = [];
  const err: string[] = [];
  const start = performance.now();
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    status: () => undefined,
    cwd,
    env: process.env,
    stdoutIsTerminal: false,
    stderrIsTerminal: false,
  };
  const exit = await main(argv, io, COMMANDS);
  return { exit, out: out.join('\n'), err: err.join('\n'), seconds: (performance.now() - start) / 1000 };
}

/** Loads every command, so that a long run is of one state of the source. */
export async function loadCommands(): Promise<void> {
  await Promise.all(Object.values(COMMANDS).map((load) => load()));
}
