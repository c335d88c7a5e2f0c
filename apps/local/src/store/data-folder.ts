import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { dataFolderInUse, dataFolderUnusable } from '../faults.ts';
import { migrate } from './schema.ts';

/** Result code 5 of https://www.sqlite.org/rescode.html. */
const SQLITE_BUSY = 5;
/** Result code 14. */
const SQLITE_CANTOPEN = 14;
/** Result code 8. */
const SQLITE_READONLY = 8;

/** The folder of one server: its database, its files, and the lock that keeps other servers out. */
export interface DataFolder {
  readonly path: string;
  readonly database: DatabaseSync;
  close(): void;
}

/**
 * Opens or creates a data folder for this process alone. The lock is SQLite's own on a file, so the operating system takes it
 * away with the process, however that ends.
 *
 * Throws a Fault `data-folder-in-use`, `data-folder-unusable` or `data-folder-too-new`.
 */
export function openDataFolder(path: string): DataFolder {
  makeFolder(path);
  const lock = takeLock(path);
  try {
    const database = openDatabase(path);
    return {
      path,
      database,
      close() {
        database.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

function makeFolder(path: string): void {
  try {
    // Scans and their text are private: no other user of the machine may look.
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw dataFolderUnusable(path, error);
  }
}

function takeLock(path: string): DatabaseSync {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(path, 'lock.sqlite'), { timeout: 0 });
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const code = resultCode(error);
    if (code === SQLITE_BUSY) throw dataFolderInUse(path, error);
    if (code === SQLITE_CANTOPEN || code === SQLITE_READONLY) throw dataFolderUnusable(path, error);
    throw error;
  }
}

function openDatabase(path: string): DatabaseSync {
  const file = join(path, 'pipeline.sqlite');
  // SQLite takes the mode of the file for those beside it. A folder that was there before may be open to others.
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    // With FULL a job that the client was told of survives a power cut, not only a crash of the process.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    migrate(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  // The low byte is the primary result code.
  return Number(error.errcode) & 0xff;
}
