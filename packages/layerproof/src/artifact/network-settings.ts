import type { NamedFile, TrustSettings } from './certificates.ts';
import type { Proxies } from './proxies.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What configuration says of the network beside the environment's general variables; undefined where it says nothing. */
export interface NetworkOptions {
  /** One proxy for every address. */
  readonly proxy?: string | undefined;
  readonly certificates?: NamedFile | undefined;
  /** Certificate and key of this client, in one PEM file. */
  readonly clientCertificate?: NamedFile | undefined;
  /** `host` or `host:port`: whatever certificate they have is taken. */
  readonly trustedHosts?: readonly string[] | undefined;
  /** Seconds of silence that are borne. */
  readonly timeout?: number | undefined;
  readonly retries?: number | undefined;
  /** Trust what the operating system trusts as well. */
  readonly systemCertificates?: boolean | undefined;
}

export interface NetworkSettings {
  readonly proxies: Proxies;
  readonly trust: TrustSettings;
  /** How long a server may say nothing, before its answer and within it, in milliseconds. */
  readonly patience: number;
  /** Waits before each new try, in milliseconds. */
  readonly waits: readonly number[];
}

// uv's default (UV_HTTP_TIMEOUT); pip has 15 s.
const SECONDS = 30;
// pip's default (--retries).
const RETRIES = 5;
// urllib3's backoff_factor of pip, doubled each time. Without jitter: one client is no herd, and a failure can be told again.
const FIRST_WAIT = 250;
const LONGEST_WAIT = 8000;
/** Certificates that requests, curl and OpenSSL take; Node itself reads NODE_EXTRA_CA_CERTS. */
const CERTIFICATE_FILES = ['REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE'] as const;

/**
 * How the network is reached: what pip's and uv's configuration says (`configured`), else the environment's general variables.
 *
 * Proxies: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, in capitals or not. Certificates: those of one file
 * (`REQUESTS_CA_BUNDLE`, `CURL_CA_BUNDLE` or `SSL_CERT_FILE`) and of the folders in `SSL_CERT_DIR`, beside Node's own. A client
 * certificate: `SSL_CLIENT_CERT`, as uv has it.
 */
export function networkSettings(environment: Environment, configured: NetworkOptions = {}): NetworkSettings {
  const { proxy, trustedHosts = [], timeout = SECONDS, retries = RETRIES, systemCertificates = false } = configured;
  const named = (name: string): NamedFile | undefined => {
    const path = environment[name];
    return path === undefined || path === '' ? undefined : { path, origin: name };
  };
  return {
    proxies: {
      forHttp: proxy ?? eitherCase(environment, 'HTTP_PROXY') ?? eitherCase(environment, 'ALL_PROXY'),
      forHttps: proxy ?? eitherCase(environment, 'HTTPS_PROXY') ?? eitherCase(environment, 'ALL_PROXY'),
      none: eitherCase(environment, 'NO_PROXY') ?? '',
    },
    trust: {
      file: configured.certificates ?? CERTIFICATE_FILES.map(named).find((file) => file !== undefined),
      folders: named('SSL_CERT_DIR'),
      // Node has them by itself.
      known: environment['NODE_EXTRA_CA_CERTS'],
      client: configured.clientCertificate ?? named('SSL_CLIENT_CERT'),
      trustedHosts,
      system: systemCertificates,
    },
    patience: timeout * 1000,
    waits: Array.from({ length: retries }, (_, index) => Math.min(FIRST_WAIT * 2 ** index, LONGEST_WAIT)),
  };
}

/** Small letters win, as for curl and Python. */
function eitherCase(environment: Environment, name: string): string | undefined {
  const value = environment[name.toLowerCase()] ?? environment[name];
  return value === '' ? undefined : value;
}
