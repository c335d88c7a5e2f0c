import { expect, test } from 'vitest';
import { printable, splitCredentials, withoutCredentials } from './address.ts';
import { cacheFolder } from './cache-folder.ts';

test.each([
  [{}, 'linux', '/home/me/.cache/layerproof'],
  [{ XDG_CACHE_HOME: '/big/cache' }, 'linux', '/big/cache/layerproof'],
  [{ XDG_CACHE_HOME: '/big/cache', LAYERPROOF_CACHE_DIR: '/mine' }, 'linux', '/mine'],
  [{ XDG_CACHE_HOME: '/big/cache' }, 'darwin', '/home/me/Library/Caches/layerproof'],
  [{ LOCALAPPDATA: '/local' }, 'win32', '/local/layerproof'],
] as const)('with %o on %s the cache is %s', (environment, platform, expected) => {
  expect(cacheFolder(environment, platform, '/home/me').replaceAll('\\', '/')).toBe(expected);
});

test.each([
  ['https://me:p%40ss@host/simple/?token=1#x', 'https://host/simple/'],
  ['not an address //me:pass@host', 'not an address //host'],
])('nobody sees the credentials of %s', (address, shown) => expect(printable(address)).toBe(shown));

test('credentials become a header', () => {
  expect(splitCredentials('https://me:p%40ss@host/simple')).toEqual({
    url: 'https://host/simple',
    user: 'me',
    password: 'p@ss',
    authorization: `Basic ${Buffer.from('me:p@ss').toString('base64')}`,
  });
  expect(splitCredentials('https://host/simple').authorization).toBeUndefined();
});

test.each([
  ['a @ https://me:p@ss@host/a.whl#sha256=1 ; x', 'a @ https://host/a.whl#sha256=1 ; x'],
  ['git+ssh://me@host/a?token=1 and //b@c', 'git+ssh://host/a?… and //b@c'],
  ['someone@example.org', 'someone@example.org'],
])('of the text %s everybody may see %s', (text, shown) => expect(withoutCredentials(text)).toBe(shown));
