import { readConfiguration } from '../configuration.ts';
import { logError } from '../log.ts';
import { sqsHandler } from '../sqs-handler.ts';
import { awsPorts } from '../ports.ts';
import { reader } from '../reader.ts';

/** Lambda `ocr-pipeline-ocr-processor`: runs the jobs that the queue delivers. */
export const handler = sqsHandler(awsPorts(readConfiguration(process.env), reader), (error, jobId) =>
  logError(error, { jobId }),
);
