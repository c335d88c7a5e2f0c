import { type MemoryPorts, memoryPorts } from '@ocr-pipeline/pipeline';
import { textReader } from '@ocr-pipeline/pipeline/contracts';
import type { SQSEvent } from 'aws-lambda';
import { beforeEach, describe, expect, test } from 'vitest';
import { sqsHandler } from './sqs-handler.ts';

let ports: MemoryPorts;
let reported: string[];

/** The handler, called as Lambda calls it, with so much time left. */
const handlerOf =
  (those: MemoryPorts, milliseconds = 60_000) =>
  (event: SQSEvent) =>
    sqsHandler(those, (error, jobId) => reported.push(`${jobId}: ${String(error)}`))(event, {
      getRemainingTimeInMillis: () => milliseconds,
    });

beforeEach(() => {
  reported = [];
  ports = memoryPorts(textReader());
});

async function storeJob(id: string, input: string | undefined): Promise<void> {
  const at = ports.clock.now().toISOString();
  const inputKey = `uploads/${id}`;
  if (input !== undefined) await ports.blobs.write(inputKey, new TextEncoder().encode(input), 'text/plain');
  await ports.jobs.create({
    id,
    uploadId: id,
    inputKey,
    contentType: 'text/plain',
    mode: 'auto',
    pages: undefined,
    status: 'queued',
    createdAt: at,
    updatedAt: at,
    attempts: 0,
    pagesDone: 0,
    pagesTotal: undefined,
    problem: undefined,
    revision: 1,
  });
}

/** Of Lambda's event, what tells one message from another: https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html. */
function eventOf(...jobIds: string[]): SQSEvent {
  const records = jobIds.map((body) => ({ messageId: `message-${body}`, body }));
  return { Records: records as SQSEvent['Records'] };
}

describe('a batch of messages', () => {
  test('runs each job and reports none as failed', async () => {
    await storeJob('one', 'first page\fsecond page');
    await storeJob('two', 'text');
    expect(await handlerOf(ports)(eventOf('one', 'two'))).toEqual({ batchItemFailures: [] });
    expect(await ports.jobs.get('one')).toMatchObject({ status: 'succeeded', pagesTotal: 2 });
    expect(await ports.jobs.get('two')).toMatchObject({ status: 'succeeded', pagesTotal: 1 });
  });

  test('ends a job that the function has no time for, instead of being ended with it', async () => {
    await storeJob('long', 'first page\fsecond page');
    expect(await handlerOf(ports, -1)(eventOf('long'))).toEqual({ batchItemFailures: [] });
    expect(await ports.jobs.get('long')).toMatchObject({ status: 'failed', problem: { code: 'job-timeout' } });
  });

  test('brings back the one message whose job met an outage, and no other', async () => {
    await storeJob('one', 'text');
    await storeJob('two', 'text');
    const outage: MemoryPorts = {
      ...ports,
      blobs: {
        ...ports.blobs,
        read: (key) => (key === 'uploads/one' ? Promise.reject(new Error('503')) : ports.blobs.read(key)),
      },
    };
    expect(await handlerOf(outage)(eventOf('one', 'two'))).toEqual({
      batchItemFailures: [{ itemIdentifier: 'message-one' }],
    });
    expect(reported).toEqual(['one: Error: 503']);
    expect(await ports.jobs.get('two')).toMatchObject({ status: 'succeeded' });

    expect(await handlerOf(ports)(eventOf('one'))).toEqual({ batchItemFailures: [] });
    expect(await ports.jobs.get('one')).toMatchObject({ status: 'succeeded', attempts: 2 });
  });

  test('drops a message whose job is over for good: unreadable, without its input, deleted', async () => {
    await storeJob('unreadable', '\0');
    await storeJob('without-input', undefined);
    const event = eventOf('unreadable', 'without-input', 'deleted');
    expect(await handlerOf(ports)(event)).toEqual({ batchItemFailures: [] });
    expect(await ports.jobs.get('unreadable')).toMatchObject({ status: 'failed' });
    expect(await ports.jobs.get('without-input')).toMatchObject({ status: 'failed' });
  });
});
