import { type Fault, isFault } from '@ocr-pipeline/fault';
import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { JobProblem } from '../ports.ts';
import type { AppEnvironment, ReportError } from './options.ts';

/** One place in the request that is wrong: a JSON pointer (RFC 6901) into the body, or the name of a parameter. */
export interface ProblemPlace {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: string;
  readonly detail: string;
}

interface ProblemFacts {
  readonly code: string;
  readonly detail: string;
  readonly hint?: string | undefined;
  readonly errors?: readonly ProblemPlace[];
}

const TITLES: Partial<Record<ContentfulStatusCode, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** The faults that a request can meet. Any other fault is no answer to the request: it is ours, and reported as 500. */
const STATUS_OF_FAULT: Readonly<Record<string, ContentfulStatusCode>> = {
  'upload-too-large': 413,
  'content-type-unsupported': 415,
  'upload-unknown': 404,
  'upload-incomplete': 409,
  'idempotency-key-reused': 422,
  'bad-page-ranges': 422,
  'pdf-not-extendable': 422,
  'document-timeout': 422,
  'document-memory': 422,
  'job-unknown': 404,
  'job-not-finished': 409,
  'input-missing': 410,
  'result-missing': 410,
};

/**
 * An RFC 9457 answer. Codes are faults' codes in snake case, as the fields of the JSON are; with them goes the id of the request,
 * which the log of an error also carries.
 */
export function problem(
  c: Context<AppEnvironment>,
  status: ContentfulStatusCode,
  { code, detail, hint, errors }: ProblemFacts,
): Response {
  const body = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    code: problemCode(code),
    detail,
    ...(hint === undefined ? {} : { hint }),
    instance: c.req.path,
    request_id: c.get('requestId'),
    ...(errors === undefined ? {} : { errors }),
  };
  return c.body(`${JSON.stringify(body)}\n`, status, { 'content-type': 'application/problem+json' });
}

export function problemCode(code: string): string {
  return code.replaceAll('-', '_');
}

/** The answer to a request for the result of a job that failed. */
export function failedJobProblem(c: Context<AppEnvironment>, facts: JobProblem): Response {
  return problem(c, 422, facts);
}

/** Turns what a route threw into a problem. What an unforeseen error says stays in the log: it may name what is not the client's. */
export function problemHandler(report: ReportError): ErrorHandler<AppEnvironment> {
  return (error, c) => {
    if (isFault(error)) {
      const status = STATUS_OF_FAULT[error.code];
      if (status !== undefined) return faultProblem(c, status, error);
    }
    if (error instanceof HTTPException && error.status === 400) {
      return problem(c, 400, { code: 'malformed-request', detail: 'The body of the request is not JSON' });
    }
    if (error instanceof HTTPException && error.status === 415) return mediaTypeUnsupported(c);
    report(error, c.get('requestId'));
    return problem(c, 500, {
      code: 'internal-error',
      detail: 'The request met an error of the service, not of the request',
      hint: 'Try again later. If it happens again, give the request_id to whoever runs the service.',
    });
  };
}

function faultProblem(
  c: Context<AppEnvironment>,
  status: ContentfulStatusCode,
  { code, message, hint }: Fault,
): Response {
  return problem(c, status, { code, detail: message, hint });
}

function mediaTypeUnsupported(c: Context<AppEnvironment>): Response {
  return problem(c, 415, {
    code: 'media-type-unsupported',
    detail: `The body is declared as ${c.req.header('content-type') ?? 'nothing'}; this route takes application/json`,
    hint: 'Send the header `content-type: application/json`.',
  });
}
