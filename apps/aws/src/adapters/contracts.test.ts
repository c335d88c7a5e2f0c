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
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Job } from '@ocr-pipeline/pipeline';
import {
  type Delivery,
  testBlobStore,
  testJobQueue,
  testJobStore,
  testUploadSigner,
  testUploadStore,
} from '@ocr-pipeline/pipeline/contracts';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { answers, testWithTool } from '../../../../test/tools.ts';
import { documentClient } from '../ports.ts';
import { clientSettings, MOTO_PROBE, type Moto, startMoto } from '../testing/moto.ts';
import { dynamodbJobStore } from './dynamodb-job-store.ts';
import { dynamodbUploadStore } from './dynamodb-upload-store.ts';
import type { RecordTable } from './records.ts';
import { s3BlobStore } from './s3-blob-store.ts';
import { s3LargeResults } from './s3-large-results.ts';
import { s3UploadSigner } from './s3-upload-signer.ts';
import { sqsJobQueue } from './sqs-job-queue.ts';

const BUCKET = 'documents';
const TABLE = 'records';

const test = testWithTool('moto_server', MOTO_PROBE);
let moto: Moto;

describe.skipIf(!answers(MOTO_PROBE))('on AWS, emulated', () => {
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

  testUploadStore('DynamoDB', async () => dynamodbUploadStore(records()));
  testJobStore('DynamoDB', async () => dynamodbJobStore(records()));
  testBlobStore('S3', async () => s3BlobStore(new S3Client(clientSettings(moto)), BUCKET));
  testUploadSigner('S3', async () => s3UploadSigner(clientSettings(moto), BUCKET));
  testJobQueue('SQS', () => openQueue(new SQSClient(clientSettings(moto))));

  test('a record carries the second after which DynamoDB may delete it', async () => {
    const { client, table, retentionDays } = records();
    await dynamodbJobStore({ client, table, retentionDays }).create(sampleJob);
    const { Item } = await client.send(new GetCommand({ TableName: TABLE, Key: { record: `job/${sampleJob.id}` } }));
    expect(Item?.['deleteAfter']).toBe(Date.parse('2026-03-02T12:00:00Z') / 1000);
  });

  test('a large result is found by whoever has its address, with its type', async () => {
    const client = new S3Client(clientSettings(moto));
    await s3BlobStore(client, BUCKET).write('results/a/result.pdf', Uint8Array.of(1, 2, 3), 'application/pdf');
    const address = await s3LargeResults(client, BUCKET).sign('results/a/result.pdf');
    const response = await fetch(address);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect([...new Uint8Array(await response.arrayBuffer())]).toEqual([1, 2, 3]);
    expect(new URL(address).searchParams.get('X-Amz-Expires')).toBe('300');
  });

  test('an outage is no answer: a bucket that is not there is an error, not a missing blob', async () => {
    const blobs = s3BlobStore(new S3Client(clientSettings(moto)), 'another-bucket');
    await expect(blobs.read('uploads/a')).rejects.toThrow('bucket');
    await expect(blobs.write('results/a', new Uint8Array(1), 'text/plain')).rejects.toThrow('bucket');
  });
});

function records(): RecordTable {
  return { client: documentClient(new DynamoDBClient(clientSettings(moto))), table: TABLE, retentionDays: 30 };
}

const sampleJob: Job = {
  id: '01k00000000000000000000000',
  uploadId: '01k00000000000000000000001',
  inputKey: 'uploads/a',
  contentType: 'image/png',
  mode: 'auto',
  pages: undefined,
  status: 'queued',
  createdAt: '2026-01-31T12:00:00.000Z',
  updatedAt: '2026-01-31T12:00:00.000Z',
  attempts: 0,
  pagesDone: 0,
  pagesTotal: undefined,
  problem: undefined,
  revision: 1,
};

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
