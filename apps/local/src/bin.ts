#!/usr/bin/env node
import { main } from './main.ts';

const { stderr, stdout } = process;

// Whoever read our output, such as `head`, has what it wanted and is gone.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2), {
  out: (bytes) => void stdout.write(bytes),
  err: (line) => void stderr.write(`${line}\n`),
  status: (text) => {
    if (stderr.isTTY) stderr.write(`\r\u001B[K${text}`);
  },
  stdoutIsTerminal: stdout.isTTY,
  folder: process.cwd(),
  environment: process.env,
  stopRequest,
});

function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      // A second signal ends the process at once.
      for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, stop);
      resolve();
    };
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);
  });
}
