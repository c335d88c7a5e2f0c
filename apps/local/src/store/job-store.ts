import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { ReadMode } from '@ocr-pipeline/ocr';
import type { Job, JobStatus, JobStore } from '@ocr-pipeline/pipeline';

type Row = Record<string, SQLOutputValue>;

export function sqliteJobStore(database: DatabaseSync): JobStore {
  const insert = database.prepare(`
    INSERT INTO jobs VALUES (:id, :upload_id, :input_key, :status, :created_at, :updated_at, :attempts,
      :pages_done, :pages_total, :problem_code, :problem_detail, :revision, :content_type, :mode, :pages, :problem_hint)
    ON CONFLICT (id) DO NOTHING`);
  const select = database.prepare('SELECT * FROM jobs WHERE id = ?');
  const update = database.prepare(`
    UPDATE jobs SET upload_id = :upload_id, input_key = :input_key, status = :status, created_at = :created_at,
      updated_at = :updated_at, attempts = :attempts, pages_done = :pages_done, pages_total = :pages_total,
      problem_code = :problem_code, problem_detail = :problem_detail, revision = :revision,
      content_type = :content_type, mode = :mode, pages = :pages, problem_hint = :problem_hint
    WHERE id = :id AND revision = :revision - 1`);
  return {
    async create(job) {
      return insert.run(rowOf(job)).changes === 1;
    },
    async get(id) {
      const row = select.get(id);
      return row === undefined ? undefined : jobOf(row);
    },
    async replace(job) {
      return update.run(rowOf(job)).changes === 1;
    },
  };
}

function rowOf(job: Job) {
  return {
    id: job.id,
    upload_id: job.uploadId,
    input_key: job.inputKey,
    status: job.status,
    created_at: job.createdAt,
    updated_at: job.updatedAt,
    attempts: job.attempts,
    pages_done: job.pagesDone,
    pages_total: job.pagesTotal ?? null,
    problem_code: job.problem?.code ?? null,
    problem_detail: job.problem?.detail ?? null,
    problem_hint: job.problem?.hint ?? null,
    revision: job.revision,
    content_type: job.contentType,
    mode: job.mode,
    pages: job.pages ?? null,
  };
}

function jobOf(row: Row): Job {
  const { problem_code: code, problem_detail: detail, problem_hint: hint, pages_total: pagesTotal, pages } = row;
  return {
    id: String(row['id']),
    uploadId: String(row['upload_id']),
    inputKey: String(row['input_key']),
    contentType: String(row['content_type']),
    mode: String(row['mode']) as ReadMode,
    pages: pages === null ? undefined : String(pages),
    status: String(row['status']) as JobStatus,
    createdAt: String(row['created_at']),
    updatedAt: String(row['updated_at']),
    attempts: Number(row['attempts']),
    pagesDone: Number(row['pages_done']),
    pagesTotal: pagesTotal === null ? undefined : Number(pagesTotal),
    problem:
      code === null
        ? undefined
        : { code: String(code), detail: String(detail), ...(hint === null ? {} : { hint: String(hint) }) },
    revision: Number(row['revision']),
  };
}
