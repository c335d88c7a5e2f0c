import { type JobPorts, runJob } from '@ocr-pipeline/pipeline';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';

/**
 * Translates between SQS and the pipeline. A job that must be tried again is named as failed, so that only its message comes
 * back (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting).
 */
export function sqsHandler(
  ports: JobPorts,
  reportError: (error: unknown, jobId: string) => void,
): (event: SQSEvent) => Promise<SQSBatchResponse> {
  return async ({ Records: records }) => {
    const batchItemFailures = [];
    for (const { messageId, body: jobId } of records) {
      try {
        await runJob(jobId, ports);
      } catch (error) {
        reportError(error, jobId);
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}
