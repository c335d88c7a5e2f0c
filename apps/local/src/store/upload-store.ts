import type { DatabaseSync } from 'node:sqlite';
import type { UploadStore } from '@ocr-pipeline/pipeline';

export function sqliteUploadStore(database: DatabaseSync): UploadStore {
  const insert = database.prepare('INSERT OR REPLACE INTO uploads VALUES (?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM uploads WHERE id = ?');
  return {
    async put({ id, key, contentType, size, sha256, createdAt, expiresAt }) {
      insert.run(id, key, contentType, size, sha256 ?? null, createdAt, expiresAt);
    },
    async get(id) {
      const row = select.get(id);
      if (row === undefined) return undefined;
      return {
        id,
        key: String(row['key']),
        contentType: String(row['content_type']),
        size: Number(row['size']),
        sha256: row['sha256'] === null ? undefined : String(row['sha256']),
        createdAt: String(row['created_at']),
        expiresAt: String(row['expires_at']),
      };
    },
  };
}
