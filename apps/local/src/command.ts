import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { ExitCode } from '@ocr-pipeline/fault';
import { badArgument } from './faults.ts';
import type { Io } from './io.ts';

/** Options as `node:util` takes them; `about` and `value` (the placeholder) are for `--help`. */
export type Options = Readonly<
  Record<string, ParseArgsOptionsConfig[string] & { readonly about: string; readonly value?: string }>
>;

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

export interface Command {
  readonly summary: string;
  readonly usage: string;
  readonly options: Options;
  readonly notes?: readonly string[] | undefined;
  run(argv: readonly string[], io: Io): Promise<ExitCode>;
}

export interface CommandDefinition<O extends Options> {
  /** One sentence without a full stop, for the list of commands. */
  readonly summary: string;
  /** The whole command line, e.g. `ocr-pipeline read FILE...`. */
  readonly usage: string;
  readonly options: O;
  /** Lines for the end of `--help`. */
  readonly notes?: readonly string[];
  run(args: Parsed<O>, io: Io): Promise<ExitCode>;
}

/** Makes a command: arguments are parsed before `run`, and what cannot be parsed is a Fault whose hint is the usage. */
export function defineCommand<const O extends Options>({
  summary,
  usage,
  options,
  notes,
  run,
}: CommandDefinition<O>): Command {
  return {
    summary,
    usage,
    options,
    notes,
    async run(argv, io) {
      return run(parse(options, usage, argv), io);
    },
  };
}

function parse<O extends Options>(options: O, usage: string, argv: readonly string[]): Parsed<O> {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) {
      throw badArgument(error.message, usage);
    }
    throw error;
  }
}
