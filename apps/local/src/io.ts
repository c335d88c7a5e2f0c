/** What a command needs of the process that runs it, handed in so that tests see what a user sees. */
export interface Io {
  /** Data, byte by byte. */
  out(bytes: string | Uint8Array): void;
  /** One line for people. */
  err(line: string): void;
  /** Shows a passing line on a terminal's stderr; the empty text takes it away. Silent in a pipe. */
  status(text: string): void;
  readonly stdoutIsTerminal: boolean;
  /** Relative paths start here. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Comes when somebody asks the program to end. From the first call on, the command answers for ending. */
  stopRequest(): Promise<void>;
}
