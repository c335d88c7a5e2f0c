import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/**
 * A request with exactly these headers: `fetch` sets some by itself and forbids others. A body longer or shorter than its
 * content-length is sent as it is, and a short one ends the connection.
 */
export async function rawRequest(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array = new Uint8Array(),
): Promise<RawResponse> {
  const outgoing = request(url, { method, headers: { ...headers }, agent: false });
  // A server that refuses early closes while we still send; its answer is what counts.
  outgoing.on('error', () => undefined);
  const answered = once(outgoing, 'response');
  outgoing.end(body);
  const [response] = (await answered) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}
