import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testWithTool } from '../../../../../test/tools.ts';
import { indexSettings } from './index-config.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyring-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program `keyring` that knows one password, and writes down what it is asked. */
function putKeyring(service: string): void {
  const path = join(folder, 'keyring');
  const log = join(folder, 'log');
  writeFileSync(
    path,
    `#!/bin/sh\necho "$@" >> '${log}'\nif [ "$2" = '${service}' ]; then echo secret; else exit 1; fi\n`,
  );
  chmodSync(path, 0o755);
}

const asked = () => readFileSync(join(folder, 'log'), 'utf8').trim().split('\n');

async function sent(environment: Record<string, string>, address = 'https://me@host.example/simple'): Promise<string> {
  const path = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
  const all = { PIP_CONFIG_FILE: '/dev/null', UV_NO_CONFIG: '1', PATH: path, PIP_INDEX_URL: address, ...environment };
  const { credentials } = indexSettings({ environment: all, platform: 'linux', home: folder });
  const headers = await Promise.all(
    ['page', 'text'].map((name) => credentials.headerFor(new URL(`https://host.example/simple/${name}/`))),
  );
  expect(headers[0]).toBe(headers[1]);
  return Buffer.from((headers[0] ?? '').replace('Basic ', ''), 'base64').toString();
}

const withShell = testWithTool('sh', ['sh', '-c', 'true']);

withShell('the program is asked once, by the address of the index, for a user without a password', async () => {
  putKeyring('https://host.example/simple');
  expect(await sent({ PIP_KEYRING_PROVIDER: 'subprocess' })).toBe('me:secret');
  expect(asked()).toEqual(['get https://host.example/simple me']);
});

withShell('then by the host, and a user that it does not know is sent as it is', async () => {
  putKeyring('host.example');
  expect(await sent({ UV_KEYRING_PROVIDER: 'subprocess' })).toBe('me:secret');
  expect(asked()).toEqual(['get https://host.example/simple me', 'get host.example me']);
  putKeyring('another');
  expect(await sent({ UV_KEYRING_PROVIDER: 'subprocess' })).toBe('me:');
});

withShell('it is not asked unless the configuration says so, nor where there is a password', async () => {
  putKeyring('host.example');
  expect(await sent({})).toBe('me:');
  expect(await sent({ PIP_KEYRING_PROVIDER: 'disabled', UV_KEYRING_PROVIDER: 'subprocess' })).toBe('me:');
  expect(await sent({ PIP_KEYRING_PROVIDER: 'subprocess' }, 'https://me:own@host.example/simple')).toBe('me:own');
  expect(() => asked()).toThrow('ENOENT');
});

test('a program that is not there is a fault', async () => {
  await expect(sent({ PIP_KEYRING_PROVIDER: 'subprocess', PATH: folder })).rejects.toMatchObject({
    code: 'keyring-missing',
  });
});
