import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { READ_LIMITS } from '@ocr-pipeline/ocr';
import { JOB_ATTEMPTS, type Limits, REQUEST_BODY_BYTES } from '../limits.ts';
import type { Ports } from '../ports.ts';
import { RESULT_FORMATS } from '../results.ts';
import type { AppEnvironment, ReportError } from './options.ts';
import { health, limits as limitsSchema } from './schemas.ts';

const limitsRoute = createRoute({
  method: 'get',
  path: '/v1/limits',
  summary: 'What is accepted here',
  responses: { 200: { description: 'Every limit', content: { 'application/json': { schema: limitsSchema } } } },
});

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'The process answers',
  responses: { 200: { description: 'It does', content: { 'application/json': { schema: health } } } },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'The stores answer',
  responses: {
    200: { description: 'They do', content: { 'application/json': { schema: health } } },
    503: { description: 'One does not', content: { 'application/json': { schema: health } } },
  },
});

/** No job has this id: asking for it costs one read and changes nothing. */
const NO_JOB = '0'.repeat(26);

export function addOperationRoutes(
  app: OpenAPIHono<AppEnvironment>,
  { jobs, blobs }: Pick<Ports, 'jobs' | 'blobs'>,
  limits: Limits,
  reportError: ReportError,
): void {
  app.openapi(limitsRoute, (c) =>
    c.json(
      {
        upload_bytes: limits.uploadBytes,
        upload_content_types: [...limits.contentTypes],
        upload_seconds: limits.uploadSeconds,
        document_pages: READ_LIMITS.pages,
        page_pixels: READ_LIMITS.pixels,
        animation_pixels: READ_LIMITS.animationPixels,
        pdf_page_points: READ_LIMITS.pagePoints,
        page_seconds: limits.pageSeconds ?? null,
        page_memory_bytes: limits.pageMemoryBytes ?? null,
        request_body_bytes: REQUEST_BODY_BYTES,
        job_attempts: JOB_ATTEMPTS,
        result_formats: [...RESULT_FORMATS],
      },
      200,
    ),
  );

  app.openapi(healthRoute, (c) => c.json({ status: 'ok' as const }, 200));

  app.openapi(readyRoute, async (c) => {
    try {
      await Promise.all([jobs.get(NO_JOB), blobs.size(`uploads/${NO_JOB}`)]);
      return c.json({ status: 'ok' as const }, 200);
    } catch (error) {
      reportError(error, c.get('requestId'));
      return c.json({ status: 'unavailable' as const }, 503);
    }
  });

  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'ocr-pipeline', version: '1', description: 'Files in, text out, one job at a time.' },
  });
}
