import { setTimeout as sleep } from 'node:timers/promises';
import { printable } from './address.ts';
import { indexRefused, indexUnreachable } from './faults.ts';

export interface Transport {
  /**
   * GETs the address, following redirects and trying again on outages. `use` reads the body; when the connection breaks
   * meanwhile, it is called anew with a fresh answer. Undefined when the server has no such thing (404, 410).
   */
  get<T>(
    address: string,
    headers: Readonly<Record<string, string>>,
    use: (response: Response) => Promise<T>,
  ): Promise<T | undefined>;
}

export interface TransportOptions {
  /** Waits before each new try, in milliseconds; as many tries as there are waits, and the first. */
  readonly waits?: readonly number[];
  /** `Authorization` headers by origin (`https://host:port`); sent there and nowhere else. */
  readonly authorizations?: ReadonlyMap<string, string>;
  /** How long a server may be silent before its answer begins, in milliseconds. */
  readonly patience?: number;
  readonly onRetry?: (address: string, problem: string) => void;
}

// pip tries 5 times with waits of 0.25 s and doubling (its --retries and urllib3's backoff_factor).
const WAITS = [250, 500, 1000, 2000, 4000];
const PATIENCE = 60_000;
/** Statuses that a server sends when it is out of order or busy, not when the request is wrong (RFC 9110, RFC 6585). */
const OUTAGES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const MOST_CONNECTIONS = 8;

/** A transport over `fetch` with at most eight requests at once. Safe to share between everything that downloads. */
export function httpTransport(options: TransportOptions = {}): Transport {
  const waits = options.waits ?? WAITS;
  const limit = limiter(MOST_CONNECTIONS);
  return {
    get: (address, headers, use) =>
      limit(async () => {
        for (let attempt = 0; ; attempt++) {
          const outcome = await once(address, headers, use, options);
          if (outcome.kind === 'done') return outcome.value;
          if (outcome.kind === 'absent') return undefined;
          const wait = waits[attempt];
          if (wait === undefined) throw indexUnreachable(printable(address), outcome.problem, outcome.cause);
          options.onRetry?.(printable(address), outcome.problem);
          await sleep(Math.max(wait, outcome.wait ?? 0));
        }
      }),
  };
}

type Outcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'absent' }
  | { readonly kind: 'outage'; readonly problem: string; readonly cause?: unknown; readonly wait?: number };

async function once<T>(
  address: string,
  headers: Readonly<Record<string, string>>,
  use: (response: Response) => Promise<T>,
  { authorizations, patience = PATIENCE }: TransportOptions,
): Promise<Outcome<T>> {
  const authorization = authorizations?.get(new URL(address).origin);
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(new Error(`no answer within ${patience / 1000} s`)), patience);
  try {
    const response = await fetch(address, {
      headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
      signal: silence.signal,
    });
    clearTimeout(timer);
    if (response.ok) return { kind: 'done', value: await use(response) };
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return { kind: 'absent' };
    const problem = `status ${response.status}`;
    if (OUTAGES.has(response.status)) return { kind: 'outage', problem, wait: retryAfter(response) };
    throw indexRefused(printable(address), response.status);
  } catch (error) {
    if (isConnectionError(error)) return { kind: 'outage', problem: reasonOf(error), cause: error };
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Seconds in `Retry-After` (RFC 9110 10.2.3), at most half a minute; 0 for none, or a date, which is never short. */
function retryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  return Number.isFinite(seconds) ? Math.min(seconds, 30) * 1000 : 0;
}

/** What `fetch` throws when the connection cannot be made or breaks: a TypeError with the reason underneath, or our own abort. */
function isConnectionError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if (error instanceof TypeError) return error.message === 'fetch failed' || error.message === 'terminated';
  return error.name === 'AbortError' || error.message.startsWith('no answer within') || error instanceof CutOff;
}

/** A body that ended before its announced length; some servers close a connection without an error. */
export class CutOff extends Error {}

function reasonOf(error: Error): string {
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error ? cause.message : error.message;
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
