import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '@ocr-pipeline/fault';
import type { ReadRequest } from '@ocr-pipeline/ocr';
import type { ResultFormat } from '@ocr-pipeline/pipeline';
import { endpointStrange, endpointUnreachable, uploadRefused } from '../faults.ts';

interface UploadAnswer {
  readonly upload_id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface JobAnswer {
  readonly id: string;
  readonly status: 'queued' | 'processing' | 'succeeded' | 'failed';
  readonly problem?: ProblemAnswer;
  readonly links: { readonly self: string };
}

interface ProblemAnswer {
  readonly code: string;
  readonly detail: string;
  readonly hint?: string;
}

/** The client's side of the service, over HTTP alone. Every refusal of the service comes back as a Fault with its code. */
export interface Client {
  /** Sends a file and starts its job; the job's path. */
  submit(name: string, bytes: Uint8Array, contentType: string, request?: ReadRequest): Promise<string>;
  /** Waits for the end of a job. Throws a Fault with the job's problem when it failed. */
  wait(job: string): Promise<void>;
  result(job: string, format: ResultFormat): Promise<Uint8Array>;
}

export function createClient(endpoint: string): Client {
  const call = (path: string, init?: RequestInit) => request(new URL(path, endpoint), init);
  const post = (path: string, body: unknown) =>
    call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  return {
    async submit(name, bytes, contentType, { mode, pages } = {}) {
      const sha256 = createHash('sha256').update(bytes).digest('base64');
      const declared = await post('/v1/uploads', { content_type: contentType, size: bytes.byteLength, sha256 });
      const upload = (await declared.json()) as UploadAnswer;
      await send(name, bytes, upload);
      const started = await post('/v1/jobs', { upload_id: upload.upload_id, mode, pages });
      return ((await started.json()) as JobAnswer).links.self;
    },

    async wait(path) {
      for (;;) {
        const response = await call(path);
        const job = (await response.json()) as JobAnswer;
        if (job.problem !== undefined) throw faultOf(job.problem);
        if (job.status === 'succeeded') return;
        await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
      }
    },

    async result(path, format) {
      const response = await call(`${path}/result?format=${format}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  };
}

async function request(url: URL, init?: RequestInit): Promise<Response> {
  const response = await reach(url, init);
  if (response.ok) return response;
  if (!/^application\/problem\+json\b/.test(response.headers.get('content-type') ?? '')) {
    throw endpointStrange(url.href, response.status);
  }
  throw faultOf((await response.json()) as ProblemAnswer);
}

async function send(name: string, bytes: Uint8Array, { url, method, headers }: UploadAnswer): Promise<void> {
  const response = await reach(new URL(url), { method, headers, body: Uint8Array.from(bytes) });
  if (response.ok) return;
  const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1] ?? 'for no known reason';
  throw uploadRefused(name, response.status, code);
}

/** `fetch` throws a TypeError whose cause is the network's when nobody answers. */
async function reach(url: URL, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof TypeError && error.cause instanceof Error) throw endpointUnreachable(url.origin, error);
    throw error;
  }
}

function faultOf({ code, detail, hint }: ProblemAnswer): Fault {
  return new Fault(code.replaceAll('_', '-'), detail, hint === undefined ? {} : { hint });
}
