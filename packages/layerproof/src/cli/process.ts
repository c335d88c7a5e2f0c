// The command as a process: its signals, its streams, its exit code.
import { removePendingFiles } from '../artifact/temporary-file.ts';
import { COMMANDS } from './commands.ts';
import type { Io } from './command.ts';
import { main } from './main.ts';

// Interrupted, it leaves nothing half-written. The exit codes are those of a shell: 128 and the signal's number.
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));
process.on('exit', removePendingFiles);

// A reader that stops early (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Carriage return, then "erase in line" (ECMA-48 8.3.41): the passing line is written over.
const CLEAR_LINE = '\r\u001B[2K';
let isStatusShown = false;

function clearStatus(): void {
  if (isStatusShown) process.stderr.write(CLEAR_LINE);
  isStatusShown = false;
}

const io: Io = {
  out(line) {
    clearStatus();
    process.stdout.write(`${line}\n`);
  },
  err(line) {
    clearStatus();
    process.stderr.write(`${line}\n`);
  },
  status(text) {
    if (!process.stderr.isTTY) return;
    clearStatus();
    if (text === '') return;
    process.stderr.write(text.slice(0, Math.max(20, process.stderr.columns - 1)));
    isStatusShown = true;
  },
  cwd: process.cwd(),
  env: process.env,
  stdoutIsTerminal: process.stdout.isTTY,
  stderrIsTerminal: process.stderr.isTTY,
};

process.exitCode = await main(process.argv.slice(2), io, COMMANDS);
