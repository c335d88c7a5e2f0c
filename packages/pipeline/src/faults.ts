import { Fault } from '@ocr-pipeline/fault';
import { JOB_ATTEMPTS } from './limits.ts';
import type { Job, Upload } from './ports.ts';

export function uploadTooLarge(size: number, limit: number): Fault {
  return new Fault('upload-too-large', `The upload has ${size} bytes; at most ${limit} are accepted`, {
    hint: 'Send a smaller file: a scan of a page at 300 dpi needs a few megabytes.',
  });
}

export function contentTypeUnsupported(contentType: string, supported: readonly string[]): Fault {
  return new Fault('content-type-unsupported', `The upload is declared as ${contentType}, which is not read here`, {
    hint: `Send one of: ${supported.join(', ')}.`,
  });
}

export function uploadUnknown(id: string): Fault {
  return new Fault('upload-unknown', `There is no upload ${id}`, {
    hint: 'Declare the upload first, with POST /v1/uploads, and use the upload_id of the answer.',
  });
}

export function uploadIncomplete(upload: Upload): Fault {
  return new Fault('upload-incomplete', `The upload ${upload.id} was declared, but its bytes have not arrived`, {
    hint: `Send the file with the presigned request before ${upload.expiresAt}, then start the job.`,
  });
}

type Asked = Pick<Job, 'uploadId' | 'mode' | 'pages'>;

export function idempotencyKeyReused(before: Asked, now: Asked): Fault {
  const asked = ({ uploadId, mode, pages = 'all' }: Asked) => `${uploadId} (mode ${mode}, pages ${pages})`;
  return new Fault(
    'idempotency-key-reused',
    `This Idempotency-Key started a job for upload ${asked(before)}, not for upload ${asked(now)}`,
    { hint: 'Use a new Idempotency-Key for each job, and the same one only to repeat a request.' },
  );
}

export function jobUnknown(id: string): Fault {
  return new Fault('job-unknown', `There is no job ${id}`, {
    hint: 'Start a job with POST /v1/jobs, and use the id of the answer.',
  });
}

export function jobNotFinished(job: Job): Fault {
  return new Fault('job-not-finished', `The job ${job.id} is ${job.status}; its result is not there yet`, {
    hint: `Ask for /v1/jobs/${job.id} until its status is succeeded or failed.`,
  });
}

export function inputMissing(job: Job): Fault {
  return new Fault('input-missing', `The job ${job.id} was started, but the bytes of its upload are gone`, {
    hint: 'Upload the file again and start a new job.',
  });
}

export function resultMissing(job: Job): Fault {
  return new Fault('result-missing', `The job ${job.id} has succeeded, but its result is gone`, {
    hint: 'Upload the file again and start a new job.',
  });
}

/** Where the whole job has a limit of time, as a Lambda function has. `asked` are the pages that the job was for; undefined for all. */
export function jobTimeout(done: number, total: number, asked: string | undefined): Fault {
  const parts =
    asked === undefined
      ? `part of the document, such as \`pages\` 1-${done} and ${done + 1}-`
      : `part of the pages ${asked}, with at most ${done} in each`;
  return new Fault('job-timeout', `The job came to ${done} of ${total} pages in the time that it has`, {
    hint: `Start a job for each ${parts}, or give the function more time.`,
  });
}

export function attemptsExhausted({ pagesDone, pagesTotal }: Pick<Job, 'pagesDone' | 'pagesTotal'>): Fault {
  const reached = pagesTotal === undefined ? '' : `; the last time it came to ${pagesDone} of ${pagesTotal} pages`;
  return new Fault(
    'attempts-exhausted',
    `The job was begun ${JOB_ATTEMPTS} times and never came to its end${reached}`,
    {
      hint: 'The log of the worker holds the reason of each attempt; a job for other pages of the upload may succeed.',
    },
  );
}
