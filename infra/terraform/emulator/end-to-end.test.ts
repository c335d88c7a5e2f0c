import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { clientSettings, MOTO_PROBE, type Moto, startMoto } from '../../../apps/aws/src/testing/moto.ts';
import { buildArtifacts } from '../../../scripts/aws-artifacts/artifacts.ts';
import { answers, testWithTool } from '../../../test/tools.ts';
import { runEndToEnd } from './end-to-end.ts';

const root = join(import.meta.dirname, '../../..');
// Only here are the layer's own packages installed, and only here can they run.
const isLambdaLike = process.platform === 'linux' && process.arch === 'x64';
const test = testWithTool('moto_server', MOTO_PROBE);

describe.runIf(isLambdaLike && answers(MOTO_PROBE))('both functions as they are deployed, on their layer', () => {
  let work: string;
  let artifacts: string;
  let moto: Moto;
  let environment: Record<string, string>;

  beforeAll(async () => {
    work = mkdtempSync(join(tmpdir(), 'end-to-end-'));
    artifacts = join(work, 'artifacts');
    await buildArtifacts({ root, folder: artifacts, target: { runtime: 'nodejs24.x', architecture: 'x86_64' } });
    moto = await startMoto();
    environment = await makeResources(moto);
  });
  afterAll(async () => {
    await moto.stop();
    rmSync(work, { recursive: true, force: true });
  });

  const run = (folder: string) =>
    runEndToEnd({
      endpoint: moto.endpoint,
      artifacts,
      work: join(work, folder),
      environmentOf: async () => environment,
    });

  test('read a scan that was uploaded by its presigned request', async () => {
    expect(await run('whole')).toContainEqual(
      expect.stringMatching(/% of its words were read; it begins: Harbour Lane/),
    );
  });

  test('find native code and models nowhere but in the layer', async () => {
    const empty = join(work, 'empty');
    mkdirSync(join(empty, 'nodejs'), { recursive: true });
    writeFileSync(join(empty, 'nodejs/readme.txt'), 'A layer without packages\n');
    execFileSync('python3', ['-m', 'zipfile', '-c', join(artifacts, 'layer.zip'), join(empty, 'nodejs')]);
    await expect(run('without-layer')).rejects.toThrow('ocr_package_missing');
  });
});

async function makeResources(moto: Moto): Promise<Record<string, string>> {
  const settings = clientSettings(moto);
  const [BUCKET, TABLE] = ['documents', 'records'];
  await new S3Client(settings).send(
    new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: 'eu-central-1' } }),
  );
  await new DynamoDBClient(settings).send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'record', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'record', KeyType: 'HASH' }],
    }),
  );
  const { QueueUrl = '' } = await new SQSClient(settings).send(new CreateQueueCommand({ QueueName: 'jobs' }));
  return { BUCKET, TABLE, QUEUE_URL: QueueUrl, RETENTION_DAYS: '7' };
}
