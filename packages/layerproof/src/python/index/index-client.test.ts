import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { artifactStore } from '../../artifact/store.ts';
import { type Answer, openServers, status } from '../../artifact/testing/serve.ts';
import { httpTransport } from '../../artifact/transport.ts';
import { makeWheel } from '../testing/make-wheel.ts';
import { fetchWheel } from '../wheels/wheel-file.ts';
import { indexClient } from './index-client.ts';
import { indexSettings } from './index-config.ts';
import type { IndexAnswer } from './index-file.ts';
import { metadataCache } from './metadata-cache.ts';
import { pageCache } from './page-cache.ts';

const servers = openServers();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'index-client-'));
});
afterEach(() => {
  servers.close();
  rmSync(folder, { recursive: true });
});

const WHEEL = makeWheel({ name: 'page', version: '1.0', requires: ['text>=2'] });
const JSON_TYPE = { 'content-type': 'application/vnd.pypi.simple.v1+json' };
const HTML_TYPE = { 'content-type': 'text/html' };

/** A client of its own, as each process has one, over the caches of the test. */
function open(environment: Record<string, string>, { offline = false } = {}) {
  const machine = { environment: { PIP_CONFIG_FILE: '/dev/null', UV_NO_CONFIG: '1', ...environment }, home: folder };
  const settings = indexSettings({ platform: 'linux', ...machine });
  const transport = offline ? undefined : httpTransport({ waits: [], credentials: settings.credentials });
  const store = artifactStore({ folder, transport });
  const caches = { pages: pageCache(folder), metadatas: metadataCache(folder) };
  return { ...indexClient({ settings, folder, transport, store, ...caches }), store };
}

const send =
  (body: string | Buffer, headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    void response.writeHead(200, headers).end(body);
const versionsOf = (answer: IndexAnswer) =>
  answer.kind === 'found' ? answer.page.wheels.map(({ name }) => name.version) : answer.kind;
const wheelsOf = (answer: IndexAnswer) => (answer.kind === 'found' ? answer.page.wheels : []);

/** A page in JSON with a file of each version. */
function page(...versions: string[]): string {
  return JSON.stringify({
    files: versions.map((version) => ({
      filename: `page-${version}-py3-none-any.whl`,
      url: `/files/page-${version}-py3-none-any.whl`,
    })),
  });
}

describe('the page of a distribution', () => {
  const link = `<a href="/files/${WHEEL.fileName}#sha512=${'AB'.repeat(64)}&md5=${'0'.repeat(32)}">a link</a>`;
  test.each([
    ['JSON', page('1.0'), JSON_TYPE],
    ['JSON that is called something else', page('1.0'), { 'content-type': 'text/plain' }],
    ['HTML', link, HTML_TYPE],
    ['HTML that nobody called so', `<html>${link}`, { 'content-type': 'application/octet-stream' }],
    ['HTML with another base', `<base href="https://files.example/x/"><a href='${WHEEL.fileName}'>x</a>`, HTML_TYPE],
    [
      'what stands in comments',
      `<!-- <a href="/page-0.1-py3-none-any.whl">page-0.1-py3-none-any.whl</a> -->${link}`,
      HTML_TYPE,
    ],
    ['packed JSON', gzipSync(page('1.0')), { ...JSON_TYPE, 'content-encoding': 'gzip' }],
  ])('is read as what it is: %s', async (_, body, headers) => {
    const { origin, requests } = await servers.serve(send(body, headers));
    expect(versionsOf(await open({ PIP_INDEX_URL: origin }).files('page'))).toEqual(['1.0']);
    expect(requests.map(({ url }) => url)).toEqual(['/page/']);
  });

  test('in HTML has the strongest hash that there is, and the base’s addresses', async () => {
    const { origin } = await servers.serve(
      send(`<base href="https://files.example/x/">${link}<a href="b/page-2-py3-none-any.whl">page</a>`, HTML_TYPE),
    );
    expect(wheelsOf(await open({ PIP_INDEX_URL: origin }).files('page'))).toMatchObject([
      {
        url: `https://files.example/files/${WHEEL.fileName}`,
        sha256: undefined,
        digest: { algorithm: 'sha512', hex: 'ab'.repeat(64) },
      },
      { url: 'https://files.example/x/b/page-2-py3-none-any.whl' },
    ]);
  });

  test.each([
    ['a picture', 'PNG', { 'content-type': 'image/png' }, 'sends image/png, but a page of an index is JSON or HTML'],
    ['nothing', '', {}, 'sends nothing that says its type, but a page of an index is JSON or HTML'],
    [
      'an API to come',
      '{"meta":{"api-version":"2.0"},"files":[]}',
      JSON_TYPE,
      'speaks version 2.0 of the Simple API, but 1 is known',
    ],
  ])('that is %s is a fault', async (_, body, headers, problem) => {
    const { origin } = await servers.serve(send(body, headers));
    await expect(open({ PIP_INDEX_URL: origin }).files('page')).rejects.toThrow(problem);
  });

  test('may be redirected, and its links start from where it is', async () => {
    const { origin } = await servers.serve(
      status(301, { location: '/other/page/' }),
      send('{"files":[{"filename":"page-1.0-py3-none-any.whl","url":"page-1.0-py3-none-any.whl"}]}', JSON_TYPE),
    );
    expect(wheelsOf(await open({ PIP_INDEX_URL: origin }).files('page'))[0]?.url).toBe(
      `${origin}/other/page/page-1.0-py3-none-any.whl`,
    );
  });
});

describe('a page in the cache', () => {
  const age = (seconds: number) => {
    const [name = ''] = readdirSync(join(folder, 'index'));
    const then = new Date(Date.now() - seconds * 1000);
    utimesSync(join(folder, 'index', name), then, then);
  };

  test('counts for as long as the server says, and is then asked for by its tag', async () => {
    const headers = { ...JSON_TYPE, 'cache-control': 'public, max-age=100', etag: 'W/"1"' };
    const { origin, requests } = await servers.serve(
      send(page('1.0'), headers),
      status(304),
      send(page('1.0', '1.1'), headers),
    );
    const versions = async () => versionsOf(await open({ PIP_INDEX_URL: origin }).files('page'));
    expect([await versions(), await versions()]).toEqual([['1.0'], ['1.0']]);
    expect(requests).toHaveLength(1);
    age(101);
    expect(await versions()).toEqual(['1.0']);
    expect(requests[1]?.headers['if-none-match']).toBe('W/"1"');
    expect(await versions()).toEqual(['1.0']);
    expect(requests).toHaveLength(2);
    age(101);
    expect(await versions()).toEqual(['1.0', '1.1']);
  });

  test('is asked for each time where the server says so, and by its date where it has no tag', async () => {
    const date = 'Sat, 24 Oct 2026 12:00:00 GMT';
    const { origin, requests } = await servers.serve(
      send(page('1.0'), { ...JSON_TYPE, 'cache-control': 'no-cache', 'last-modified': date }),
      status(304),
    );
    await open({ PIP_INDEX_URL: origin }).files('page');
    await open({ PIP_INDEX_URL: origin }).files('page');
    expect(requests[1]?.headers['if-modified-since']).toBe(date);
  });

  test('counts offline, however old, and one that is damaged does not', async () => {
    const { origin } = await servers.serve(send(page('1.0'), JSON_TYPE));
    await open({ PIP_INDEX_URL: origin }).files('page');
    age(1e6);
    const offline = () => open({ PIP_INDEX_URL: origin }, { offline: true }).files('page');
    expect(versionsOf(await offline())).toEqual(['1.0']);
    const [name = ''] = readdirSync(join(folder, 'index'));
    writeFileSync(join(folder, 'index', name), '{"form":3,"wheels":[{"name":7}]}');
    expect((await offline()).kind).toBe('offline');
  });

  test('is not missed where the cache takes no files', async () => {
    writeFileSync(join(folder, 'index'), 'a file in the place of the folder');
    const { origin } = await servers.serve(send(page('1.0'), JSON_TYPE));
    expect(versionsOf(await open({ PIP_INDEX_URL: origin }).files('page'))).toEqual(['1.0']);
  });
});

describe('several indexes', () => {
  test('the first that knows a name counts, so that nobody takes it over elsewhere', async () => {
    const own = await servers.serve(send(page('1.0'), JSON_TYPE));
    const everybodys = await servers.serve(send(page('99.0'), JSON_TYPE));
    const environment = { PIP_INDEX_URL: everybodys.origin, PIP_EXTRA_INDEX_URL: own.origin };
    expect(versionsOf(await open(environment).files('page'))).toEqual(['1.0']);
    expect(everybodys.requests).toEqual([]);
    const merged = { ...environment, UV_INDEX_STRATEGY: 'unsafe-best-match' };
    expect(versionsOf(await open(merged).files('page'))).toEqual(['1.0', '99.0']);
    expect(() => open({ UV_INDEX_STRATEGY: 'unsafe-first-match' })).toThrow(/is none of the strategies/);
  });

  test('one that refuses stops the search, unless it is said to mean absence', async () => {
    const refusing = await servers.serve(status(403));
    const other = await servers.serve(send(page('1.0'), JSON_TYPE));
    const environment = { UV_DEFAULT_INDEX: other.origin, UV_INDEX: refusing.origin };
    await expect(open(environment).files('page')).rejects.toMatchObject({ code: 'index-forbidden' });
    const file = join(folder, 'uv.toml');
    writeFileSync(file, `[[index]]\nurl = "${refusing.origin}"\nignore-error-codes = [403]\n`);
    const configured = { UV_DEFAULT_INDEX: other.origin, UV_CONFIG_FILE: file };
    expect(versionsOf(await open(configured).files('page'))).toEqual(['1.0']);
  });

  test('nobody has it: all that were asked are named, without credentials', async () => {
    const { origin } = await servers.serve(status(404));
    const address = origin.replace('//', '//me:secret@');
    expect(await open({ PIP_INDEX_URL: address, PIP_FIND_LINKS: '/nowhere' }).files('page')).toEqual({
      kind: 'unknown',
      asked: [`${origin}/`, '/nowhere'],
    });
  });
});

describe('find-links', () => {
  test('a folder, a page on this machine, a page on the web and a single wheel', async () => {
    const at = (name: string) => join(folder, name);
    mkdirSync(at('wheels'));
    for (const path of ['wheels/page-1.0-py3-none-any.whl', 'page-3.0-py3-none-any.whl', 'wheels/notes.txt'])
      writeFileSync(at(path), '');
    writeFileSync(
      at('links.html'),
      '<a href="page-2.0-py3-none-any.whl">any text</a><a href="other-1-py3-none-any.whl">x</a>',
    );
    const { origin } = await servers.serve(send('<a href="files/page-4.0-py3-none-any.whl">x</a>', HTML_TYPE));
    const links = ['wheels', pathToFileURL(at('links.html')).href, 'page-3.0-py3-none-any.whl', `${origin}/links/`];
    const environment = { PIP_NO_INDEX: '1', PIP_FIND_LINKS: links.join(' ') };
    const wheels = wheelsOf(await open(environment).files('page'));
    expect(wheels.map(({ name, url }) => [name.version, url])).toEqual([
      ['1.0', pathToFileURL(at('wheels/page-1.0-py3-none-any.whl')).href],
      ['2.0', pathToFileURL(at('page-2.0-py3-none-any.whl')).href],
      ['3.0', pathToFileURL(at('page-3.0-py3-none-any.whl')).href],
      ['4.0', `${origin}/links/files/page-4.0-py3-none-any.whl`],
    ]);
    expect(
      (await open({ PIP_NO_INDEX: '1', PIP_FIND_LINKS: `${origin}/new/` }, { offline: true }).files('page')).kind,
    ).toBe('offline');
  });

  test('a single wheel of the web, with its hash', async () => {
    const address = `https://files.example/${WHEEL.fileName}`;
    const wanted = { PIP_NO_INDEX: '1', PIP_FIND_LINKS: `${address}#sha256=${WHEEL.sha256}` };
    expect(wheelsOf(await open(wanted).files('page'))).toMatchObject([{ url: address, sha256: WHEEL.sha256 }]);
  });

  test('an index may be a folder of pages', async () => {
    mkdirSync(join(folder, 'simple/page'), { recursive: true });
    writeFileSync(join(folder, 'simple/page/index.html'), '<a href="../../page-1.0-py3-none-any.whl">x</a>');
    const index = open({ PIP_INDEX_URL: pathToFileURL(join(folder, 'simple')).href });
    expect(wheelsOf(await index.files('page'))[0]?.url).toBe(
      pathToFileURL(join(folder, 'page-1.0-py3-none-any.whl')).href,
    );
    expect((await index.files('other')).kind).toBe('unknown');
  });
});

describe('METADATA', () => {
  /** An index of one wheel, whose METADATA lies beside it, or parts of which are given. */
  async function serveWheel({
    beside,
    ranges = false,
    bytes = WHEEL.bytes,
  }: {
    beside?: string;
    ranges?: boolean;
    bytes?: Buffer;
  }) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const stated =
      beside === undefined ? {} : { 'core-metadata': { sha256: createHash('sha256').update(beside).digest('hex') } };
    const file = {
      filename: WHEEL.fileName,
      url: `/files/${WHEEL.fileName}?signature=secret`,
      hashes: { sha256 },
      ...stated,
    };
    let sent = 0;
    const { origin, requests } = await servers.serve((request, response) => {
      const path = new URL(request.url ?? '', 'http://x').pathname;
      if (path === '/page/') return void response.writeHead(200, JSON_TYPE).end(JSON.stringify({ files: [file] }));
      if (path.endsWith('.metadata'))
        return void (beside === undefined ? response.writeHead(404).end() : response.end(beside));
      const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
      if (!ranges || first + last === '') return void response.end(bytes);
      const from = first === '' ? Math.max(0, bytes.length - Number(last)) : Number(first);
      const to = first === '' || last === '' ? bytes.length : Number(last) + 1;
      sent += to - from;
      response
        .writeHead(206, { 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` })
        .end(bytes.subarray(from, to));
    });
    const ask = async (options = {}) => {
      const index = open({ PIP_INDEX_URL: origin }, options);
      const [wheel] = wheelsOf(await index.files('page'));
      if (wheel === undefined) throw new Error('no wheel');
      return (await index.metadata(wheel)).requires.map(({ name }) => name);
    };
    const asked = () =>
      requests
        .map(({ url, headers }) => `${(url ?? '').replace(/\?.*/, '')} ${headers.range ?? ''}`.trim())
        .filter((line) => line !== '/page/');
    return { ask, asked, sent: () => sent };
  }

  test('beside the wheel is held against its hash, and kept for ever', async () => {
    const { ask, asked } = await serveWheel({
      beside: 'Metadata-Version: 2.1\nName: page\nVersion: 1.0\nRequires-Dist: beside\n',
    });
    expect([await ask(), await ask(), await ask({ offline: true })]).toEqual([['beside'], ['beside'], ['beside']]);
    expect(asked()).toEqual([`/files/${WHEEL.fileName}.metadata`]);
    const [name = ''] = readdirSync(join(folder, 'metadata'));
    writeFileSync(join(folder, 'metadata', name), 'damaged');
    expect(await ask()).toEqual(['beside']);
    expect(asked()).toHaveLength(2);
  });

  test('within the wheel is read without the rest of it', async () => {
    const large = makeWheel({
      name: 'page',
      version: '1.0',
      requires: ['within'],
      files: { 'page/data.py': 'x'.repeat(3_000_000) },
    });
    const { ask, asked, sent } = await serveWheel({ ranges: true, bytes: large.bytes });
    expect([await ask(), await ask()]).toEqual([['within'], ['within']]);
    expect(sent()).toBeLessThan(200_000);
    expect(asked()[0]).toBe(`/files/${WHEEL.fileName} bytes=-73728`);
  });

  test('comes with the whole wheel when the server gives no parts', async () => {
    const { ask, asked } = await serveWheel({});
    expect([await ask(), await ask()]).toEqual([['text'], ['text']]);
    expect(asked()).toEqual([
      `/files/${WHEEL.fileName} bytes=-73728`,
      `/files/${WHEEL.fileName}`,
      `/files/${WHEEL.fileName} bytes=-73728`,
    ]);
  });
});

test('a direct address gives its hash and its credentials, and nothing of these stays in it', async () => {
  const { origin, requests } = await servers.serve(send(WHEEL.bytes));
  const index = open({});
  const address = `${origin.replace('//', '//me:secret@')}/${WHEEL.fileName}#sha256=${WHEEL.sha256}`;
  const wheel = await index.wheelAt(address);
  expect([wheel.url, wheel.sha256]).toEqual([`${origin}/${WHEEL.fileName}`, WHEEL.sha256]);
  await fetchWheel(wheel, index.store);
  expect(requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
  expect(existsSync(join(folder, 'artifacts/sha256', WHEEL.sha256.slice(0, 2), WHEEL.sha256))).toBe(true);
  for (const wrong of ['git+https://host.example/a', 'https://host.example/a-1.0.tar.gz', 'no address']) {
    await expect(index.wheelAt(wrong)).rejects.toMatchObject({ code: 'not-a-wheel-address' });
  }
});
