import { expect, test } from 'vitest';
import { printable, splitCredentials } from './address.ts';
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
