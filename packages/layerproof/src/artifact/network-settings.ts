import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as tls from 'node:tls';
import { badCertificateFile } from './faults.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where pip, requests and OpenSSL name a file of trusted certificates; Node itself reads only NODE_EXTRA_CA_CERTS. */
const CERTIFICATE_VARIABLES = ['PIP_CERT', 'REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE'] as const;

/**
 * Makes `fetch` of this process use the proxies and trust the certificates that the environment names, as pip does.
 *
 * Proxies: `PIP_PROXY`, `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, in capitals or not. Certificates: those of the file in
 * `PIP_CERT`, `REQUESTS_CA_BUNDLE` or `SSL_CERT_FILE`, beside Node's own.
 *
 * @throws Fault `bad-certificate-file` when the file cannot be read.
 */
export function applyNetworkSettings(environment: Environment): void {
  trustCertificates(environment);
  useProxies(environment);
}

function trustCertificates(environment: Environment): void {
  const name = CERTIFICATE_VARIABLES.find((variable) => (environment[variable] ?? '') !== '');
  const path = name === undefined ? undefined : environment[name];
  // Node before 22.19 cannot add certificates while it runs; there NODE_EXTRA_CA_CERTS is the way.
  const canAdd = typeof tls.setDefaultCACertificates === 'function';
  if (name === undefined || path === undefined || path === environment['NODE_EXTRA_CA_CERTS'] || !canAdd) return;
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...readCertificates(path, name)]);
}

function readCertificates(path: string, variable: string): string[] {
  try {
    return readFileSync(path, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  } catch (cause) {
    throw badCertificateFile(variable, path, cause);
  }
}

function useProxies(environment: Environment): void {
  const variable = (name: string) => environment[name.toLowerCase()] ?? environment[name];
  const forAll = environment['PIP_PROXY'];
  const plain = forAll ?? variable('HTTP_PROXY');
  const https = forAll ?? variable('HTTPS_PROXY');
  // Node before 24.14 takes proxies only at its start, by NODE_USE_ENV_PROXY=1.
  const canSet = typeof http.setGlobalProxyFromEnv === 'function';
  if ((plain === undefined && https === undefined) || !canSet) return;
  const none = variable('NO_PROXY');
  http.setGlobalProxyFromEnv({
    ...(plain === undefined ? {} : { HTTP_PROXY: plain }),
    ...(https === undefined ? {} : { HTTPS_PROXY: https }),
    ...(none === undefined ? {} : { NO_PROXY: none }),
  });
}
