import type { Io } from '../io.ts';
import { main } from '../main.ts';

export interface Session {
  readonly exit: number;
  readonly stdout: string;
  /** Command, stdout, stderr and exit code, as a user sees them. */
  readonly transcript: string;
}

/** Runs one command line in this process and keeps what it printed. */
export async function session(argv: readonly string[], overrides: Partial<Io> = {}): Promise<Session> {
  const lines = [`$ ocr-pipeline ${argv.join(' ')}`];
  let stdout = '';
  const io: Io = {
    out(bytes) {
      const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
      stdout += text;
      lines.push(...text.trimEnd().split('\n'));
    },
    err: (line) => void lines.push(...line.split('\n').map((part) => `stderr: ${part}`.trimEnd())),
    status: () => undefined,
    stdoutIsTerminal: false,
    folder: '/nowhere',
    // Installed by npm, so that tests read without a network.
    environment: { OCR_PIPELINE_MODEL: 'pp-ocr-v4' },
    stopRequest: async () => undefined,
    ...overrides,
  };
  const exit = await main(argv, io);
  lines.push(`exit ${exit}`);
  return { exit, stdout, transcript: lines.join('\n') };
}
