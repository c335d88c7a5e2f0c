import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../../artifact/exchange.ts';
import type { Transport } from '../../artifact/transport.ts';
import type { IndexPage } from './index-file.ts';
import { parseHtmlPage, parsePage } from './index-page.ts';
import type { CachedPage, PageCache } from './page-cache.ts';
import type { PageValidity } from './page-form.ts';

/** JSON first; HTML for an index that has only that (PEP 691, "Content negotiation"). */
const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';
// What the public index sends (`Cache-Control: max-age=600`), and uv takes where nothing is said.
const TEN_MINUTES = 600_000;
/** However long a server says, a new version is seen the next day. */
const LONGEST = 24 * 60 * 60 * 1000;

export interface PageSources {
  /** Undefined to take from the cache alone. */
  readonly transport: Transport | undefined;
  readonly pages: PageCache;
}

/**
 * A page of an index or of links: from the cache while it is current, else from its server, which may say that it has not changed
 * (304). Undefined when there is none; `offline` when it cannot be asked for.
 */
export async function askForPage(
  address: string,
  { transport, pages }: PageSources,
  absent?: ReadonlySet<number>,
): Promise<IndexPage | 'offline' | undefined> {
  if (address.startsWith('file:')) return readPageFile(address);
  const cached = pages.read(address);
  if (cached !== undefined && (cached.isFresh || transport === undefined)) return cached.page;
  if (transport === undefined) return 'offline';
  const headers = { accept: ACCEPT, 'accept-encoding': 'gzip', ...conditionsOf(cached) };
  const found = await transport.get(
    address,
    headers,
    async (answer) => {
      if (answer.status === 304 && cached !== undefined) return { page: cached.page, isNew: false };
      const page = parsePage(await answer.text(), answer.header('content-type') ?? '', answer.url);
      return { page, isNew: true, ...validityOf(answer) };
    },
    absent,
  );
  if (found?.isNew === true) pages.write(address, { etag: undefined, lastModified: undefined, maxAge: 0, ...found });
  else if (found !== undefined) pages.confirm(address);
  return found?.page;
}

function conditionsOf(cached: CachedPage | undefined): Record<string, string> {
  if (cached?.etag !== undefined) return { 'if-none-match': cached.etag };
  return cached?.lastModified === undefined ? {} : { 'if-modified-since': cached.lastModified };
}

/** `Cache-Control` (RFC 9111 section 5.2.2) in as far as it matters to a cache that asks again. */
function validityOf(answer: Answer): PageValidity {
  const control = answer.header('cache-control') ?? '';
  const seconds = /(?:^|[\s,])max-age=(\d+)/i.exec(control)?.[1];
  const isAskedAnew = /(?:^|[\s,])(?:no-cache|no-store|must-revalidate\b(?!.*max-age))/i.test(control);
  const maxAge = isAskedAnew ? 0 : seconds === undefined ? TEN_MINUTES : Math.min(Number(seconds) * 1000, LONGEST);
  return { etag: answer.header('etag'), lastModified: answer.header('last-modified'), maxAge };
}

/** A page on this machine: a file, or the `index.html` of a folder, as pip has it. */
function readPageFile(address: string): IndexPage | undefined {
  const path = fileURLToPath(address);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? fileURLToPath(new URL('index.html', address.endsWith('/') ? address : `${address}/`)) : path;
  if (!existsSync(file)) return undefined;
  return parseHtmlPage(readFileSync(file, 'utf8'), address);
}
