import * as http from 'node:http';
import * as https from 'node:https';
import { type Duplex, PassThrough } from 'node:stream';
import * as tls from 'node:tls';
import { secureContext } from './certificates.ts';
import { keepHeapSmall } from './collect-garbage.ts';
import { ProxyFailure, Silence } from './failure.ts';
import type { NetworkSettings } from './network-settings.ts';
import { type Proxy, proxyFor } from './proxies.ts';

/** How a request to an address is sent. */
export interface Route {
  readonly request: (options: https.RequestOptions) => http.ClientRequest;
  readonly options: https.RequestOptions;
  /** Headers for the proxy alone. */
  readonly headers: Readonly<Record<string, string>>;
  readonly isProxied: boolean;
}

/** Connections that stay open between requests, direct or through a proxy. */
export interface Connections {
  to(url: URL): Route;
}

/** Connections as the settings say. Certificate files are read when the first address asks for TLS. */
export function openConnections({ proxies, trust, patience }: NetworkSettings): Connections {
  keepHeapSmall();
  const plain = new http.Agent({ keepAlive: true });
  const agents = new Map<string, https.Agent>();
  let context: tls.SecureContext | undefined | 'not made' = 'not made';
  const tlsOptions = (host: string, port: string): tls.SecureContextOptions & tls.ConnectionOptions => {
    if (context === 'not made') context = secureContext(trust);
    const isTrusted = trust.trustedHosts.some((entry) => entry === host || entry === `${host}:${port}`);
    return {
      ...(context === undefined ? {} : { secureContext: context }),
      ...(isTrusted ? { rejectUnauthorized: false } : {}),
    };
  };
  const agentFor = (proxy: Proxy | undefined): https.Agent => {
    const key = proxy?.url.href ?? '';
    const agent =
      agents.get(key) ?? (proxy === undefined ? new https.Agent({ keepAlive: true }) : tunnelAgent(proxy, patience));
    agents.set(key, agent);
    return agent;
  };

  return {
    to(url) {
      const proxy = proxyFor(url, proxies);
      if (url.protocol === 'https:') {
        const options = { ...hostOf(url), path: pathOf(url), agent: agentFor(proxy) };
        const secure = tlsOptions(url.hostname, url.port);
        return { request: https.request, options: { ...options, ...secure }, headers: {}, isProxied: false };
      }
      if (proxy === undefined) {
        return {
          request: http.request,
          options: { ...hostOf(url), path: pathOf(url), agent: plain },
          headers: {},
          isProxied: false,
        };
      }
      // A proxy is asked for the whole address (RFC 9112 section 3.2.2).
      const isSecure = proxy.url.protocol === 'https:';
      const options = { ...hostOf(proxy.url), path: withoutHash(url), agent: isSecure ? agentFor(undefined) : plain };
      const headers = { host: url.host, ...proxyHeaders(proxy) };
      return { request: isSecure ? https.request : http.request, options, headers, isProxied: true };
    },
  };
}

function hostOf({ hostname, port, protocol }: URL) {
  // An IPv6 address stands in brackets in an address, and without them anywhere else.
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  };
}

function pathOf({ pathname, search }: URL): string {
  return `${pathname}${search}`;
}

function withoutHash(url: URL): string {
  return `${url.origin}${pathOf(url)}`;
}

function proxyHeaders({ authorization }: Proxy): Record<string, string> {
  return authorization === undefined ? {} : { 'proxy-authorization': authorization };
}

/** An agent whose connections are TLS within a tunnel through the proxy (CONNECT, RFC 9110 section 9.3.6). */
function tunnelAgent(proxy: Proxy, patience: number): https.Agent {
  const agent = new https.Agent({ keepAlive: true });
  agent.createConnection = (options, callback) => {
    const { host, port } = options;
    const target = `${host?.includes(':') === true ? `[${host}]` : host}:${port}`;
    openTunnel(proxy, target, patience, (error, socket) => {
      const connection = socket ?? new PassThrough();
      if (error !== undefined) callback?.(error, connection);
      else callback?.(null, tls.connect({ ...(options as tls.ConnectionOptions), socket: connection }));
    });
    return undefined;
  };
  return agent;
}

function openTunnel(
  proxy: Proxy,
  target: string,
  patience: number,
  opened: (error: Error | undefined, socket?: Duplex) => void,
): void {
  const { request: ask } = proxy.url.protocol === 'https:' ? https : http;
  const headers = { host: target, ...proxyHeaders(proxy) };
  const request = ask({ ...hostOf(proxy.url), method: 'CONNECT', path: target, headers, agent: false });
  request.once('connect', (response, socket) => {
    if (response.statusCode === 200) return opened(undefined, socket);
    socket.destroy();
    opened(new ProxyFailure(response.statusCode));
  });
  request.once('error', (cause) => opened(new ProxyFailure(undefined, cause)));
  request.setTimeout(patience, () => request.destroy(new Silence(patience)));
  request.end();
}
