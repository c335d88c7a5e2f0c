import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { findJob, hasEnded, startJob } from '../jobs.ts';
import type { Ports } from '../ports.ts';
import type { AppEnvironment } from './options.ts';
import { job, jobBody, jobRequest, problemResponse } from './schemas.ts';

/** Seconds between two looks at a job. A page takes one to a few seconds. */
const RETRY_AFTER = '1';

const startJobRoute = createRoute({
  method: 'post',
  path: '/v1/jobs',
  summary: 'Start reading an upload',
  request: {
    headers: z.object({
      'idempotency-key': z
        .string()
        .min(1)
        .max(255)
        .optional()
        .openapi({ description: 'A repeated request with the same key leads to the same job.' }),
    }),
    body: { required: true, content: { 'application/json': { schema: jobRequest } } },
  },
  responses: {
    202: {
      description: 'The job will run',
      headers: {
        Location: { description: 'The job', schema: { type: 'string' } },
        'Retry-After': { description: 'Seconds until it is worth asking', schema: { type: 'string' } },
      },
      content: { 'application/json': { schema: job } },
    },
    default: problemResponse,
  },
});

const getJobRoute = createRoute({
  method: 'get',
  path: '/v1/jobs/{id}',
  summary: 'See how far a job is',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: { description: 'The job', content: { 'application/json': { schema: job } } },
    default: problemResponse,
  },
});

export function addJobRoutes(app: OpenAPIHono<AppEnvironment>, ports: Ports): void {
  app.openapi(startJobRoute, async (c) => {
    const { upload_id: uploadId, mode, pages } = c.req.valid('json');
    const idempotencyKey = c.req.valid('header')['idempotency-key'];
    const started = await startJob({ uploadId, mode, pages, idempotencyKey }, ports);
    const body = jobBody(started);
    c.header('location', body.links.self);
    c.header('retry-after', RETRY_AFTER);
    return c.json(body, 202);
  });

  app.openapi(getJobRoute, async (c) => {
    const found = await findJob(c.req.valid('param').id, ports);
    if (!hasEnded(found)) c.header('retry-after', RETRY_AFTER);
    return c.json(jobBody(found), 200);
  });
}
