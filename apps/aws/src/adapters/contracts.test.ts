import { randomUUID } from 'node:crypto';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  type Delivery,
  testBlobStore,
  testJobQueue,
  testJobStore,
  testUploadSigner,
  testUploadStore,
} from '@ocr-pipeline/pipeline/contracts';
import { afterAll, beforeAll, describe } from 'vitest';
import { answers, testWithTool } from '../../../../test/tools.ts';
import { documentClient } from '../ports.ts';
import { clientSettings, MOTO_PROBE, type Moto, startMoto } from '../testing/moto.ts';
import { dynamodbJobStore } from './dynamodb-job-store.ts';
import { dynamodbUploadStore } from './dynamodb-upload-store.ts';
import type { RecordTable } from './records.ts';
import { s3BlobStore } from './s3-blob-store.ts';
import { s3UploadSigner } from './s3-upload-signer.ts';
import { sqsJobQueue } from './sqs-job-queue.ts';

const BUCKET = 'documents';
const TABLE = 'records';

if (answers(MOTO_PROBE)) {
  describe('on AWS, emulated', () => {
    let moto: Moto;

    beforeAll(async () => {
      moto = await startMoto();
      await new S3Client(clientSettings(moto)).send(
        new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }),
      );
      await new DynamoDBClient(clientSettings(moto)).send(
        new CreateTableCommand({
          TableName: TABLE,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [{ AttributeName: 'record', AttributeType: 'S' }],
          KeySchema: [{ AttributeName: 'record', KeyType: 'HASH' }],
        }),
      );
    });
    afterAll(() => moto.stop());

    const records = (): RecordTable => ({
      client: documentClient(new DynamoDBClient(clientSettings(moto))),
      table: TABLE,
      retentionDays: 30,
    });
    testUploadStore('DynamoDB', async () => dynamodbUploadStore(records()));
    testJobStore('DynamoDB', async () => dynamodbJobStore(records()));
    testBlobStore('S3', async () => s3BlobStore(new S3Client(clientSettings(moto)), BUCKET));
    testUploadSigner('S3', async () => s3UploadSigner(clientSettings(moto), BUCKET));
    testJobQueue('SQS', () => openQueue(new SQSClient(clientSettings(moto))));
  });
} else {
  testWithTool('moto_server', MOTO_PROBE)('the AWS adapters keep the contracts of the ports', () => undefined);
}

async function openQueue(client: SQSClient) {
  const { QueueUrl } = await client.send(new CreateQueueCommand({ QueueName: randomUUID() }));
  if (QueueUrl === undefined) throw new Error('SQS made a queue without an address');
  const take = async (): Promise<Delivery | undefined> => {
    const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl }));
    const message = Messages?.[0];
    if (message?.Body === undefined) return undefined;
    const held = { QueueUrl, ReceiptHandle: message.ReceiptHandle };
    return {
      jobId: message.Body,
      async complete() {
        await client.send(new DeleteMessageCommand(held));
      },
      async abandon() {
        await client.send(new ChangeMessageVisibilityCommand({ ...held, VisibilityTimeout: 0 }));
      },
    };
  };
  return { queue: sqsJobQueue(client, QueueUrl), take };
}
