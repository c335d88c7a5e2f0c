import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
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

  const run = (folder: string, from = artifacts) =>
    runEndToEnd({
      endpoint: moto.endpoint,
      artifacts: from,
      work: join(work, folder),
      environmentOf: async () => environment,
    });

  test('read a scan that was uploaded by its presigned request', async () => {
    expect(await run('whole')).toContainEqual(
      expect.stringMatching(/% of its words were read; it begins: Harbour Lane/),
    );
  });

  test.each([
    ['models', 'nodejs', 'model_missing'],
    ['native code', 'models', 'ocr_package_missing'],
  ])('find %s nowhere but in the layer', async (_, kept, code) => {
    const parts = join(work, kept);
    execFileSync('python3', ['-m', 'zipfile', '-e', join(artifacts, 'layer.zip'), parts]);
    const layer = join(work, `${kept}-alone`);
    mkdirSync(layer);
    for (const name of readdirSync(artifacts)) cpSync(join(artifacts, name), join(layer, name));
    execFileSync('python3', ['-m', 'zipfile', '-c', join(layer, 'layer.zip'), join(parts, kept)]);
    await expect(run(`without-${kept}`, layer)).rejects.toThrow(code);
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
  return { BUCKET, TABLE, QUEUE_URL: QueueUrl, RETENTION_DAYS: '7', DOCUMENT_LANGUAGE: 'latin' };
}
