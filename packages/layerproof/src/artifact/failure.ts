import type { Fault } from '@ocr-pipeline/fault';
import {
  badServerCertificate,
  cutOff,
  indexBusy,
  indexForbidden,
  indexOutage,
  indexRefused,
  indexSilent,
  indexUnauthorized,
  indexUnreachable,
  proxyRefused,
  proxyUnauthorized,
  proxyUnreachable,
  tlsFailed,
  untrustedCertificate,
  wrongHostCertificate,
} from './faults.ts';

/** A body that ended before its announced length, or broke off. */
export class CutOff extends Error {}

/** A server that said nothing for as long as is borne. */
export class Silence extends Error {
  constructor(patience: number) {
    super(`nothing came for ${patience / 1000} s`);
  }
}

/** The proxy could not be reached, or answered the wish for a tunnel with this status. */
export class ProxyFailure extends Error {
  readonly status: number | undefined;
  constructor(status: number | undefined, cause?: Error) {
    super(cause === undefined ? `status ${status}` : cause.message, { cause });
    this.status = status;
  }
}

/** What came of one try that failed: whether another may go well, and the fault when there is none left. */
export interface Failure {
  readonly isFinal: boolean;
  readonly problem: string;
  /** Milliseconds that the server asks to wait. */
  readonly wait: number;
  readonly fault: Fault;
}

/** Statuses that a server sends when it is out of order or busy, not when the request is wrong (RFC 9110, RFC 6585). */
const OUTAGES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

export interface RefusedRequest {
  /** As it may be printed. */
  readonly address: string;
  readonly status: number;
  readonly hadCredentials: boolean;
  /** The `Retry-After` header. */
  readonly retryAfter: string | undefined;
}

/** What a status means that is neither success nor absence. */
export function failureOfStatus({ address, status, hadCredentials, retryAfter }: RefusedRequest): Failure {
  const wait = waitOf(retryAfter);
  const problem = `status ${status}`;
  const final = (fault: Fault): Failure => ({ isFinal: true, problem, wait: 0, fault });
  if (status === 401) return final(indexUnauthorized(address, hadCredentials));
  if (status === 403) return final(indexForbidden(address, hadCredentials));
  if (status === 407) return final(proxyUnauthorized(address));
  if (!OUTAGES.has(status)) return final(indexRefused(address, status));
  const isTooLong = wait > LONGEST_WAIT;
  const fault = status === 429 ? indexBusy(address, isTooLong ? wait : undefined) : indexOutage(address, status);
  return { isFinal: isTooLong, problem, wait, fault };
}

/** Longer than this nobody waits at a prompt: the fault says how long it is. */
const LONGEST_WAIT = 60_000;

/** Milliseconds of `Retry-After` (RFC 9110 section 10.2.3): seconds, or a date. */
function waitOf(header: string | undefined): number {
  if (header === undefined) return 0;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds * 1000)) : 0;
}

// X509_verify_cert_error_string(3ssl), as Node names them (https://nodejs.org/api/tls.html#x509-certificate-error-codes).
const UNTRUSTED = new Set([
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'CERT_UNTRUSTED',
]);
const OUT_OF_DATE = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
/** Errors of the system and of Node's HTTP parser when a connection cannot be made or breaks. */
const BROKEN =
  /^(?:E(?:CONN|HOST|NET|ADDR)[A-Z]+|ETIMEDOUT|EPIPE|EAI_[A-Z]+|ENOTFOUND|UND_ERR_\w+|HPE_\w+|ERR_STREAM_PREMATURE_CLOSE|Z_[A-Z_]+)$/;

/** What an error of the connection means; undefined for one that has nothing to do with it. */
export function failureOfError(error: unknown, address: string, isProxied: boolean): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const again = (fault: Fault): Failure => ({ isFinal: false, problem: error.message, wait: 0, fault });
  const final = (fault: Fault): Failure => ({ isFinal: true, problem: error.message, wait: 0, fault });
  if (error instanceof Silence) return again(indexSilent(address, error.message));
  if (error instanceof CutOff) return again(cutOff(address, error.message));
  if (error instanceof ProxyFailure) return failureOfProxy(error, address);
  const code = codeOf(error);
  if (UNTRUSTED.has(code)) return final(untrustedCertificate(address, error.message, error));
  if (OUT_OF_DATE.has(code)) return final(badServerCertificate(address, error.message, error));
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return final(wrongHostCertificate(address, namesIn(error), error));
  if (/^(?:ERR_SSL_|ERR_TLS_|CERT_|EPROTO)/.test(code)) return final(tlsFailed(address, reasonOf(error), error));
  if (!BROKEN.test(code)) return undefined;
  if (isProxied) return failureOfProxy(new ProxyFailure(undefined, error), address);
  const fault = indexUnreachable(address, reasonOf(error), error);
  // The name service has answered: there is no such host.
  return code === 'ENOTFOUND' ? final(fault) : again(fault);
}

function failureOfProxy(error: ProxyFailure, address: string): Failure {
  const { status, message: problem } = error;
  if (status === 407) return { isFinal: true, problem, wait: 0, fault: proxyUnauthorized(address) };
  if (status === undefined) {
    const isFinal = codeOf(error.cause) === 'ENOTFOUND';
    return { isFinal, problem, wait: 0, fault: proxyUnreachable(address, reasonOf(error), error) };
  }
  return { isFinal: !OUTAGES.has(status), problem, wait: 0, fault: proxyRefused(address, status) };
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message;
  // OpenSSL says `write EPROTO 4027:error:0A00010B:SSL routines:ssl3_get_record:wrong version number:../record.c:332:`.
  return /:SSL routines:[^:]*:([^:]+):/.exec(error.message)?.[1] ?? error.message.trim();
}

/** The names that the certificate is for (`cert` of the error, as Node documents it). */
function namesIn(error: Error): string {
  const certificate = 'cert' in error ? error.cert : undefined;
  const names =
    typeof certificate === 'object' && certificate !== null && 'subjectaltname' in certificate
      ? String(certificate.subjectaltname)
      : '';
  return names === '' ? 'no host at all' : names.replaceAll(/(?:DNS|IP Address):/g, '');
}
