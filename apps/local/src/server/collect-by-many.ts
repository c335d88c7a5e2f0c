import { collectPages, type Document, type OnPage, type Page } from '@ocr-pipeline/ocr';
import type { Pool } from './pool.ts';
import type { Opened } from './reader-messages.ts';

/** Reads one page of the document with one of the processes. */
export type ReadPageWith<Process> = (process: Process, number: number) => Promise<Page>;

/**
 * Reads the pages of a document in order: with the process that opened it, and with each other of the pool while nobody waits for
 * one. Another is worth its start when two pages or more are left.
 *
 * Throws what `read` throws for the first page that it throws for, and the Faults of `collectPages`. What was begun has then ended.
 */
export async function collectByMany<Process>(
  opened: Opened,
  { mine, pool }: { readonly mine: Process; readonly pool: Pool<Process> },
  read: ReadPageWith<Process>,
  onPage?: OnPage,
): Promise<Document> {
  const left = [...opened.numbers];
  const pages = new Map(opened.numbers.map((number) => [number, Promise.withResolvers<Page>()]));
  // Each is asked for in its turn, and may have failed before.
  for (const { promise } of pages.values()) promise.catch(() => undefined);

  const work = async (process: Process, goesOn: () => boolean): Promise<void> => {
    while (goesOn()) {
      const number = left.shift();
      const page = number === undefined ? undefined : pages.get(number);
      if (number === undefined || page === undefined) return;
      try {
        page.resolve(await read(process, number));
      } catch (error) {
        page.reject(error);
        left.length = 0;
      }
    }
  };
  const working = [work(mine, () => true)];
  const user = {
    get hasUse() {
      return left.length > 1;
    },
    use(process: Process) {
      working.push(work(process, () => !pool.isWaitedFor).finally(() => pool.giveBack(process)));
    },
  };
  pool.offerTo(user);
  try {
    return await collectPages(opened, async (number) => pages.get(number)?.promise ?? read(mine, number), onPage);
  } finally {
    pool.withdraw(user);
    left.length = 0;
    await Promise.all(working);
  }
}
