import { sqliteJobStore } from './job-store.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { isFault } from '@ocr-pipeline/fault';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openDataFolder } from './data-folder.ts';

function faultOf(path: string): string | undefined {
  try {
    openDataFolder(path).close();
    return undefined;
  } catch (error) {
    if (isFault(error)) return error.code;
    throw error;
  }
}

describe('a data folder', () => {
  test('is made when it is missing, and opened again as it is', () => {
    const path = join(temporaryFolder(), 'a', 'b');
    openDataFolder(path).close();
    expect(faultOf(path)).toBeUndefined();
    expect(readdirSync(path)).toContain('pipeline.sqlite');
  });

  test('belongs to one server of this process', () => {
    const path = temporaryFolder();
    const first = openDataFolder(path);
    expect(faultOf(path)).toBe('data-folder-in-use');
    first.close();
    expect(faultOf(path)).toBeUndefined();
  });

  test('belongs to one process, and is free again when that was killed', () => {
    const path = temporaryFolder();
    const script = (then: string) => `
      const { openDataFolder } = await import(${JSON.stringify(join(import.meta.dirname, 'data-folder.ts'))});
      try { openDataFolder(${JSON.stringify(path)}); console.log('opened'); } catch (error) { console.log(error.code); }
      ${then}`;
    const run = (then: string) =>
      spawnSync(
        process.execPath,
        ['--conditions=source', '--input-type=module', '--disable-warning=ExperimentalWarning', '-e', script(then)],
        { encoding: 'utf8' },
      );
    const first = openDataFolder(path);
    expect(run('').stdout.trim()).toBe('data-folder-in-use');
    first.close();
    const killed = run(`process.kill(process.pid, 'SIGKILL'); await new Promise(() => setTimeout(() => {}, 10_000));`);
    expect(killed.stdout.trim()).toBe('opened');
    expect(faultOf(path)).toBeUndefined();
  });

  test('of an older program keeps its jobs', async () => {
    const path = temporaryFolder();
    openDataFolder(path).close();
    const database = new DatabaseSync(join(path, 'pipeline.sqlite'));
    for (const column of ['content_type', 'mode', 'pages', 'problem_hint'])
      database.exec(`ALTER TABLE jobs DROP COLUMN ${column}`);
    database.exec(`INSERT INTO jobs VALUES ('a', 'b', 'uploads/b', 'queued', '', '', 0, 0, NULL, NULL, NULL, 1)`);
    database.exec('PRAGMA user_version = 1');
    database.close();
    const folder = openDataFolder(path);
    expect(await sqliteJobStore(folder.database).get('a')).toMatchObject({ mode: 'auto', pages: undefined });
    folder.close();
  });

  test('of a newer program is left alone', () => {
    const path = temporaryFolder();
    openDataFolder(path).close();
    const database = new DatabaseSync(join(path, 'pipeline.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(faultOf(path)).toBe('data-folder-too-new');
    expect(faultOf(path), 'the lock was given back').toBe('data-folder-too-new');
  });

  test('that cannot be one', () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, '');
    expect(faultOf(path)).toBe('data-folder-unusable');
    expect(faultOf(join(path, 'below'))).toBe('data-folder-unusable');
    expect(existsSync(path)).toBe(true);
  });
});
