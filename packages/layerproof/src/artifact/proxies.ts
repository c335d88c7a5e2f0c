import { BlockList, isIP } from 'node:net';
import { splitCredentials } from './address.ts';
import { badProxy } from './faults.ts';

/** Addresses of proxies as the environment has them. */
export interface Proxies {
  readonly forHttp: string | undefined;
  readonly forHttps: string | undefined;
  /** Hosts that are asked directly, as in `NO_PROXY`. */
  readonly none: string;
}

/** A proxy, with the header that its credentials make. */
export interface Proxy {
  readonly url: URL;
  readonly authorization: string | undefined;
}

/** The proxy for an address; undefined when it is asked directly. @throws Fault `bad-proxy`. */
export function proxyFor(url: URL, { forHttp, forHttps, none }: Proxies): Proxy | undefined {
  const address = url.protocol === 'https:' ? forHttps : forHttp;
  return address === undefined || isExempt(url, none) ? undefined : parseProxy(address);
}

function parseProxy(address: string): Proxy {
  // curl and pip take `host:port` as well.
  const full = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `http://${address}`;
  if (!URL.canParse(full)) throw badProxy('its address cannot be read');
  const url = new URL(full);
  if (!/^https?:$/.test(url.protocol)) throw badProxy(`\`${url.protocol.slice(0, -1)}\` is not spoken here`);
  const { url: plain, authorization } = splitCredentials(full);
  return { url: new URL(plain), authorization };
}

/**
 * True when `NO_PROXY` names the host: apart by commas or space; `*` is every host; a name is the host and all below it, with or
 * without a leading dot, and with a port only that one; an IP address may be a range (`10.0.0.0/8`), as for curl and requests.
 */
export function isExempt(url: URL, none: string): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  return none
    .toLowerCase()
    .split(/[\s,]+/)
    .some((entry) => entry !== '' && (entry === '*' || isNamed(entry, host, port)));
}

function isNamed(entry: string, host: string, port: string): boolean {
  const family = isIP(host);
  if (family !== 0) return isInRange(entry.replace(/^\[|\]$/g, ''), host, family === 6 ? 'ipv6' : 'ipv4');
  const [, name = entry, itsPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (itsPort !== undefined && itsPort !== port) return false;
  const bare = name.replace(/^\*?\.+/, '');
  return host === bare || host.endsWith(`.${bare}`);
}

function isInRange(entry: string, host: string, family: 'ipv4' | 'ipv6'): boolean {
  const [network = '', bits] = entry.split('/');
  const width = family === 'ipv6' ? 128 : 32;
  const prefix = bits === undefined ? width : Number(bits);
  if (isIP(network) !== (family === 'ipv6' ? 6 : 4) || !(prefix >= 0 && prefix <= width)) return false;
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list.check(host, family);
}
