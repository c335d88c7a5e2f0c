/** Hands out a number of things, each to one user at a time. */
export interface Pool<Item> {
  /** Waits until one is free; who asked first is given one first. */
  take(): Promise<Item>;
  giveBack(item: Item): void;
  /** True while somebody waits for one: who holds several is to give one back. */
  readonly isWaitedFor: boolean;
  /** Makes use of each that is free while nobody waits for one, now and later, until this user is withdrawn. */
  offerTo(user: IdleUser<Item>): void;
  withdraw(user: IdleUser<Item>): void;
}

export interface IdleUser<Item> {
  /** Once false, it stays so. */
  readonly hasUse: boolean;
  /** Takes the item over, and gives it back to the pool some time. */
  use(item: Item): void;
}

export function poolOf<Item>(items: readonly Item[]): Pool<Item> {
  const free = [...items];
  const waiting: ((item: Item) => void)[] = [];
  const users = new Set<IdleUser<Item>>();

  const share = (): void => {
    for (;;) {
      const user = users.values().find(({ hasUse }) => hasUse);
      const item = user === undefined || waiting.length > 0 ? undefined : free.pop();
      if (user === undefined || item === undefined) return;
      // The next one is another user's turn.
      users.delete(user);
      users.add(user);
      user.use(item);
    }
  };

  return {
    get isWaitedFor() {
      return waiting.length > 0;
    },
    take() {
      const item = free.pop();
      return item === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(item);
    },
    giveBack(item) {
      const first = waiting.shift();
      if (first !== undefined) return first(item);
      free.push(item);
      share();
    },
    offerTo(user) {
      users.add(user);
      share();
    },
    withdraw: (user) => void users.delete(user),
  };
}
