import type { IncomingMessage } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { freeMemory } from '../formats/free-memory.ts';
import { printable } from './address.ts';
import { payAttention } from './attention.ts';
import type { Connections } from './connections.ts';
import { CutOff, Silence } from './failure.ts';
import { answerTooLarge, indexRedirects } from './faults.ts';

/** What a server answered. Its body is read once, or left. */
export interface Answer {
  readonly status: number;
  /** The address that answered, after redirects. */
  readonly url: string;
  header(name: string): string | undefined;
  /** Unpacked, when the server packed it for the way. */
  readonly body: AsyncIterable<Uint8Array>;
  text(): Promise<string>;
  /** @throws Fault `answer-too-large` when it is more than `most` bytes; 256 MiB unless told. */
  bytes(most?: number): Promise<Buffer>;
  /** Lets go of a body that is not wanted. */
  discard(): void;
}

export type Headers = Readonly<Record<string, string>>;

export interface ExchangeOptions {
  readonly connections: Connections;
  /** Milliseconds that a server may say nothing. */
  readonly patience: number;
  /** Headers for this address alone: its credentials. */
  readonly headersFor: (url: URL) => Promise<Headers>;
}

/** As many as browsers and requests follow; the Fetch standard has 20. */
const MOST_REDIRECTS = 20;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * GETs an address once, and follows where it leads. Credentials go to the address that they are for and are made anew for each
 * that it leads to. Never from `https:` to `http:`: the answer could then be anybody's.
 *
 * @throws Fault `index-redirects`; the errors of the connection as they are.
 */
export async function exchange(address: string, headers: Headers, options: ExchangeOptions): Promise<Answer> {
  let url = new URL(address);
  const { authorization, ...others } = headers;
  const first = authorization === undefined ? {} : { authorization };
  for (let hops = 0; ; hops++) {
    const own = url.origin === new URL(address).origin ? first : {};
    const all = { 'user-agent': USER_AGENT, ...others, ...(await options.headersFor(url)), ...own };
    const answer = await send(url, all, options);
    const location = answer.header('location');
    if (!REDIRECTS.has(answer.status) || location === undefined) return answer;
    answer.discard();
    if (hops === MOST_REDIRECTS) throw indexRedirects(printable(address), `after ${hops} redirects comes another`);
    if (!URL.canParse(location, url)) throw indexRedirects(printable(address), 'it redirects to what is no address');
    const next = new URL(location, url);
    if (!/^https?:$/.test(next.protocol) || (url.protocol === 'https:' && next.protocol === 'http:')) {
      throw indexRedirects(printable(address), `it redirects from ${url.protocol} to ${next.protocol}`);
    }
    url = next;
  }
}

/** Pages of the public index have some ten megabytes at most, unpacked. */
const LARGEST_IN_MEMORY = 256 * 1024 * 1024;

const USER_AGENT = 'layerproof';

/** The start of an answer, once it is there; fails when nothing comes for as long as is borne. */
function send(url: URL, headers: Headers, { connections, patience }: ExchangeOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const route = connections.to(url);
    const request = route.request({ ...route.options, method: 'GET', headers: { ...headers, ...route.headers } });
    const attention = payAttention(patience, () => request.destroy(new Silence(patience)));
    request.once('error', (error) => {
      attention.stop();
      const isStale = request.reusedSocket && 'code' in error && error.code === 'ECONNRESET';
      reject(isStale ? new StaleConnection(error.message, { cause: error }) : error);
    });
    request.once('response', (response) => {
      attention.stop();
      resolve(answerOf(url, response, patience));
    });
    request.end();
  });
}

/** The server closed a connection that was kept open at the moment that it was used again: nobody's fault. */
export class StaleConnection extends Error {}

function answerOf(url: URL, response: IncomingMessage, patience: number): Answer {
  const header = (name: string): string | undefined => {
    const value = response.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  const body = unpacked(response, header('content-encoding'), patience);
  const bytes = async (most = LARGEST_IN_MEMORY) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > most) throw answerTooLarge(printable(url.href), most);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };
  return {
    status: response.statusCode ?? 0,
    url: url.href,
    header,
    body,
    bytes,
    async text() {
      const whole = await bytes();
      const text = whole.toString('utf8');
      freeMemory(whole);
      return text;
    },
    discard: () => {
      if (!response.readableEnded) response.destroy();
    },
  };
}

/** RFC 9110 section 8.4.1. A part of a file is never packed by itself. */
function unpacked(
  response: IncomingMessage,
  encoding: string | undefined,
  patience: number,
): AsyncIterable<Uint8Array> {
  const attended = attend(response, patience);
  if (response.statusCode === 206) return attended;
  switch (encoding?.toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return through(attended, createGunzip());
    case 'deflate':
      return through(attended, createInflate());
    case 'br':
      return through(attended, createBrotliDecompress());
    default:
      return attended;
  }
}

/** The body as it comes, with an end when nothing more does. */
async function* attend(response: IncomingMessage, patience: number): AsyncGenerator<Uint8Array> {
  const attention = payAttention(patience, () => response.destroy(new Silence(patience)));
  try {
    for await (const chunk of response) {
      attention.touch();
      yield chunk as Uint8Array;
      attention.touch();
    }
  } catch (error) {
    // Node's word for a connection that ended before its time.
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') {
      throw new CutOff('the connection was closed', { cause: error });
    }
    throw error;
  } finally {
    attention.stop();
  }
}

async function* through(
  body: AsyncIterable<Uint8Array>,
  inflate: ReturnType<typeof createGunzip | typeof createInflate | typeof createBrotliDecompress>,
): AsyncGenerator<Uint8Array> {
  pipeline(Readable.from(body), inflate, () => undefined);
  try {
    yield* inflate;
  } catch (error) {
    // zlib's words for a stream that is damaged or ends too soon (https://nodejs.org/api/errors.html#zlib-errors).
    const isDamaged = error instanceof Error && 'code' in error && /^Z_|^ERR__ERROR/.test(String(error.code));
    throw isDamaged ? new CutOff(error.message, { cause: error }) : error;
  }
}
