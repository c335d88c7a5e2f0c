import type { DatabaseSync } from 'node:sqlite';
import { dataFolderTooNew } from '../faults.ts';

/** Step n takes a database of version n to version n + 1. Steps are never changed once released, only added. */
const STEPS = [
  `
  CREATE TABLE uploads (
    id TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    upload_id TEXT NOT NULL,
    input_key TEXT NOT NULL,
    status TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    pages_done INTEGER NOT NULL,
    pages_total INTEGER,
    problem_code TEXT,
    problem_detail TEXT,
    revision INTEGER NOT NULL
  ) STRICT;

  -- One message for each job that has not ended. visible_at (milliseconds since 1970) is when it may be claimed: a claimed
  -- message is invisible until its lease ends.
  CREATE TABLE messages (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    job_id TEXT NOT NULL UNIQUE,
    visible_at INTEGER NOT NULL,
    claim TEXT,
    deliveries INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX messages_by_visibility ON messages (visible_at);
  `,
  `
  ALTER TABLE jobs ADD COLUMN content_type TEXT NOT NULL DEFAULT 'application/octet-stream';
  ALTER TABLE jobs ADD COLUMN mode TEXT NOT NULL DEFAULT 'auto';
  ALTER TABLE jobs ADD COLUMN pages TEXT;
  ALTER TABLE jobs ADD COLUMN problem_hint TEXT;
  `,
];

/** Brings a database to this program's version. Throws a Fault `data-folder-too-new` and changes nothing when it is newer. */
export function migrate(database: DatabaseSync, folder: string): void {
  const row = database.prepare('PRAGMA user_version').get();
  const version = Number(row?.['user_version']);
  if (version > STEPS.length) throw dataFolderTooNew(folder, version, STEPS.length);
  for (const [index, step] of STEPS.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}
