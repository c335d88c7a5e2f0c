import { EXIT, type ExitCode, formatFault, isFault } from '@ocr-pipeline/fault';
import type { Command } from './command.ts';
import { unknownCommand } from './faults.ts';
import { helpOfCommand, helpOfTool } from './help.ts';
import type { Io } from './io.ts';
import { VERSION } from './version.ts';

/** A command by name; loaded when it is asked for, so that `--version` and `--help` start fast. */
export type Commands = Readonly<Record<string, () => Promise<{ readonly default: Command }>>>;

export const COMMANDS: Commands = {
  serve: () => import('./commands/serve.ts'),
  read: () => import('./commands/read.ts'),
  submit: () => import('./commands/submit.ts'),
  models: () => import('./commands/models.ts'),
};

/**
 * Runs one command line and returns the exit code. The only place that turns errors into text: a Fault into its message and
 * hint (2), anything else into a report of a bug of ours (70).
 */
export async function main(argv: readonly string[], io: Io, commands = COMMANDS): Promise<ExitCode> {
  try {
    return await dispatch(argv, io, commands);
  } catch (error) {
    io.status('');
    if (isFault(error)) {
      io.err(formatFault(error));
      return EXIT.fault;
    }
    io.err(`error[bug]: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    io.err('');
    io.err('hint: This is an error in ocr-pipeline itself. Report it with the text above and the command line.');
    return EXIT.bug;
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io, commands: Commands): Promise<ExitCode> {
  if (name === '--version' || name === '-V') {
    io.out(`${VERSION}\n`);
    return EXIT.ok;
  }
  if (name === undefined) {
    io.err(await helpOfTool(commands));
    return EXIT.fault;
  }
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(`${await helpOfTool(commands)}\n`);
    return EXIT.ok;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw unknownCommand(name, Object.keys(commands));
  const { default: command } = await load();
  if (asksForHelp(rest)) {
    io.out(`${helpOfCommand(command)}\n`);
    return EXIT.ok;
  }
  return command.run(rest, io);
}

/** `--help` after `--` is a file name. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const options = end === -1 ? args : args.slice(0, end);
  return options.includes('--help') || options.includes('-h');
}
