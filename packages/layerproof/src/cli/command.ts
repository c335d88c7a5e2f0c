import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { ExitCode } from '@ocr-pipeline/fault';
import { badArgument } from './faults.ts';

/** Every effect of a command that is not a file: handed in, so that tests see what a user sees. */
export interface Io {
  /** One line of data. */
  out(line: string): void;
  /** One line for people. */
  err(line: string): void;
  /** Shows a passing line on a terminal's stderr and takes the last one away; the empty text only takes it away. Silent in a pipe. */
  status(text: string): void;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdoutIsTerminal: boolean;
  readonly stderrIsTerminal: boolean;
}

/** Options as `node:util` takes them; `about` and `value` (the placeholder) are for `--help`. */
export type Options = Readonly<
  Record<string, ParseArgsOptionsConfig[string] & { readonly about?: string; readonly value?: string }>
>;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

export interface Command {
  readonly summary: string;
  readonly usage: string;
  readonly options: Options;
  run(argv: readonly string[], io: Io): Promise<ExitCode>;
}

export interface CommandDefinition<O extends Options> {
  /** One sentence without a full stop, for the list of commands. */
  readonly summary: string;
  /** The command line, e.g. `layerproof verify LAYER --runtime R`. */
  readonly usage: string;
  readonly options: O;
  run(args: Parsed<O>, io: Io): Promise<ExitCode>;
}

/** Makes a command: arguments are parsed before `run`, and what cannot be parsed is a Fault whose hint is the usage. */
export function defineCommand<const O extends Options>(definition: CommandDefinition<O>): Command {
  return {
    summary: definition.summary,
    usage: definition.usage,
    options: definition.options,
    async run(argv, io) {
      return definition.run(parse(definition, argv), io);
    },
  };
}

function parse<O extends Options>({ options, usage }: CommandDefinition<O>, argv: readonly string[]): Parsed<O> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error instanceof Error && code.startsWith('ERR_PARSE_ARGS_')) throw badArgument(error.message, usage);
    throw error;
  }
}
