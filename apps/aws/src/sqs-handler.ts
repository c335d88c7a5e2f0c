import { type JobPorts, runJob } from '@ocr-pipeline/pipeline';
import type { Context, SQSBatchResponse, SQSEvent } from 'aws-lambda';

/**
 * Translates between SQS and the pipeline. A job that must be tried again is named as failed, so that only its message comes
 * back (https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting).
 */
export function sqsHandler(
  ports: JobPorts,
  reportError: (error: unknown, jobId: string) => void,
): (event: SQSEvent, context: Pick<Context, 'getRemainingTimeInMillis'>) => Promise<SQSBatchResponse> {
  return async ({ Records: records }, context) => {
    // One record a call (`batch_size`), so that the function's time is the job's.
    const until = new Date(ports.clock.now().getTime() + context.getRemainingTimeInMillis());
    const batchItemFailures = [];
    for (const { messageId, body: jobId } of records) {
      try {
        await runJob(jobId, ports, until);
      } catch (error) {
        reportError(error, jobId);
        batchItemFailures.push({ itemIdentifier: messageId });
      }
    }
    return { batchItemFailures };
  };
}
