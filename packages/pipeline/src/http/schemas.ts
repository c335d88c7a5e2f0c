import { z } from '@hono/zod-openapi';
import { READ_MODES } from '@ocr-pipeline/ocr';
import type { Job } from '../ports.ts';
import { problemCode } from './problems.ts';

const timestamp = z.iso.datetime().openapi({ example: '2026-01-31T12:00:00.000Z' });

/** SHA-256 is 32 bytes: 43 characters of base64 and one of padding. */
const SHA256_BASE64 = /^[A-Za-z0-9+/]{43}=$/;

export const uploadDeclaration = z
  .strictObject({
    content_type: z.string().max(100).openapi({ example: 'image/png' }),
    size: z.int().positive().openapi({ description: 'Bytes, exactly.', example: 182_044 }),
    sha256: z
      .string()
      .regex(SHA256_BASE64, 'is not the base64 of 32 bytes')
      .optional()
      .openapi({ description: 'Base64 of the SHA-256 of the bytes. With it, other bytes are refused.' }),
  })
  .openapi('UploadDeclaration');

export const upload = z
  .object({
    upload_id: z.string(),
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()).openapi({ description: 'Send exactly these: they are signed.' }),
    expires_at: timestamp,
  })
  .openapi('Upload');

const mode = z.enum(READ_MODES).openapi({
  description:
    'What becomes of text that a PDF has itself. auto: it is taken when it is sound, else the page is recognised. force: every page is recognised. skip: no page that has any text is recognised.',
});

const pages = z
  .string()
  .max(1000)
  .openapi({ description: 'The pages to read, counted from 1; all of them when left out.', example: '1-3,7,9-' });

export const jobRequest = z
  .strictObject({ upload_id: z.string().max(100), mode: mode.optional(), pages: pages.optional() })
  .openapi('JobRequest');

export const job = z
  .object({
    id: z.string(),
    upload_id: z.string(),
    mode,
    pages: pages.optional(),
    status: z.enum(['queued', 'processing', 'succeeded', 'failed']),
    created_at: timestamp,
    updated_at: timestamp,
    attempts: z.int().openapi({ description: 'How often a worker began it; more than one after a crash or a retry.' }),
    progress: z.object({ pages_done: z.int(), pages_total: z.int().nullable() }),
    problem: z.object({ code: z.string(), detail: z.string(), hint: z.string().optional() }).optional(),
    links: z.object({ self: z.string(), result: z.string().optional() }),
  })
  .openapi('Job');

export const limits = z
  .object({
    upload_bytes: z.int(),
    upload_content_types: z.array(z.string()),
    upload_seconds: z.int(),
    document_pages: z.int().openapi({ description: 'Pages of one document; of an animation, its frames.' }),
    page_pixels: z.int().openapi({ description: 'Pixels of a page that is an image.' }),
    animation_pixels: z.int().openapi({ description: 'Pixels of all frames of an animation together.' }),
    pdf_page_points: z.int().openapi({ description: "Points along a side of a PDF's page; an inch has 72." }),
    page_seconds: z
      .int()
      .nullable()
      .openapi({ description: 'What a page may take to be read; null where none is set.' }),
    page_memory_bytes: z
      .int()
      .nullable()
      .openapi({ description: 'What the process of a page may take; null where none is set.' }),
    request_body_bytes: z.int(),
    job_attempts: z.int(),
    result_formats: z.array(z.string()),
  })
  .openapi('Limits');

export const health = z.object({ status: z.enum(['ok', 'unavailable']) }).openapi('Health');

const problemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable: match on this.' }),
    detail: z.string(),
    hint: z.string().optional(),
    instance: z.string(),
    request_id: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string().optional(),
          parameter: z.string().optional(),
          code: z.string(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .openapi('Problem');

/** The answer of every route that does not succeed. */
export const problemResponse = {
  description: 'RFC 9457 problem',
  content: { 'application/problem+json': { schema: problemDetails } },
};

/** A job as clients see it: without keys and revisions, which are the service's own. */
export function jobBody(stored: Job): z.infer<typeof job> {
  const self = `/v1/jobs/${stored.id}`;
  return {
    id: stored.id,
    upload_id: stored.uploadId,
    mode: stored.mode,
    ...(stored.pages === undefined ? {} : { pages: stored.pages }),
    status: stored.status,
    created_at: stored.createdAt,
    updated_at: stored.updatedAt,
    attempts: stored.attempts,
    progress: { pages_done: stored.pagesDone, pages_total: stored.pagesTotal ?? null },
    ...(stored.problem === undefined ? {} : { problem: { ...stored.problem, code: problemCode(stored.problem.code) } }),
    links: stored.status === 'succeeded' ? { self, result: `${self}/result` } : { self },
  };
}
