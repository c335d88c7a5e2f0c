import { expect, test } from 'vitest';
import { networkSettings } from './network-settings.ts';
import { isExempt, proxyFor } from './proxies.ts';

test.each([
  ['', 'https://host.example/', false],
  ['*', 'https://host.example/', true],
  ['host.example', 'https://host.example/', true],
  ['host.example', 'https://files.host.example/', true],
  ['.host.example', 'https://files.host.example/', true],
  ['*.host.example', 'https://files.host.example/', true],
  ['host.example', 'https://otherhost.example/', false],
  ['one.example, HOST.example', 'https://host.example/', true],
  ['host.example:8443', 'https://host.example/', false],
  ['host.example:8443', 'https://host.example:8443/', true],
  ['host.example:443', 'https://host.example/', true],
  ['10.0.0.0/8', 'http://10.1.2.3/', true],
  ['10.0.0.0/8', 'http://11.1.2.3/', false],
  ['10.1.2.3', 'http://10.1.2.3:80/', true],
  ['fd00::/8', 'http://[fd00::1]/', true],
  ['10.0.0.0/99', 'http://10.1.2.3/', false],
])('NO_PROXY=%s and %s: %s', (none, address, expected) => expect(isExempt(new URL(address), none)).toBe(expected));

const proxies = (environment: Record<string, string>, proxy?: string) =>
  networkSettings(environment, { proxy }).proxies;
const shown = (address: string, environment: Record<string, string>, proxy?: string) =>
  proxyFor(new URL(address), proxies(environment, proxy))?.url.href;

test('a proxy is chosen by the scheme, in small letters first, and pip has the last word', () => {
  const environment = { HTTP_PROXY: 'http://plain:1', https_proxy: 'http://small:2', HTTPS_PROXY: 'http://capital:3' };
  expect(shown('http://a.example/', environment)).toBe('http://plain:1/');
  expect(shown('https://a.example/', environment)).toBe('http://small:2/');
  expect(shown('https://a.example/', environment, 'pip:4')).toBe('http://pip:4/');
  expect(shown('https://a.example/', { ALL_PROXY: 'http://all:5' })).toBe('http://all:5/');
  expect(shown('https://a.example/', { HTTPS_PROXY: '' })).toBeUndefined();
});

test('a proxy of another kind is a fault that does not print its password', () => {
  for (const address of ['socks5://me:secret@host:1', 'http://me:secret@ho st']) {
    expect(() => shown('https://a.example/', {}, address)).toThrow(
      expect.objectContaining({ code: 'bad-proxy', message: expect.not.stringContaining('secret') }),
    );
  }
});

test('waits are doubled up to a bound, as often as is said', () => {
  expect(networkSettings({}).waits).toEqual([250, 500, 1000, 2000, 4000]);
  expect(networkSettings({}, { retries: 7 }).waits.at(-1)).toBe(8000);
  expect(networkSettings({}, { retries: 0 }).waits).toEqual([]);
  expect(networkSettings({}, { timeout: 2.5 }).patience).toBe(2500);
});
