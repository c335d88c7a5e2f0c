import { EXIT, type ExitCode, formatFault, isFault } from '@ocr-pipeline/fault';
import { TOOL_VERSION } from '../build/tool-version.ts';
import type { Command, Io } from './command.ts';
import { unknownCommand } from './faults.ts';
import { helpOfCommand, helpOfTool } from './help.ts';

/** A command by name; loaded when it is asked for, so that `--version` and small commands start fast. */
export type Commands = Readonly<Record<string, () => Promise<{ readonly default: Command }>>>;

/**
 * Runs one command line and returns the exit code. The only place that turns errors into text: a Fault into its message and
 * hint (2), anything else into a report of a bug of ours (70).
 */
export async function main(argv: readonly string[], io: Io, commands: Commands): Promise<ExitCode> {
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
    io.err('hint: This is an error in layerproof itself. Report it with the text above and the command line.');
    return EXIT.bug;
  }
}

async function dispatch(argv: readonly string[], io: Io, commands: Commands): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-V') {
    io.out(TOOL_VERSION);
    return EXIT.ok;
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const help = await helpOfTool(commands);
    if (name === undefined) {
      io.err(help);
      return EXIT.fault;
    }
    io.out(help);
    return EXIT.ok;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw unknownCommand(name, Object.keys(commands));
  const { default: command } = await load();
  if (asksForHelp(rest)) {
    io.out(helpOfCommand(command));
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
