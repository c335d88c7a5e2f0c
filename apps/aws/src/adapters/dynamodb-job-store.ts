import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Job, JobStore } from '@ocr-pipeline/pipeline';
import { deleteAfter, type RecordTable } from './records.ts';

/** Jobs in DynamoDB. Of many writers of one revision exactly one wins, by a condition on the write itself. */
export function dynamodbJobStore({ client, table, retentionDays }: RecordTable): JobStore {
  const put = async (job: Job, condition: Partial<PutCommandInput>): Promise<boolean> => {
    const Item = { ...job, record: `job/${job.id}`, deleteAfter: deleteAfter(job.createdAt, retentionDays) };
    try {
      await client.send(new PutCommand({ TableName: table, Item, ...condition }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    create: (job) =>
      put(job, {
        ConditionExpression: 'attribute_not_exists(#record)',
        ExpressionAttributeNames: { '#record': 'record' },
      }),
    replace: (job) =>
      put(job, {
        ConditionExpression: '#revision = :before',
        ExpressionAttributeNames: { '#revision': 'revision' },
        ExpressionAttributeValues: { ':before': job.revision - 1 },
      }),
    async get(id) {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: { record: `job/${id}` }, ConsistentRead: true }),
      );
      return Item === undefined ? undefined : toJob(Item);
    },
  };
}

function toJob(item: Record<string, unknown>): Job {
  // What is DynamoDB's own is left behind; an attribute that is not there is undefined.
  const { record: _, deleteAfter: __, ...job } = item;
  // A job that an earlier release stored says nothing of its mode and type: it was read as these are.
  const earlier = { mode: 'auto', contentType: 'application/octet-stream' };
  return { pages: undefined, pagesTotal: undefined, problem: undefined, ...earlier, ...job } as Job;
}
