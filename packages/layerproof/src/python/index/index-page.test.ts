import { describe, expect, test } from 'vitest';
import { parseHtmlPage, parseJsonPage } from './index-page.ts';
import { compactPage, expandPage } from './page-form.ts';

const SHA256 = 'ab'.repeat(32);
const VALIDITY = { etag: '"1"', lastModified: undefined, maxAge: 1000 };
const BASE = 'https://index.example/simple/a-b/';

const JSON_PAGE = JSON.stringify({
  meta: { 'api-version': '1.1' },
  name: 'a-b',
  files: [
    { filename: 'a-b-0.9.tar.gz', url: 'https://files.example/a-b-0.9.tar.gz', hashes: {} },
    { filename: 'a_b-1.0.tar.gz', url: 'https://files.example/a_b-1.0.tar.gz', hashes: {} },
    {
      filename: 'a_b-1.0-py3-none-any.whl',
      url: '../../files/a_b-1.0-py3-none-any.whl#sha256=00',
      hashes: { sha256: SHA256.toUpperCase() },
      'requires-python': '>=3.7',
      size: 1234,
      yanked: 'too slow',
      'core-metadata': { sha256: SHA256 },
    },
    { filename: 'a_b-1.1-py3-none-any.whl', url: '/x/a_b-1.1-py3-none-any.whl', hashes: {}, yanked: false },
    { filename: 'a_b-1.2-py3-none-any.whl', url: '/x/a_b-1.2-py3-none-any.whl', yanked: true, 'core-metadata': true },
    { filename: 'a_b-1.3.exe', url: 'x', hashes: {} },
  ],
});

const HTML_PAGE = `<!DOCTYPE html><html><body><h1>Links for a-b</h1>
<a href="https://files.example/a-b-0.9.tar.gz">a-b-0.9.tar.gz</a>
<a href="https://files.example/a_b-1.0.tar.gz">a_b-1.0.tar.gz</a>
<A HREF='../../files/a_b-1.0-py3-none-any.whl#sha256=${SHA256}' data-requires-python="&gt;=3.7" data-yanked="too slow"
   data-core-metadata="sha256=${SHA256}">a_b-1.0-py3-none-any.whl</A>
<a href="/x/a_b-1.1-py3-none-any.whl">a_b-1.1-py3-none-any.whl</a>
<a href="/x/a_b-1.2-py3-none-any.whl" data-yanked data-core-metadata=true>a_b-1.2-py3-none-any.whl</a>
<a href="/help">Help</a></body></html>`;

const facts = (page: ReturnType<typeof parseJsonPage>) =>
  page.wheels.map(({ name, url, sha256, requiresPython, yanked, metadata }) => [
    name.version,
    url,
    sha256,
    requiresPython,
    yanked,
    metadata,
  ]);

const EXPECTED = [
  ['1.0', 'https://index.example/files/a_b-1.0-py3-none-any.whl', SHA256, '>=3.7', 'too slow', SHA256],
  ['1.1', 'https://index.example/x/a_b-1.1-py3-none-any.whl', undefined, undefined, undefined, undefined],
  ['1.2', 'https://index.example/x/a_b-1.2-py3-none-any.whl', undefined, undefined, '', true],
];

describe('an index page', () => {
  test('in JSON', () => {
    const page = parseJsonPage(JSON_PAGE, BASE);
    expect(facts(page)).toEqual(EXPECTED);
    expect(page.wheels[0]?.size).toBe(1234);
    expect(page.sourceVersions).toEqual(['0.9']);
  });

  test('knows the versions of source archives, whatever dashes stand in their names', () => {
    const names = [
      'a-b-1.0.tar.gz',
      'a-b-1.0-2.zip',
      'a_b-2.0rc1.tar.gz',
      'a-b-x.tar.gz',
      'a-b-1.0.linux-x86_64.tar.gz',
    ];
    const files = [
      ...names.map((filename) => ({ filename, url: filename })),
      { filename: 'a-b-3.0.tar.gz', url: 'a-b-3.0.tar.gz', yanked: 'broken' },
    ];
    const page = parseJsonPage(JSON.stringify({ files }), BASE);
    expect(page.sourceVersions).toEqual(['1.0', '1.0.post2', '2.0rc1']);
  });

  test('in HTML says the same', () => {
    const page = parseHtmlPage(HTML_PAGE, BASE);
    expect(facts(page)).toEqual(EXPECTED);
    expect(page.sourceVersions).toEqual(['0.9']);
  });

  test('of a server leads to no file of this machine, one of this machine may lead anywhere', () => {
    const files = [
      'file:///a-1-py3-none-any.whl',
      'https://files.example/a-2-py3-none-any.whl',
      'ftp://x/a-3-py3-none-any.whl',
    ];
    const html = files.map((url) => `<a href="${url}">a link</a>`).join('');
    const versions = (base: string) => parseHtmlPage(html, base).wheels.map(({ name }) => name.version);
    expect(versions(BASE)).toEqual(['2']);
    expect(versions('file:///links.html')).toEqual(['1', '2']);
  });

  test('comes out of the cache as it went in', () => {
    const page = parseJsonPage(JSON_PAGE, BASE);
    expect(expandPage(compactPage({ page, ...VALIDITY }))).toEqual({ page, ...VALIDITY });
  });

  test('of another form, or damaged, is not taken from the cache', () => {
    expect(expandPage('{"form":0,"wheels":[],"sourceVersions":[]}')).toBeUndefined();
    expect(expandPage(compactPage({ page: parseJsonPage(JSON_PAGE, BASE), ...VALIDITY }).slice(0, 50))).toBeUndefined();
  });

  test.each(['<html>', '[]', '{"files": 3}'])('%s is a fault, not a crash', (text) => {
    expect(() => parseJsonPage(text, 'https://me:secret@index.example/simple/a/')).toThrow(
      /^(?:The page of )?https:\/\/index\.example\/simple\/a\/ (?:cannot be read: |says that it sends JSON, but)/,
    );
  });
});

test.each([
  [
    { status: 'archived', reason: 'moved' },
    { status: 'archived', reason: 'moved' },
  ],
  [{ status: 'quarantined' }, { status: 'quarantined', reason: undefined }],
  [{ status: 'active' }, undefined],
  ['archived', undefined],
  [undefined, undefined],
])('the status %j of a project is read from the page as %j, and kept in the cache', (written, read) => {
  const page = parseJsonPage(JSON.stringify({ files: [], 'project-status': written }), 'https://index.example/a/');
  expect(page.status).toEqual(read);
  const stored = { page, etag: undefined, lastModified: undefined, maxAge: 1 };
  expect(expandPage(compactPage(stored))).toEqual(stored);
});
