import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, type AddressInfo, type Server as NetServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { applyNetworkSettings } from './network-settings.ts';
import { httpTransport } from './transport.ts';

let folder: string;
const servers: (NetServer & { closeAllConnections?: () => void })[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'network-settings-'));
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections?.();
    server.close();
  }
  rmSync(folder, { recursive: true });
});

async function listen(server: Server | NetServer): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const transport = httpTransport({ waits: [] });
const read = (address: string) => transport.get(address, {}, (response) => response.text());

testWithTool('openssl', ['openssl', 'version'])('certificates that pip trusts are trusted', async () => {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  execFileSync('openssl', ['req', ...options, ...subject, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const server = createHttpsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, response) =>
    response.end('trusted'),
  );
  const address = `https://127.0.0.1:${await listen(server)}/`;
  await expect(read(address)).rejects.toMatchObject({ code: 'index-unreachable' });
  applyNetworkSettings({ PIP_CERT: certificate });
  expect(await read(address)).toBe('trusted');
});

test('a certificate file that is not there is a fault', () => {
  expect(() => applyNetworkSettings({ SSL_CERT_FILE: join(folder, 'gone.pem') })).toThrow(
    /^SSL_CERT_FILE names .*gone\.pem/,
  );
});

test('requests go through the proxy, but not to where NO_PROXY says', async () => {
  const direct = await listen(createHttpServer((_, response) => response.end('direct')));
  const asked: string[] = [];
  const proxy = createHttpServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('by proxy');
  });
  // A tunnel, as Node also makes for plain HTTP.
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const upstream = connect(direct, '127.0.0.1');
    upstream.pipe(socket).pipe(upstream);
  });
  const proxyAddress = `http://127.0.0.1:${await listen(proxy)}`;
  applyNetworkSettings({ HTTP_PROXY: proxyAddress, NO_PROXY: '127.0.0.1' });
  expect(await read(`http://127.0.0.1:${direct}/`)).toBe('direct');
  expect(asked).toEqual([]);
  await read('http://index.invalid/simple/');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('index.invalid');
});
