import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeCacheFile } from '../../artifact/temporary-file.ts';
import type { IndexPage } from './index-file.ts';
import { compactPage, expandPage } from './page-form.ts';

/** Index pages on this machine, for a short while, and for `--offline`. */
export interface PageCache {
  /** The page when it is not older than `maxAge` (milliseconds; ten minutes unless told). */
  read(address: string, maxAge?: number): IndexPage | undefined;
  write(address: string, page: IndexPage): void;
}

// uv takes index pages from its cache for ten minutes (`Cache-Control: max-age=600`, which the public index sends).
const TEN_MINUTES = 600_000;

/** A page cache under `index/`, safe with several processes: pages appear by rename. */
export function pageCache(folder: string): PageCache {
  const pathOf = (address: string) =>
    join(folder, 'index', `${createHash('sha256').update(address).digest('hex')}.json`);
  return {
    read(address, maxAge = TEN_MINUTES) {
      const path = pathOf(address);
      if (!existsSync(path) || Date.now() - statSync(path).mtimeMs > maxAge) return undefined;
      return expandPage(readFileSync(path, 'utf8'));
    },
    write: (address, page) => writeCacheFile(pathOf(address), compactPage(page)),
  };
}
