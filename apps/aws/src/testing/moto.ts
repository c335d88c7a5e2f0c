import { spawn } from 'node:child_process';

/** An emulator of AWS's control and data planes that runs on this machine: https://docs.getmoto.org. */
export interface Moto {
  /** Address on the loopback interface, at a port that was free. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

export const MOTO_PROBE = ['moto_server', '--help'];

/** What every client of moto needs. By an IP address, S3 clients put the bucket into the path, not into the host's name. */
export function clientSettings({ endpoint }: Pick<Moto, 'endpoint'>) {
  return { endpoint, region: 'eu-central-1', credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' } };
}

/** Starts moto, empty, and waits until it answers. `command` is moto's server, or a program that takes its arguments. */
export async function startMoto([program, ...args]: readonly [string, ...string[]] = ['moto_server']): Promise<Moto> {
  const child = spawn(program, [...args, '-H', '127.0.0.1', '-p', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    let log = '';
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`moto ended with ${code} before it served:\n${log}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      // Werkzeug writes a line per request. Read on after the port is known, or moto blocks when the pipe is full.
      if (log.length < 10_000) log += chunk.toString('utf8');
      const running = /Running on http:\/\/127\.0\.0\.1:(\d+)/.exec(log);
      if (running?.[1] !== undefined) resolve(running[1]);
    });
  });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
