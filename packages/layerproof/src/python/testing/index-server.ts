import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { normalizeName } from '../standards/name.ts';
import type { MadeWheel } from './make-wheel.ts';

export interface IndexServer {
  /** Address of the Simple API, ending in `/`. */
  readonly url: string;
  /** `METHOD path` of every request. */
  readonly requests: string[];
  close(): Promise<void>;
}

export interface IndexServerOptions {
  readonly form?: 'json' | 'html';
  /** Serve METADATA beside the wheels and say so (PEP 658). Maps a file name to its METADATA. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Says when each file came to the index (PEP 700), by file name. */
  readonly uploaded?: Readonly<Record<string, string>>;
  /** Says of a project what it is (PEP 792), by its normalized name. */
  readonly status?: Readonly<Record<string, { readonly status: string; readonly reason?: string }>>;
  /** Gives parts of wheels (RFC 9110 section 14). */
  readonly ranges?: boolean;
  /** Answers a request itself and returns true, or leaves it. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** A package index on the loopback interface that holds these wheels. */
export async function serveIndex(wheels: readonly MadeWheel[], options: IndexServerOptions = {}): Promise<IndexServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (options.intercept?.(request, response) === true) return;
    answer(request, response, wheels, options);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/simple/`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  wheels: readonly MadeWheel[],
  options: IndexServerOptions,
): void {
  const { form = 'json', metadata = {}, status = {}, ranges = false } = options;
  const [, folder, name = ''] = (request.url ?? '').split('/');
  if (folder === 'simple') {
    const found = wheels.filter(({ fileName }) => normalizeName(fileName.split('-')[0] ?? '') === name);
    if (found.length === 0 && !(name in status)) return void response.writeHead(404).end();
    const [type, text] = form === 'json' ? jsonPage(name, found, options) : htmlPage(found);
    return void response.writeHead(200, { 'content-type': type }).end(text);
  }
  const beside = metadata[name.replace(/\.metadata$/, '')];
  if (name.endsWith('.metadata') && beside !== undefined) return void response.writeHead(200).end(beside);
  const wheel = wheels.find(({ fileName }) => fileName === name);
  if (wheel === undefined) return void response.writeHead(404).end();
  sendWheel(request, response, wheel.bytes, ranges);
}

/** The whole file, or the part that is asked for by `Range` (RFC 9110 section 14.2). */
function sendWheel(request: IncomingMessage, response: ServerResponse, bytes: Uint8Array, ranges: boolean): void {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  if (!ranges || (first === '' && last === '')) {
    return void response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
  }
  const from = first === '' ? Math.max(0, bytes.length - Number(last)) : Number(first);
  const to = first === '' || last === '' ? bytes.length : Math.min(bytes.length, Number(last) + 1);
  const headers = { 'content-length': to - from, 'content-range': `bytes ${from}-${to - 1}/${bytes.length}` };
  response.writeHead(206, headers).end(bytes.subarray(from, to));
}

function jsonPage(
  name: string,
  wheels: readonly MadeWheel[],
  { metadata = {}, uploaded = {}, status = {} }: IndexServerOptions,
) {
  const files = wheels.map(({ fileName, sha256 }) => ({
    filename: fileName,
    url: `../../files/${fileName}`,
    hashes: { sha256 },
    ...(fileName in metadata ? { 'core-metadata': true } : {}),
    ...(fileName in uploaded ? { 'upload-time': uploaded[fileName] } : {}),
  }));
  return [
    'application/vnd.pypi.simple.v1+json',
    JSON.stringify({ meta: { 'api-version': '1.1' }, name, files, 'project-status': status[name] }),
  ] as const;
}

function htmlPage(wheels: readonly MadeWheel[]) {
  const links = wheels.map(
    ({ fileName, sha256 }) => `<a href="../../files/${fileName}#sha256=${sha256}">${fileName}</a><br/>`,
  );
  return ['text/html; charset=utf-8', `<!DOCTYPE html><html><body>${links.join('\n')}</body></html>`] as const;
}
