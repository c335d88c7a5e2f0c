import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers, testWithTool } from '../../../../test/tools.ts';
import { type NetworkOptions, networkSettings } from './network-settings.ts';
import { openServers } from './testing/serve.ts';
import { httpTransport } from './transport.ts';

const servers = openServers();
const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
const at = (name: string) => join(folder, name);
const OPENSSL = ['openssl', 'version'];

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore', cwd: folder });

// `openssl ca` takes dates in the past, on every version.
const CONFIGURATION = `[ca]
default_ca = mine
[mine]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
`;

/** A certificate of our authority for a host. */
function issue(name: string, host: string, until = '20990101000000Z'): void {
  const alternative = `subjectAltName=${/^\d/.test(host) ? 'IP' : 'DNS'}:${host}`;
  openssl(
    'req',
    ...KEY,
    '-subj',
    `/CN=${host}`,
    '-addext',
    alternative,
    '-keyout',
    `${name}.key`,
    '-out',
    `${name}.request`,
  );
  const authority = ['-config', 'ca.conf', '-cert', 'authority.pem', '-keyfile', 'authority.key', '-batch', '-notext'];
  const dates = ['-startdate', '20200101000000Z', '-enddate', until];
  openssl('ca', ...authority, ...dates, '-in', `${name}.request`, '-out', `${name}.pem`);
}

beforeAll(() => {
  if (!answers(OPENSSL)) return;
  for (const [name, text] of [
    ['ca.conf', CONFIGURATION],
    ['index.txt', ''],
    ['serial', '01'],
  ] as const) {
    writeFileSync(at(name), text);
  }
  const subject = ['-subj', '/CN=Test Authority', '-addext', 'basicConstraints=critical,CA:TRUE'];
  openssl('req', '-x509', ...KEY, ...subject, '-days', '2', '-keyout', 'authority.key', '-out', 'authority.pem');
  issue('right', '127.0.0.1');
  issue('other', 'other.example');
  issue('client', 'me');
  writeFileSync(at('client-both.pem'), readFileSync(at('client.pem'), 'utf8') + readFileSync(at('client.key'), 'utf8'));
  mkdirSync(at('folder'));
  writeFileSync(at('folder/authority.crt'), readFileSync(at('authority.pem')));
});
afterAll(() => {
  servers.close();
  rmSync(folder, { recursive: true });
});

async function serveTls(certificate: string, options: ServerOptions = {}): Promise<string> {
  const server = createServer(
    { key: readFileSync(at(`${certificate}.key`)), cert: readFileSync(at(`${certificate}.pem`)), ...options },
    ({ socket }, response) => response.end((socket as TLSSocket).getPeerCertificate().subject?.CN ?? 'nobody'),
  );
  return `https://127.0.0.1:${await servers.listen(server)}/simple/`;
}

const read = (address: string, environment: Record<string, string> = {}, configured: NetworkOptions = {}) =>
  httpTransport({ network: networkSettings(environment, configured), waits: [] }).get(address, {}, (answer) =>
    answer.text(),
  );
const named = (path: string) => ({ path: at(path), origin: 'PIP_CERT' });

describe('certificates', () => {
  testWithTool('openssl', OPENSSL)('of an authority that pip, requests or OpenSSL trusts are trusted', async () => {
    const address = await serveTls('right');
    await expect(read(address)).rejects.toMatchObject({
      code: 'certificate-untrusted',
      hint: expect.stringContaining('PIP_CERT'),
    });
    expect(await read(address, {}, { certificates: named('authority.pem') })).toBe('nobody');
    expect(await read(address, { SSL_CERT_FILE: at('authority.pem') })).toBe('nobody');
    expect(await read(address, { REQUESTS_CA_BUNDLE: at('folder') })).toBe('nobody');
    expect(await read(address, { SSL_CERT_DIR: `/nowhere:${at('folder')}` })).toBe('nobody');
  });

  testWithTool('openssl', OPENSSL)('for another host are told with the host that they are for', async () => {
    const environment = { SSL_CERT_FILE: at('authority.pem') };
    await expect(read(await serveTls('other'), environment)).rejects.toMatchObject({
      code: 'certificate-wrong-host',
      message: expect.stringContaining('has a certificate for other.example'),
    });
  });

  testWithTool('openssl', OPENSSL)('that have expired are told as such', async () => {
    issue('old', '127.0.0.1', '20200102000000Z');
    await expect(read(await serveTls('old'), { SSL_CERT_FILE: at('authority.pem') })).rejects.toMatchObject({
      code: 'certificate-expired',
    });
  });

  testWithTool('openssl', OPENSSL)('of a trusted host are not looked at', async () => {
    const address = await serveTls('other');
    const { host } = new URL(address);
    expect(await read(address, {}, { trustedHosts: ['127.0.0.1'] })).toBe('nobody');
    expect(await read(address, {}, { trustedHosts: [host] })).toBe('nobody');
    await expect(read(address, {}, { trustedHosts: ['127.0.0.1:1', 'other'] })).rejects.toThrow('not trusted');
  });

  testWithTool('openssl', OPENSSL)('say who the client is', async () => {
    const address = await serveTls('right', {
      ca: readFileSync(at('authority.pem')),
      requestCert: true,
      rejectUnauthorized: true,
    });
    const environment = { SSL_CERT_FILE: at('authority.pem') };
    await expect(read(address, environment)).rejects.toMatchObject({
      code: expect.stringMatching(/^index-(?:tls|unreachable)$/),
    });
    expect(await read(address, environment, { clientCertificate: named('client-both.pem') })).toBe('me');
    await expect(read(address, environment, { clientCertificate: named('client.pem') })).rejects.toMatchObject({
      code: 'bad-certificate-file',
    });
  });
});

test('a certificate file that is not there, or is none, is a fault', async () => {
  writeFileSync(at('empty.pem'), 'nothing');
  await expect(read('https://127.0.0.1:1/', { SSL_CERT_FILE: at('gone.pem') })).rejects.toThrow(
    /^SSL_CERT_FILE names .*gone\.pem, which cannot be read$/,
  );
  await expect(read('https://127.0.0.1:1/', {}, { certificates: named('empty.pem') })).rejects.toThrow(
    /^PIP_CERT names .*empty\.pem, which holds no PEM certificate$/,
  );
});

test('plain HTTP where TLS is asked for', async () => {
  const { origin } = await servers.serve((_, response) => void response.end());
  await expect(read(origin.replace('http:', 'https:'))).rejects.toMatchObject({ code: 'index-tls' });
});
