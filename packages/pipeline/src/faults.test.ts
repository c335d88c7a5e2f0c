import { formatFault } from '@ocr-pipeline/fault';
import { expect, test } from 'vitest';
import { sampleJob, sampleUpload } from './contracts/samples.contract.ts';
import * as faults from './faults.ts';

test('each fault names the two facts that disagree and the next step', () => {
  const job = sampleJob({ id: 'JOB', uploadId: 'UPLOAD', status: 'processing' });
  const all = [
    faults.uploadTooLarge(60_000_000, 52_428_800),
    faults.contentTypeUnsupported('image/svg+xml', ['image/png', 'image/jpeg']),
    faults.uploadUnknown('UPLOAD'),
    faults.uploadIncomplete(sampleUpload({ id: 'UPLOAD' })),
    faults.idempotencyKeyReused(job, sampleJob({ uploadId: 'OTHER', mode: 'force', pages: '1-3' })),
    faults.jobUnknown('JOB'),
    faults.jobNotFinished(job),
    faults.inputMissing(job),
    faults.resultMissing(job),
    faults.jobTimeout(180, 300, undefined),
    faults.attemptsExhausted(sampleJob({ pagesDone: 7, pagesTotal: 300 })),
  ];
  expect(all).toHaveLength(Object.keys(faults).length);
  expect(all.map(formatFault).join('\n\n')).toMatchInlineSnapshot(`
    "error[upload-too-large]: The upload has 60000000 bytes; at most 52428800 are accepted

    hint: Send a smaller file: a scan of a page at 300 dpi needs a few megabytes.

    error[content-type-unsupported]: The upload is declared as image/svg+xml, which is not read here

    hint: Send one of: image/png, image/jpeg.

    error[upload-unknown]: There is no upload UPLOAD

    hint: Declare the upload first, with POST /v1/uploads, and use the upload_id of the answer.

    error[upload-incomplete]: The upload UPLOAD was declared, but its bytes have not arrived

    hint: Send the file with the presigned request before 2026-01-31T12:10:00.000Z, then start the job.

    error[idempotency-key-reused]: This Idempotency-Key started a job for upload UPLOAD (mode auto, pages all), not for upload OTHER (mode force, pages 1-3)

    hint: Use a new Idempotency-Key for each job, and the same one only to repeat a request.

    error[job-unknown]: There is no job JOB

    hint: Start a job with POST /v1/jobs, and use the id of the answer.

    error[job-not-finished]: The job JOB is processing; its result is not there yet

    hint: Ask for /v1/jobs/JOB until its status is succeeded or failed.

    error[input-missing]: The job JOB was started, but the bytes of its upload are gone

    hint: Upload the file again and start a new job.

    error[result-missing]: The job JOB has succeeded, but its result is gone

    hint: Upload the file again and start a new job.

    error[job-timeout]: The job came to 180 of 300 pages in the time that it has

    hint: Start a job for each part of the document, such as \`pages\` 1-180 and 181-, or give the function more time.

    error[attempts-exhausted]: The job was begun 5 times and never came to its end; the last time it came to 7 of 300 pages

    hint: The log of the worker holds the reason of each attempt; a job for other pages of the upload may succeed."
  `);
});
