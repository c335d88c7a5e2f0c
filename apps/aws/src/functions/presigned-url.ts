import { createApp } from '@ocr-pipeline/pipeline';
import { handle } from 'hono/aws-lambda';
import { readConfiguration } from '../configuration.ts';
import { logError } from '../log.ts';
import { awsPorts } from '../ports.ts';
import { reader } from '../reader.ts';

/** Lambda `ocr-pipeline-presigned-url`: an event of the HTTP API (payload 2.0) to the pipeline's HTTP app and back. */
export const handler = handle(
  createApp(awsPorts(readConfiguration(process.env), reader), {
    reportError: (error, requestId) => logError(error, { requestId }),
  }),
);
