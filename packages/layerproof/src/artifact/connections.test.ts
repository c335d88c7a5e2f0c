import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { networkSettings } from './network-settings.ts';
import { openServers, status } from './testing/serve.ts';
import { httpTransport } from './transport.ts';

const servers = openServers();
const folder = mkdtempSync(join(tmpdir(), 'connections-'));
afterAll(() => {
  servers.close();
  rmSync(folder, { recursive: true });
});

const read = (address: string, environment: Record<string, string>) =>
  httpTransport({ network: networkSettings(environment, { timeout: 2 }), waits: [1] }).get(address, {}, (answer) =>
    answer.text(),
  );

/** A proxy that wants a password and connects everything to one port. */
async function openProxy(upstream: number, refusal?: number) {
  const asked: string[] = [];
  const isKnown = (header: string | undefined) => header === `Basic ${Buffer.from('me:se@cret').toString('base64')}`;
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(isKnown(request.headers['proxy-authorization']) ? 200 : 407).end('by proxy');
  });
  proxy.on('connect', (request, socket) => {
    asked.push(`${request.method} ${request.url}`);
    const code = refusal ?? (isKnown(request.headers['proxy-authorization']) ? 200 : 407);
    socket.on('error', () => undefined);
    socket.write(`HTTP/1.1 ${code} Answer\r\n\r\n`);
    if (code !== 200) return void socket.end();
    const there = connect(upstream, '127.0.0.1');
    there.on('error', () => undefined);
    there.pipe(socket).pipe(there);
  });
  const port = await servers.listen(proxy);
  return { asked, address: `http://me:se%40cret@127.0.0.1:${port}`, withoutPassword: `http://127.0.0.1:${port}` };
}

test('plain requests are made by the proxy, but not to where NO_PROXY says', async () => {
  const direct = await servers.serve((_, response) => void response.end('direct'));
  const proxy = await openProxy(1);
  const environment = { HTTP_PROXY: proxy.address, NO_PROXY: '127.0.0.1' };
  expect(await read(direct.origin, environment)).toBe('direct');
  expect(await read('http://index.invalid/simple/?a=1', environment)).toBe('by proxy');
  expect(proxy.asked).toEqual(['GET http://index.invalid/simple/?a=1']);
});

testWithTool('openssl', ['openssl', 'version'])(
  'TLS goes through a tunnel, over connections that stay open',
  async () => {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    const subject = ['-subj', '/CN=index.invalid', '-addext', 'subjectAltName=DNS:index.invalid'];
    execFileSync('openssl', ['req', ...options, ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    const server = createSecureServer(
      { key: readFileSync(key), cert: readFileSync(certificate) },
      (request, response) => {
        response.end(`${request.headers.host} ${request.url} ${request.headers['proxy-authorization']}`);
      },
    );
    const proxy = await openProxy(await servers.listen(server));
    const network = networkSettings({ https_proxy: proxy.address, SSL_CERT_FILE: certificate });
    const transport = httpTransport({ network, waits: [] });
    const get = () => transport.get('https://index.invalid/simple/', {}, (answer) => answer.text());
    expect([await get(), await get()]).toEqual(Array(2).fill('index.invalid /simple/ undefined'));
    expect(proxy.asked).toEqual(['CONNECT index.invalid:443']);
  },
);

test('a proxy that wants credentials, forbids, or is not there has a fault of its own, without its password', async () => {
  const proxy = await openProxy(1);
  const forbidding = await openProxy(1, 403);
  const broken = await openProxy(1, 503);
  const codeFor = async (address: string, ofProxy: string) => {
    const failure = read(address, { ALL_PROXY: ofProxy });
    await expect(failure).rejects.toMatchObject({ message: expect.not.stringMatching(/se@cret|se%40cret/) });
    return failure.catch((error: { code: string }) => error.code);
  };
  expect(await codeFor('https://index.invalid/', proxy.withoutPassword)).toBe('proxy-unauthorized');
  expect(await codeFor('http://index.invalid/', proxy.withoutPassword)).toBe('proxy-unauthorized');
  expect(await codeFor('https://index.invalid/', forbidding.address)).toBe('proxy-refused');
  expect(await codeFor('https://index.invalid/', broken.address)).toBe('proxy-refused');
  expect(broken.asked).toHaveLength(2);
  const gone = await servers.serve(status(200));
  servers.close();
  expect(await codeFor('https://index.invalid/', gone.origin)).toBe('proxy-unreachable');
  expect(await codeFor('http://index.invalid/', gone.origin)).toBe('proxy-unreachable');
});
