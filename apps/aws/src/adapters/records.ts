import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** One table holds the records of uploads (`upload/<id>`) and of jobs (`job/<id>`), by their key attribute `record`. */
export interface RecordTable {
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** Days after its creation when DynamoDB may delete a record. */
  readonly retentionDays: number;
}

const SECONDS_A_DAY = 24 * 60 * 60;

/**
 * The attribute that DynamoDB's time to live looks at: seconds since 1970
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html).
 */
export function deleteAfter(createdAt: string, retentionDays: number): number {
  return Math.floor(Date.parse(createdAt) / 1000) + retentionDays * SECONDS_A_DAY;
}
