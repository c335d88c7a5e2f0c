import { expect, test } from 'vitest';
import { poolOf } from './pool.ts';

test('each has one at a time; who asked first is given one first', async () => {
  const pool = poolOf(['only']);
  const given: number[] = [];
  const first = await pool.take();
  const [second, third] = [2, 3].map((user) => pool.take().then(() => given.push(user)));
  expect([pool.isWaitedFor, given]).toEqual([true, []]);
  pool.giveBack(first);
  await second;
  expect([pool.isWaitedFor, given]).toEqual([true, [2]]);
  pool.giveBack(first);
  await third;
  expect([pool.isWaitedFor, given]).toEqual([false, [2, 3]]);
});

test('what is free goes to who has use for it, now and when it is given back, and to who waits before that', async () => {
  const pool = poolOf(['a', 'b', 'c']);
  const mine = await pool.take();
  const used: string[] = [];
  let hasUse = true;
  const user = {
    get hasUse() {
      return hasUse;
    },
    use: (item: string) => void used.push(item),
  };
  pool.offerTo(user);
  expect(used.toSorted()).toEqual(['a', 'b', 'c'].filter((item) => item !== mine));
  const waiting = pool.take();
  pool.giveBack(used[0] ?? '');
  expect(await waiting).toBe(used[0]);
  pool.giveBack(mine);
  expect(used).toHaveLength(3);

  hasUse = false;
  pool.giveBack(mine);
  expect(used).toHaveLength(3);
  hasUse = true;
  pool.withdraw(user);
  pool.giveBack(used[1] ?? '');
  expect(used).toHaveLength(3);
  expect(await pool.take()).toBe(used[1]);
});

test('two who have use for them share them', () => {
  const pool = poolOf([1, 2, 3, 4]);
  const used = { one: 0, other: 0 };
  // With the first one everything is shared out, so the second is offered what comes back.
  pool.offerTo({ hasUse: true, use: () => void used.one++ });
  pool.offerTo({ hasUse: true, use: () => void used.other++ });
  for (const item of [1, 2, 3, 4]) pool.giveBack(item);
  expect(used).toEqual({ one: 6, other: 2 });
});
