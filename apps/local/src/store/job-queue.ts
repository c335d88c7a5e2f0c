import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Clock, JobQueue } from '@ocr-pipeline/pipeline';

/** A message in the hands of one worker, for as long as its lease lasts. */
export interface Claim {
  readonly jobId: string;
  /** Counted from 1. */
  readonly deliveries: number;
  /** Begins the lease anew. False when it had ended and another worker has the message. */
  keepAlive(): boolean;
  /** The work is done: the message is gone. */
  complete(): void;
  /** Gives the message back; it can be claimed again after `delay` milliseconds. */
  release(delay: number): void;
}

export interface LeasedJobQueue extends JobQueue {
  /** The oldest message that nobody holds; undefined when there is none. */
  claim(): Claim | undefined;
  /** Calls back after each message that is sent, so that idle workers need not ask all the time. */
  onSend(callback: () => void): void;
  /** For the start of a server that holds the data folder alone: whoever held a message before is dead. */
  recover(): void;
}

/** A queue in the database: a message that is claimed comes back when its lease ends, unless the worker keeps it alive. */
export function sqliteJobQueue(database: DatabaseSync, clock: Clock, leaseMilliseconds: number): LeasedJobQueue {
  const insert = database.prepare(
    'INSERT INTO messages (job_id, visible_at, deliveries) VALUES (?, ?, 0) ON CONFLICT (job_id) DO NOTHING',
  );
  const take = database.prepare(`
    UPDATE messages SET claim = :claim, visible_at = :lease_end, deliveries = deliveries + 1
    WHERE sequence = (SELECT sequence FROM messages WHERE visible_at <= :now ORDER BY sequence LIMIT 1)
    RETURNING job_id, deliveries`);
  const show = database.prepare('UPDATE messages SET visible_at = ? WHERE claim = ?');
  const giveBack = database.prepare('UPDATE messages SET visible_at = ?, claim = NULL WHERE claim = ?');
  const remove = database.prepare('DELETE FROM messages WHERE claim = ?');
  const callbacks: (() => void)[] = [];
  const now = () => clock.now().getTime();

  return {
    async send(jobId) {
      insert.run(jobId, now());
      for (const callback of callbacks) callback();
    },
    claim() {
      const claim = randomUUID();
      const row = take.get({ claim, now: now(), lease_end: now() + leaseMilliseconds });
      if (row === undefined) return undefined;
      return {
        jobId: String(row['job_id']),
        deliveries: Number(row['deliveries']),
        keepAlive: () => show.run(now() + leaseMilliseconds, claim).changes === 1,
        complete: () => void remove.run(claim),
        release: (delay) => void giveBack.run(now() + delay, claim),
      };
    },
    onSend(callback) {
      callbacks.push(callback);
    },
    recover() {
      database.prepare('UPDATE messages SET claim = NULL, visible_at = 0 WHERE claim IS NOT NULL').run();
      // A server that was killed between storing a job and sending it left a job that no message names.
      database
        .prepare(
          `INSERT INTO messages (job_id, visible_at, deliveries)
           SELECT id, 0, 0 FROM jobs WHERE status IN ('queued', 'processing') ORDER BY created_at
           ON CONFLICT (job_id) DO NOTHING`,
        )
        .run();
    },
  };
}
