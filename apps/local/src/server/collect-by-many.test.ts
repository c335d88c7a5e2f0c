import type { Page } from '@ocr-pipeline/ocr';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { collectByMany } from './collect-by-many.ts';
import { poolOf } from './pool.ts';

const openedOf = (pages: number) => ({
  engine: { name: 'none', version: '1', models: [] },
  pageCount: pages,
  numbers: Array.from({ length: pages }, (_, index) => index + 1),
});
const pageOf = (number: number): Page => ({ number, width: 1, height: 1, blocks: [] });

test('pages are read by all processes that are free, and come in order, with their progress', async () => {
  const pool = poolOf(['a', 'b', 'c']);
  const mine = await pool.take();
  const readers = new Set<string>();
  const progress: number[] = [];
  const read = async (process: string, number: number) => {
    readers.add(process);
    // Later pages end first.
    await setTimeout(number % 3 === 1 ? 20 : 1);
    return pageOf(number);
  };
  const document = await collectByMany(openedOf(9), { mine, pool }, read, (done) => void progress.push(done));
  expect(document.pages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(progress).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect([...readers].toSorted()).toEqual(['a', 'b', 'c']);
  // Given back: the other two, not the one that was lent to it.
  expect([await pool.take(), await pool.take()].toSorted()).toEqual(['a', 'b', 'c'].filter((each) => each !== mine));
});

test('a process is given back after its page to who waits for one', async () => {
  const pool = poolOf(['a', 'b']);
  const mine = await pool.take();
  const read: number[] = [];
  const all = collectByMany(openedOf(8), { mine, pool }, async (_, number) => {
    await setTimeout(5);
    read.push(number);
    return pageOf(number);
  });
  expect(await pool.take()).not.toBe(mine);
  expect(read.length).toBeLessThan(8);
  expect((await all).pages).toHaveLength(8);
});

test('two pages are left to one process', async () => {
  const pool = poolOf(['a', 'b']);
  const mine = await pool.take();
  const readers = new Set<string>();
  await collectByMany(openedOf(2), { mine, pool }, async (process, number) => {
    readers.add(process);
    return pageOf(number);
  });
  expect([...readers]).toEqual([mine]);
});

test('an error ends it, once every page that was begun has ended', async () => {
  const pool = poolOf(['a', 'b']);
  const mine = await pool.take();
  let [begun, ended] = [0, 0];
  const all = collectByMany(openedOf(50), { mine, pool }, async (_, number) => {
    begun++;
    await setTimeout(number === 3 ? 1 : 10);
    ended++;
    if (number === 3) throw new Error('no engine');
    return pageOf(number);
  });
  await expect(all).rejects.toThrow('no engine');
  expect(begun).toBe(ended);
  expect(begun).toBeLessThan(6);
  expect(await pool.take()).not.toBe(mine);
});
