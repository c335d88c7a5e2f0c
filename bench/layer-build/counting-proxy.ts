import { type AddressInfo, connect } from 'node:net';
import { createServer } from 'node:http';

/** An HTTP proxy on this machine that counts what comes through it. It tunnels, so it sees no content. */
export interface CountingProxy {
  readonly url: string;
  /** Bytes that came since the last call, encryption included. */
  received(): number;
  close(): void;
}

export async function countingProxy(): Promise<CountingProxy> {
  let count = 0;
  const server = createServer((_request, response) => response.writeHead(501).end());
  server.on('connect', (request, client, head) => {
    const { hostname, port } = new URL(`http://${request.url}`);
    const upstream = connect(port === '' ? 443 : Number(port), hostname, () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      client.pipe(upstream);
      upstream.pipe(client);
    });
    upstream.on('data', (chunk: Buffer) => (count += chunk.length));
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received() {
      const since = count;
      count = 0;
      return since;
    },
    close: () => server.close(),
  };
}
