import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { badCertificateFile } from './faults.ts';

/** Where pip, requests and OpenSSL name a file of trusted certificates; Node itself reads only NODE_EXTRA_CA_CERTS. */
const VARIABLES = ['PIP_CERT', 'REQUESTS_CA_BUNDLE', 'SSL_CERT_FILE'] as const;

/**
 * Trusts, beside Node's own certificates, those of the file that the environment names for pip. For the whole process.
 *
 * @throws Fault `bad-certificate-file` when the file cannot be read.
 */
export function trustCertificatesOf(environment: Readonly<Record<string, string | undefined>>): void {
  const name = VARIABLES.find((variable) => (environment[variable] ?? '') !== '');
  const path = name === undefined ? undefined : environment[name];
  // Node before 22.19 cannot add certificates while it runs; there NODE_EXTRA_CA_CERTS is the way.
  if (path === undefined || path === environment['NODE_EXTRA_CA_CERTS'] || !canAddCertificates()) return;
  tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...readCertificates(path, String(name))]);
}

function canAddCertificates(): boolean {
  return typeof tls.setDefaultCACertificates === 'function';
}

function readCertificates(path: string, variable: string): string[] {
  try {
    return readFileSync(path, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  } catch (cause) {
    throw badCertificateFile(variable, path, cause);
  }
}
