import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeWheel } from '../../../python/testing/make-wheel.ts';
import { type Case, TARGET } from './world.ts';

const BUILD = ['requirements.txt', ...TARGET];
const PAGE = makeWheel({ name: 'page', version: '1.0' });

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** An index that answers so, to every request or to those below a path. */
function always(answer: Answer, below = '/'): Pick<Case, 'wheels' | 'index'> {
  return {
    wheels: [PAGE],
    index: {
      intercept(request, response) {
        if (request.url?.startsWith(below) !== true) return false;
        answer(response, request);
        return true;
      },
    },
  };
}

const status = (code: number, below = '/') => always((response) => void response.writeHead(code).end(), below);

function page(type: string, text: string): Pick<Case, 'wheels' | 'index'> {
  return always((response) => void response.writeHead(200, { 'content-type': type }).end(text), '/simple/');
}

const JSON_TYPE = 'application/vnd.pypi.simple.v1+json';

/** What is wrong with the index, or on the way to it. */
export const INDEX_CASES: readonly Case[] = [
  { what: 'the index wants a password', code: 'index-unauthorized', ...status(401) },
  { what: 'the index forbids', code: 'index-forbidden', ...status(403) },
  { what: 'the index has too much to do', code: 'index-busy', ...status(429) },
  { what: 'the index is out of order', code: 'index-outage', ...status(500) },
  { what: 'the wheel is gone', code: 'artifact-gone', ...status(404, '/files/') },
  { what: 'the wheel is forbidden', code: 'index-forbidden', ...status(403, '/files/') },
  { what: 'the index never answers', code: 'index-silent', ...always(() => undefined) },
  {
    what: 'the wheel stops in the middle',
    code: 'index-silent',
    ...always((response) => {
      response.writeHead(200, { 'content-length': PAGE.bytes.length });
      response.write(PAGE.bytes.subarray(0, 10));
    }, '/files/'),
  },
  {
    what: 'the wheel is cut off',
    code: 'download-cut-off',
    ...always((response) => {
      response.writeHead(200, { 'content-length': PAGE.bytes.length });
      response.write(PAGE.bytes.subarray(0, 10));
      setTimeout(() => response.destroy(), 10);
    }, '/files/'),
  },
  {
    what: 'other bytes than the index told',
    code: 'hash-mismatch',
    ...always((response) => void response.writeHead(200).end('another file'), '/files/'),
  },
  {
    what: 'METADATA beside the wheel is not what the index told',
    code: 'hash-mismatch',
    wheels: [PAGE],
    index: {
      intercept(request, response) {
        const file = { filename: PAGE.fileName, url: `../../files/${PAGE.fileName}`, hashes: { sha256: PAGE.sha256 } };
        const files = [{ ...file, 'core-metadata': { sha256: '0'.repeat(64) } }];
        if (request.url === `/files/${PAGE.fileName}.metadata`) response.end('Name: page\n');
        else if (request.url === '/simple/page/')
          response.writeHead(200, { 'content-type': JSON_TYPE }).end(JSON.stringify({ files }));
        else return false;
        return true;
      },
    },
  },
  {
    what: 'the project is in quarantine',
    code: 'distribution-quarantined',
    index: { status: { page: { status: 'quarantined', reason: 'it steals passwords' } } },
  },
  {
    what: 'the project is in quarantine, but its wheels are offered',
    code: 'distribution-quarantined',
    wheels: [PAGE, makeWheel({ name: 'letter', version: '1.0', requires: ['page'] })],
    requirements: 'letter\n',
    index: { status: { page: { status: 'quarantined' } } },
  },
  { what: 'the page is not JSON', code: 'index-page-not-json', ...page(JSON_TYPE, '{"files": [') },
  { what: 'the page is JSON of something else', code: 'bad-index-page', ...page(JSON_TYPE, '"hello"') },
  { what: 'the page is a picture', code: 'index-page-of-unknown-type', ...page('image/png', 'PNG') },
  {
    what: 'an API of the index to come',
    code: 'index-of-unknown-version',
    ...page(JSON_TYPE, '{"meta": {"api-version": "2.0"}, "files": []}'),
  },
  {
    what: 'the index sends in circles',
    code: 'index-redirects',
    ...always((response, { url }) => void response.writeHead(302, { location: String(url) }).end()),
  },
  {
    what: 'nobody listens',
    code: 'index-unreachable',
    wheels: [PAGE],
    environment: () => ({ PIP_INDEX_URL: 'http://127.0.0.1:9/simple/' }),
  },
  {
    what: 'a host that does not exist',
    code: 'index-unreachable',
    environment: () => ({ PIP_INDEX_URL: 'http://index.invalid/simple/' }),
  },
  {
    what: 'an address that is none',
    code: 'bad-configuration',
    environment: () => ({ PIP_INDEX_URL: 'no address' }),
  },
  {
    what: 'an option with an address that is none',
    code: 'bad-index-address',
    argv: [...BUILD, '--index-url', 'host.example/simple'],
  },
  {
    what: 'one of several addresses is none',
    code: 'bad-index-address',
    argv: [...BUILD, '--extra-index-url', 'https://host.example/simple', '--extra-index-url', 'me:secret@host'],
  },
  {
    what: 'a line with an address that is none',
    code: 'bad-index-address',
    requirements: 'page\n-i simple\n',
  },
  {
    what: 'a folder of wheels that is not there',
    code: 'find-links-missing',
    wheels: [PAGE],
    argv: [...BUILD, '--find-links', '/typo'],
  },
  {
    what: 'a line with a folder of wheels that is not there',
    code: 'find-links-missing',
    wheels: [PAGE],
    requirements: '-f ./whells\npage\n',
  },
  {
    what: 'plain HTTP where TLS is asked for',
    code: 'index-tls',
    wheels: [PAGE],
    environment: ({ server }) => ({ PIP_INDEX_URL: server.url.replace('http:', 'https:') }),
  },
  {
    what: 'a proxy of a kind that is not known',
    code: 'bad-proxy',
    wheels: [PAGE],
    environment: () => ({ HTTP_PROXY: 'socks5://127.0.0.1:9' }),
  },
  {
    what: 'a proxy that is not there',
    code: 'proxy-unreachable',
    wheels: [PAGE],
    environment: () => ({ PIP_INDEX_URL: 'http://index.invalid/simple/', HTTP_PROXY: 'http://127.0.0.1:9' }),
  },
  {
    what: 'offline with nothing in the cache',
    code: 'not-in-cache',
    wheels: [PAGE],
    argv: [...BUILD, '--offline'],
  },
];
