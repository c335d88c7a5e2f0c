import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { DocumentReader, Ports } from '@ocr-pipeline/pipeline';
import { dynamodbJobStore } from './adapters/dynamodb-job-store.ts';
import { dynamodbUploadStore } from './adapters/dynamodb-upload-store.ts';
import type { RecordTable } from './adapters/records.ts';
import { s3BlobStore } from './adapters/s3-blob-store.ts';
import { s3UploadSigner } from './adapters/s3-upload-signer.ts';
import { sqsJobQueue } from './adapters/sqs-job-queue.ts';
import type { Configuration } from './configuration.ts';

/** The pipeline's ports on AWS. Region and credentials are the function's own, as the SDK finds them in its environment. */
export function awsPorts({ bucket, table, queueUrl, retentionDays }: Configuration, reader: DocumentReader): Ports {
  const records: RecordTable = { client: documentClient(new DynamoDBClient()), table, retentionDays };
  return {
    uploads: dynamodbUploadStore(records),
    jobs: dynamodbJobStore(records),
    blobs: s3BlobStore(new S3Client(), bucket),
    signer: s3UploadSigner({}, bucket),
    queue: sqsJobQueue(new SQSClient(), queueUrl),
    reader,
    clock: { now: () => new Date() },
  };
}

/** Records have optional fields; DynamoDB stores the absence of a value by leaving the attribute out. */
export function documentClient(client: DynamoDBClient): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
