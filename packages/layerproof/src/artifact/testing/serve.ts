import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface Served {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly requests: IncomingMessage[];
}

/** Servers of a test on the loopback interface, which `close` ends together. */
export interface Servers {
  /** Gives the answers one after the other, the last one for ever. */
  serve(...answers: Answer[]): Promise<Served>;
  /** Any other server; its port. */
  listen(server: Server & { closeAllConnections?: () => void }): Promise<number>;
  close(): void;
}

export function openServers(): Servers {
  const closers: (() => void)[] = [];
  const listen: Servers['listen'] = async (server) => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(() => {
      server.close();
      server.closeAllConnections?.();
    });
    return (server.address() as AddressInfo).port;
  };
  return {
    listen,
    async serve(...answers) {
      const requests: IncomingMessage[] = [];
      const listener: RequestListener = (request, response) => {
        requests.push(request);
        answers[Math.min(requests.length, answers.length) - 1]?.(request, response);
      };
      return { origin: `http://127.0.0.1:${await listen(createServer(listener))}`, requests };
    },
    close: () => {
      for (const close of closers.splice(0)) close();
    },
  };
}

/** Answers with this status, and nothing more. */
export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(code, headers).end();
