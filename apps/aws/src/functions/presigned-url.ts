import { S3Client } from '@aws-sdk/client-s3';
import { createApp } from '@ocr-pipeline/pipeline';
import { handle } from 'hono/aws-lambda';
import { s3LargeResults } from '../adapters/s3-large-results.ts';
import { readConfiguration } from '../configuration.ts';
import { logError } from '../log.ts';
import { awsPorts } from '../ports.ts';
import { layerReader } from '../reader.ts';

const configuration = readConfiguration(process.env);
const ports = awsPorts(configuration, layerReader(configuration.language));

/** Lambda `ocr-pipeline-presigned-url`: an event of the HTTP API (payload 2.0) to the pipeline's HTTP app and back. */
export const handler = handle(
  createApp(ports, {
    reportError: (error, requestId) => logError(error, { requestId }),
    largeResults: s3LargeResults(new S3Client(), configuration.bucket),
  }),
);
