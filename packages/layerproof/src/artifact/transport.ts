import { setTimeout as sleep } from 'node:timers/promises';
import { isFault } from '@ocr-pipeline/fault';
import { printable } from './address.ts';
import type { Connections } from './connections.ts';
import type { Credentials } from './credentials.ts';
import { type Answer, exchange, type Headers, StaleConnection } from './exchange.ts';
import { type Failure, failureOfError, failureOfStatus } from './failure.ts';
import { type NetworkSettings, networkSettings } from './network-settings.ts';

export interface Transport {
  /**
   * GETs the address, following redirects and trying again on outages. `use` reads the body; when the connection breaks
   * meanwhile, it is called anew with a fresh answer, and headers made anew. Undefined when the server has no such thing (404,
   * 410, and the statuses in `absent`).
   *
   * @throws Fault of what went wrong last, when it can be tried no more.
   */
  get<T>(
    address: string,
    headers: Headers | (() => Headers),
    use: (answer: Answer) => Promise<T>,
    absent?: ReadonlySet<number>,
  ): Promise<T | undefined>;
}

export interface TransportOptions {
  /** Those of the process's environment unless told. */
  readonly network?: NetworkSettings;
  /** Waits before each new try, in milliseconds, in place of those of the network settings. */
  readonly waits?: readonly number[];
  readonly credentials?: Credentials;
  readonly onRetry?: (address: string, problem: string) => void;
}

const MOST_CONNECTIONS = 8;

/** A transport with at most eight requests at once. Safe to share between everything that downloads. */
export function httpTransport(options: TransportOptions = {}): Transport {
  const network = options.network ?? networkSettings({});
  const waits = options.waits ?? network.waits;
  // Node takes longer to load its HTTP than to read a package from the cache, and a build may need nothing else.
  let opened: Promise<Connections> | undefined;
  const connect = () => (opened ??= import('./connections.ts').then((loaded) => loaded.openConnections(network)));
  const limit = limiter(MOST_CONNECTIONS);
  return {
    get: (address, headers, use, absent = NONE) =>
      limit(async () => {
        const connections = await connect();
        for (let attempt = 0; ; attempt++) {
          const given = typeof headers === 'function' ? headers() : headers;
          const outcome = await once(address, given, use, { ...options, network, connections, absent });
          if (outcome.kind === 'done') return outcome.value;
          if (outcome.kind === 'absent') return undefined;
          const wait = waits[attempt];
          if (wait === undefined || outcome.failure.isFinal) throw outcome.failure.fault;
          options.onRetry?.(printable(address), outcome.failure.problem);
          await sleep(Math.max(wait, outcome.failure.wait));
        }
      }),
  };
}

const NONE: ReadonlySet<number> = new Set();

type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly failure: Failure };

interface Once {
  readonly network: NetworkSettings;
  readonly connections: Connections;
  readonly credentials?: Credentials;
  readonly absent: ReadonlySet<number>;
}

async function once<T>(
  address: string,
  headers: Headers,
  use: (answer: Answer) => Promise<T>,
  options: Once,
): Promise<Outcome<T>> {
  const { network, connections, credentials, absent } = options;
  let hadCredentials = false;
  const headersFor = async (url: URL): Promise<Headers> => {
    const authorization = await credentials?.headerFor(url);
    hadCredentials = authorization !== undefined || headers['authorization'] !== undefined;
    return authorization === undefined ? {} : { authorization };
  };
  let answer: Answer | undefined;
  try {
    answer = await exchange(address, headers, { connections, patience: network.patience, headersFor });
    const { status } = answer;
    if ((status >= 200 && status < 300) || status === 304 || status === 416) {
      return { kind: 'done', value: await use(answer) };
    }
    if (status === 404 || status === 410 || absent.has(status)) return { kind: 'absent' };
    const retryAfter = answer.header('retry-after');
    const refused = { address: printable(address), status, hadCredentials, retryAfter };
    return { kind: 'failed', failure: failureOfStatus(refused) };
  } catch (error) {
    if (error instanceof StaleConnection) return await once(address, headers, use, options);
    if (isFault(error)) throw error;
    const { isProxied } = connections.to(new URL(address));
    const failure = failureOfError(error, printable(address), isProxied);
    if (failure === undefined) throw error;
    return { kind: 'failed', failure };
  } finally {
    answer?.discard();
  }
}

function limiter(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => void waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place is handed on as it is; only when nobody waits does it become free.
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}
