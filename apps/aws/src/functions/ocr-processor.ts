import { readConfiguration } from '../configuration.ts';
import { logError } from '../log.ts';
import { sqsHandler } from '../sqs-handler.ts';
import { awsPorts } from '../ports.ts';
import { layerReader } from '../reader.ts';

const configuration = readConfiguration(process.env);
const ports = awsPorts(configuration, layerReader(configuration.language));

/** Lambda `ocr-pipeline-ocr-processor`: runs the jobs that the queue delivers. */
export const handler = sqsHandler(ports, (error, jobId) => logError(error, { jobId }));
