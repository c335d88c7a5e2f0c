import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { writeCacheCopy } from '../../artifact/temporary-file.ts';
import { writeProblem } from '../../artifact/write-problem.ts';
import { compactPage, expandPage, type StoredPage } from './page-form.ts';

export interface CachedPage extends StoredPage {
  /** The server need not be asked again yet. */
  readonly isFresh: boolean;
}

/** Index pages on this machine, for as long as their server says, to ask whether they changed, and for `--offline`. */
export interface PageCache {
  read(address: string): CachedPage | undefined;
  write(address: string, page: StoredPage): void;
  /** The server says that the page is as it was. */
  confirm(address: string): void;
}

/** A page cache under `index/`, safe with several processes: pages appear by rename. Its age is that of the file. */
export function pageCache(folder: string): PageCache {
  const pathOf = (address: string) =>
    join(folder, 'index', `${createHash('sha256').update(address).digest('hex')}.json`);
  return {
    read(address) {
      const path = pathOf(address);
      if (!existsSync(path)) return undefined;
      // The file's time has fractions of a millisecond, by which a page of this very one would be of the future.
      const age = Date.now() - Math.floor(statSync(path).mtimeMs);
      const stored = expandPage(readFileSync(path, 'utf8'));
      // A clock that was set back makes no page last longer.
      return stored === undefined ? undefined : { ...stored, isFresh: age >= 0 && age < stored.maxAge };
    },
    write: (address, page) => writeCacheCopy(pathOf(address), compactPage(page)),
    confirm(address) {
      const path = pathOf(address);
      const now = new Date();
      try {
        utimesSync(path, now, now);
      } catch (error) {
        // A cache that is read-only serves all the same, and another process may have cleared it meanwhile.
        if (existsSync(path) && writeProblem(error) === undefined) throw error;
      }
    },
  };
}
