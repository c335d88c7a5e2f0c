import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { JobQueue } from '@ocr-pipeline/pipeline';

/** The sending side of an SQS queue. A message's body is the id of a job; Lambda is the receiving side. */
export function sqsJobQueue(client: SQSClient, queueUrl: string): JobQueue {
  return {
    async send(jobId) {
      await client.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: jobId }));
    },
  };
}
