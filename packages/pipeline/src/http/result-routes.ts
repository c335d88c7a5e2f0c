import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { findJob } from '../jobs.ts';
import type { Ports } from '../ports.ts';
import { RESULT_FORMATS, RESULT_TYPES, type ResultFormat, resultOf, storeResult } from '../results.ts';
import type { AppEnvironment, LargeResults } from './options.ts';
import { failedJobProblem, problem } from './problems.ts';
import { problemResponse } from './schemas.ts';

const getResultRoute = createRoute({
  method: 'get',
  path: '/v1/jobs/{id}/result',
  summary: 'Get what was read',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({
      format: z
        .enum(RESULT_FORMATS)
        .optional()
        .openapi({ description: 'Without it, the Accept header decides; without that, json.' }),
    }),
  },
  responses: {
    200: {
      description: 'The document, its text, a searchable PDF, or one of the formats of other tools',
      content: {
        'application/json': { schema: z.object({}) },
        'text/plain': { schema: z.string() },
        'application/pdf': { schema: { type: 'string', format: 'binary' } },
        'text/vnd.hocr+html': { schema: z.string() },
        'application/alto+xml': { schema: z.string() },
        'text/markdown': { schema: z.string() },
        'text/csv': { schema: z.string() },
        'application/x-amz-json-1.1': { schema: z.object({}) },
      },
    },
    303: {
      description: 'The result is too large for an answer, and lies at another address for some minutes',
      headers: z.object({ location: z.url() }),
    },
    default: problemResponse,
  },
});

export function addResultRoutes(app: OpenAPIHono<AppEnvironment>, ports: Ports, large?: LargeResults): void {
  app.openapi(getResultRoute, async (c) => {
    const format = c.req.valid('query').format ?? acceptedFormat(c);
    if (format === undefined) return notAcceptable(c);

    const job = await findJob(c.req.valid('param').id, ports);
    if (job.problem !== undefined) return failedJobProblem(c, job.problem);
    const bytes = await resultOf(job, format, ports);
    if (large !== undefined && bytes.length > large.over) {
      const key = await storeResult(job, format, bytes, ports);
      return new Response(null, { status: 303, headers: { location: await large.sign(key), vary: 'accept' } });
    }
    return new Response(Uint8Array.from(bytes), { headers: { 'content-type': RESULT_TYPES[format], vary: 'accept' } });
  });
}

/** The format that the Accept header asks for; undefined when it asks for something that is not made here. */
function acceptedFormat(c: Context): ResultFormat | undefined {
  const type = accepts(c, {
    header: 'Accept',
    supports: RESULT_FORMATS.map(mediaType),
    default: mediaType('json'),
    match: (accepted, { supports }) => bestMatch(accepted, supports) ?? '',
  });
  return RESULT_FORMATS.find((format) => mediaType(format) === type);
}

interface MediaRange {
  readonly type: string;
  readonly q: number;
}

/** RFC 9110 section 12.5.1, without the rule on how specific a range is: no client sends more here than a type and a range. */
function bestMatch(accepted: readonly MediaRange[], supports: readonly string[]): string | undefined {
  for (const { type, q } of accepted.toSorted((a, b) => b.q - a.q)) {
    if (q === 0) break;
    const start = type.toLowerCase().replace(/\*(\/\*)?$/, '');
    const match = supports.find((supported) =>
      type.endsWith('*') ? supported.startsWith(start) : supported === start,
    );
    if (match !== undefined) return match;
  }
  return undefined;
}

function mediaType(format: ResultFormat): string {
  return RESULT_TYPES[format].replace(/;.*/, '');
}

function notAcceptable(c: Context<AppEnvironment>): Response {
  return problem(c, 406, {
    code: 'not-acceptable',
    detail: `The request accepts ${c.req.header('accept')}; results are ${RESULT_FORMATS.map(mediaType).join(', ')}`,
    hint: `Name the format in the address: ?format=${RESULT_FORMATS.join(' or ?format=')}.`,
  });
}
